package speedup.ui;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import org.fxmisc.richtext.GenericStyledArea;
import speedup.concept.ConceptLab;
import speedup.concept.ConceptWords;
import speedup.concept.StageState.Pace;
import speedup.concept.lesson.Lesson;
import speedup.concept.lesson.LessonStep;
import speedup.ui.chart.NumbersEvent;
import speedup.ui.lesson.LessonController;
import speedup.ui.palette.Entry;
import speedup.ui.palette.KeySheet;
import speedup.ui.palette.Palette;
import speedup.ui.palette.TableSheet;
import speedup.ui.view.View;
import speedup.workload.WorkloadWords;
import speedup.workload.Workloads;

/** The palette and the sheet of keys of a window. JavaFX thread only. */
final class ShellOverlays {
  /** Views with keys of their own, and how many lines {@code keys.VIEW.1} there are. */
  private record OwnKeys(String view, int lines) {}

  private static final List<OwnKeys> OWN =
      List.of(
          new OwnKeys("chart", 2),
          new OwnKeys("timeline", 6),
          new OwnKeys("my-code", 4),
          new OwnKeys("history", 3),
          new OwnKeys("presentation", 3));

  private final ShellController shell;
  private final ShellCommands commands;
  private final Palette palette;
  private final KeySheet sheet;
  private final TableSheet numbers;

  ShellOverlays(ShellController shell, ShellCommands commands, BorderPane root) {
    this.shell = shell;
    this.commands = commands;
    palette = new Palette(root, this::entries);
    sheet = new KeySheet(root, this::groups);
    numbers = new TableSheet(root);
    root.addEventHandler(NumbersEvent.ASKED, event -> numbers.show(event.spoken(), event.rows()));
    root.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
  }

  /** Whether keys belong to one of them. */
  boolean isOpen() {
    return palette.isOpen() || sheet.isOpen() || numbers.isOpen();
  }

  void openPalette() {
    sheet.close();
    palette.open();
  }

  void openKeys() {
    palette.close();
    sheet.open();
  }

  /** Whether a key goes into a text. */
  static boolean isForText(KeyEvent event) {
    return event.getTarget() instanceof Node target
        && (target instanceof TextInputControl || target instanceof GenericStyledArea);
  }

  private void typed(KeyEvent event) {
    if (!isOpen() && !isForText(event)) {
      commands
          .typed(event.getCharacter())
          .ifPresent(command -> {
            command.action().run();
            event.consume();
          });
    }
  }

  private List<Entry> entries() {
    var entries = new ArrayList<Entry>();
    for (var command : commands.all()) {
      entries.add(
          new Entry(command.title(), "", command.keyName(), command.whyNot(), command.action()));
    }
    var busy = shell.isRunning() ? Messages.get("command.run.not") : "";
    addWorkloads(entries, busy);
    addStages(entries, busy);
    addSteps(entries, busy);
    return entries;
  }

  private void addWorkloads(List<Entry> entries, String busy) {
    for (var workload : Workloads.all()) {
      entries.add(
          new Entry(
              Messages.get("palette.workload", WorkloadWords.title(workload)),
              workload.id(),
              "",
              busy,
              () -> {
                shell.choose(workload.id());
                shell.show(View.RUN);
                shell.run();
              }));
    }
  }

  private void addStages(List<Entry> entries, String busy) {
    for (var concept : ConceptLab.concepts()) {
      var words = ConceptWords.of(concept);
      for (var variant : concept.variants()) {
        entries.add(
            new Entry(
                Messages.get("palette.stage", words.title(), words.variant(variant.id())),
                Messages.get("palette.stage.kind"),
                "",
                busy,
                () -> open(concept.id(), variant.id())));
      }
    }
  }

  private void open(String concept, String variant) {
    shell
        .session()
        .desk()
        .open(new LessonStep.OnStage(concept, variant, Pace.FREE, OptionalInt.empty()));
  }

  private void addSteps(List<Entry> entries, String busy) {
    var lesson = Lesson.all().getFirst();
    for (var i = 0; i < lesson.steps().size(); i++) {
      var step = i;
      entries.add(
          new Entry(
              lesson.steps().get(i).title(),
              Messages.get("palette.step.kind", i + 1),
              "",
              busy,
              () -> showStep(step)));
    }
  }

  private void showStep(int step) {
    shell.show(View.LESSONS);
    ((LessonController) shell.view(View.LESSONS)).show(step);
  }

  private List<KeySheet.Group> groups() {
    var groups = new ArrayList<KeySheet.Group>();
    for (var kind : CommandGroup.values()) {
      var lines =
          commands.all().stream()
              .filter(command -> CommandGroup.of(command) == kind && !command.keyName().isEmpty())
              .map(command -> new KeySheet.Line(command.title(), command.keyName()))
              .toList();
      groups.add(new KeySheet.Group(kind.title(), lines));
    }
    for (var own : OWN) {
      groups.add(new KeySheet.Group(Messages.get("keys." + own.view()), lines(own)));
    }
    return groups;
  }

  private static List<KeySheet.Line> lines(OwnKeys own) {
    var lines = new KeySheet.Line[own.lines()];
    Arrays.setAll(
        lines,
        i -> {
          var key = "keys." + own.view() + "." + (i + 1);
          return new KeySheet.Line(Messages.get(key), Messages.get(key + ".key"));
        });
    return List.of(lines);
  }
}
