package speedup.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static speedup.ui.ShownWindow.awaitTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TabPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.ImageView;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import speedup.experiment.RunReport;
import speedup.ui.run.RunModel;
import speedup.ui.view.Backstage;
import speedup.workload.Shown;
import speedup.workload.Workload;
import speedup.workload.Workloads;

/** What every workload found on real worker processes, as pictures in target/screens. */
@Timeout(300)
class ResultScreensTest {

  /**
   * A run that is short, and what it has to show.
   *
   * @param kinds one for each view, in their order
   */
  private record Run(String workload, Map<String, String> settings, List<Class<?>> kinds) {
    Run(String workload, Map<String, String> settings, Class<?>... kinds) {
      this(workload, settings, List.of(kinds));
    }
  }

  private static final List<Run> RUNS =
      List.of(
          new Run("primes-file", Map.of("count", "50000"), Shown.Bars.class, Shown.Table.class),
          new Run(
              "primes-range",
              Map.of("from", "1000000", "to", "1000500"),
              Shown.Bars.class,
              Shown.Table.class),
          new Run(
              "sum-of-squares",
              Map.of("tasks", "8", "size", "3000000"),
              Shown.Bars.class,
              Shown.Table.class),
          new Run("parallel-sum", Map.of("n", "1000"), Shown.Bars.class, Shown.Table.class),
          new Run("vectors", Map.of("vectors", "20000"), Shown.Bars.class, Shown.Table.class),
          new Run(
              "filter-aggregate", Map.of("count", "100000"), Shown.Bars.class, Shown.Table.class),
          new Run("images-grayscale", Map.of("count", "12", "size", "400"), Shown.Pictures.class),
          new Run(
              "keyword-search",
              Map.of("keyword", "[Nn]e+dle", "regex", "yes", "files", "12", "size", "100"),
              Shown.Lines.class),
          new Run(
              "pipeline",
              Map.of("rows", "2000", "work", "5000"),
              Shown.Table.class,
              Shown.Bars.class,
              Shown.Table.class),
          new Run(
              "sleep", Map.of("tasks", "5", "millis", "100"), Shown.Bars.class, Shown.Table.class),
          new Run("mandelbrot", Map.of("size", "600", "iterations", "300"), Shown.Picture.class),
          new Run(
              "monte-carlo-pi",
              Map.of("samples", "2000000"),
              Shown.Picture.class,
              Shown.Table.class),
          new Run(
              "serial-fraction", Map.of("units", "100000"), Shown.Bars.class, Shown.Table.class),
          new Run("tiny-tasks", Map.of("items", "20000"), Shown.Bars.class, Shown.Table.class),
          new Run(
              "my-code",
              Map.of("count", "200"),
              Shown.Bars.class,
              Shown.Table.class,
              Shown.Table.class));

  /** One for each kind of view: at 200 percent, too. */
  private static final Set<String> LARGE =
      Set.of("primes-file", "images-grayscale", "keyword-search", "pipeline", "monte-carlo-pi");

  private ShownWindow window;

  @Test
  void everyWorkloadShowsWhatItFound() {
    assertEquals(
        Workloads.all().stream().map(Workload::id).collect(Collectors.toSet()),
        RUNS.stream().map(Run::workload).collect(Collectors.toSet()));
    window =
        new ShownWindow(() -> Workbench.make(new Stage(), Backstage.of(Labs.real()), 1366, 768));
    // without a window nothing else puts the controls together
    FxStage.run(() -> window.scene().snapshot(null));
    var faults = new ArrayList<String>();
    try {
      for (var run : RUNS) {
        showsWhatItFound(run, faults);
      }
    } finally {
      window.close();
    }
    assertEquals(List.of(), faults);
  }

  private void showsWhatItFound(Run run, List<String> faults) {
    var report = report(run);
    assertEquals(
        run.kinds(), report.shown().stream().map(Object::getClass).toList(), run.workload());
    FxStage.run(() -> ((ToggleButton) window.lookup("#showResult")).setSelected(true));
    awaitTrue(() -> FxStage.onFx(this::picturesAreThere));
    window.size(1366, 768);
    FxStage.run(() -> ((ScrollPane) window.lookup(".centre-scroll")).setVvalue(0));
    picture(run.workload(), "", faults);
    for (var tab = 1; tab < run.kinds().size(); tab++) {
      select(tab);
      picture(run.workload(), "-" + (tab + 1), faults);
    }
    if (LARGE.contains(run.workload())) {
      select(0);
      FxStage.run(() -> window.shell().setScale(new UiScale(200)));
      window.size(1366, 1536); // so high that the result is in it, too
      picture(run.workload(), "-200-percent", faults);
      FxStage.run(() -> window.shell().setScale(UiScale.NORMAL));
    }
  }

  private RunReport report(Run run) {
    FxStage.run(() -> {
      window.shell().choose(run.workload());
      var view = window.shell().runView();
      view.form().setSettings(run.settings());
      view.options().setWorkers(2);
      window.shell().run();
    });
    var model = window.shell().runView().model();
    awaitTrue(() -> !FxStage.onFx(() -> model.runningProperty().get()));
    var report =
        assertInstanceOf(
                RunModel.Outcome.Done.class,
                FxStage.onFx(() -> model.outcomeProperty().get()),
                run.workload())
            .report();
    assertEquals(run.workload(), report.request().workload());
    return report;
  }

  private void select(int tab) {
    FxStage.run(() -> {
      if (window.lookup(".result-pane > .tab-pane") instanceof TabPane tabs) {
        tabs.getSelectionModel().select(tab);
      }
    });
  }

  private boolean picturesAreThere() {
    return window.scene().getRoot().lookupAll(".result-pane .image-view").stream()
        .map(ImageView.class::cast)
        .allMatch(view -> view.getImage() != null && view.getImage().getProgress() == 1);
  }

  private void picture(String workload, String detail, List<String> faults) {
    var name = "result-%s%s".formatted(workload, detail);
    window.picture(
        name,
        () -> {
          window.shell().runView().drawNow();
          cutOff(window.scene().getRoot()).forEach(text -> faults.add(name + ": " + text));
        });
  }

  /** Texts of the result and of what stands over it that end in dots for want of room. */
  private static Set<String> cutOff(Parent root) {
    return Stream.of(".result-pane .text", ".headline .text", ".centre-column > .label > .text")
        .flatMap(selector -> root.lookupAll(selector).stream())
        .filter(node -> node instanceof Text && node.getParent() instanceof Labeled)
        .filter(ShownWindow::visible)
        .filter(node -> !((Text) node).getText().equals(words((Labeled) node.getParent())))
        .map(node -> words((Labeled) node.getParent()))
        .collect(Collectors.toSet());
  }

  /** The text without the mark of its key. */
  private static String words(Labeled labeled) {
    var words = labeled.getText() == null ? "" : labeled.getText();
    return labeled.isMnemonicParsing() ? words.replace("_", "") : words;
  }

  private static boolean isShown(Node node) {
    for (var each = node; each != null; each = each.getParent()) {
      if (!each.isVisible()) {
        return false;
      }
    }
    return true;
  }
}
