package speedup.ui.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import speedup.history.Findings;
import speedup.history.KeptRun;
import speedup.history.RunStore;
import speedup.plot.Chart;
import speedup.plot.ChartTheme;
import speedup.plot.Texts;
import speedup.report.ReportChart;
import speedup.report.ReportTables;
import speedup.scaling.Analysis;
import speedup.ui.Messages;
import speedup.ui.chart.ChartPane;
import speedup.ui.chart.ChartTable;
import speedup.ui.run.Banner;

/**
 * One kept run: its figures, why, every time, the machine, and the person's note. FX thread only.
 */
final class RunDetails extends VBox {
  private static final Duration PAUSE = Duration.millis(600);
  private static final double CHART_HEIGHT = 240;

  private final Label title = new Label();
  private final Label when = new Label();
  private final Label number = new Label();
  private final Label caption = new Label();
  private final Banner verdict = new Banner();
  private final Banner problems = new Banner();
  private final Label input = new Label();
  private final TextArea note = new TextArea();
  private final Label saved = new Label(Messages.get("history.note.saved"));
  private final TabPane tabs = new TabPane();
  private final List<ChartPane> charts = new ArrayList<>();
  private final PauseTransition pause = new PauseTransition(PAUSE);
  private final BiConsumer<String, String> saver;
  private Optional<RunStore.Kept> kept = Optional.empty();
  private String savedNote = "";
  private ChartTheme theme = ChartTheme.LIGHT;
  private double scale = 1;

  /** What a person can do with the run. */
  record Actions(Runnable again, Runnable export, Runnable delete) {}

  /**
   * Details of no run yet.
   *
   * @param saver is given the id of a run and what was written about it
   */
  RunDetails(Actions actions, BiConsumer<String, String> saver) {
    this.saver = saver;
    getStyleClass().add("run-details");
    title.getStyleClass().add("view-title");
    when.getStyleClass().add("muted");
    number.getStyleClass().add("big-number");
    number.setMinWidth(USE_PREF_SIZE);
    caption.setWrapText(true);
    input.setWrapText(true);
    input.getStyleClass().add("muted");
    for (var line : List.of(when, caption, input)) {
      line.setMinHeight(USE_PREF_SIZE);
    }
    HBox.setHgrow(caption, Priority.ALWAYS);
    var figures = new HBox(number, caption);
    figures.getStyleClass().add("details-row");
    tabs.setAccessibleText(Messages.get("history.tabs"));
    tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    tabs.setMinHeight(CHART_HEIGHT);
    VBox.setVgrow(tabs, Priority.ALWAYS);
    getChildren()
        .addAll(
            title, when, buttons(actions), problems, figures, verdict, input, noteField(), tabs);
  }

  private static Node buttons(Actions actions) {
    var again = button("again", actions.again());
    again.setTooltip(new Tooltip(Messages.get("history.again.tip")));
    var export = button("export", actions.export());
    export.setTooltip(new Tooltip(Messages.get("history.export.tip")));
    var row = new FlowPane(again, export, button("delete", actions.delete()));
    row.getStyleClass().add("details-actions");
    row.setPrefWrapLength(200);
    row.setMinHeight(USE_PREF_SIZE);
    return row;
  }

  static Button button(String key, Runnable action) {
    var button = new Button(Messages.get("history." + key));
    button.setId("history-" + key);
    button.setMnemonicParsing(true);
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(_ -> action.run());
    return button;
  }

  private Node noteField() {
    var name = new Label(Messages.get("history.note"));
    name.setMnemonicParsing(true);
    name.setLabelFor(note);
    saved.getStyleClass().addAll("muted", "small");
    saved.setVisible(false);
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    note.setId("history-note");
    note.setPromptText(Messages.get("history.note.prompt"));
    note.setWrapText(true);
    note.setPrefRowCount(2);
    note.setMinHeight(USE_PREF_SIZE);
    note.textProperty()
        .addListener(_ -> {
          saved.setVisible(false);
          pause.playFromStart();
        });
    pause.setOnFinished(_ -> saveNote());
    note.focusedProperty()
        .addListener((_, _, focused) -> {
          if (!focused) {
            saveNote();
          }
        });
    return new VBox(new HBox(name, gap, saved), note);
  }

  /** Saves what was written since the last time. */
  void saveNote() {
    pause.stop();
    var text = note.getText();
    if (kept.isPresent() && !text.equals(savedNote)) {
      savedNote = text;
      saver.accept(kept.get().run().id(), text);
    }
  }

  /** The note of a run is on the disk. */
  void noteSaved(String id) {
    if (kept.map(one -> one.run().id().equals(id)).orElse(false)) {
      saved.setVisible(note.getText().equals(savedNote));
    }
  }

  /** The run that is shown. */
  Optional<KeptRun> run() {
    return kept.map(RunStore.Kept::run);
  }

  /**
   * Shows a run in the place of the one before.
   *
   * @param drawn its charts, which take too long to work out on this thread
   */
  void show(RunStore.Kept next, Findings findings, Map<ReportChart, Chart> drawn) {
    saveNote();
    kept = Optional.empty();
    var run = next.run();
    savedNote = run.note();
    note.setText(run.note());
    pause.stop();
    saved.setVisible(false);
    kept = Optional.of(next);
    title.setText(run.request().workload());
    when.setText(Messages.get("history.headline", HistoryWords.when(run), run.environment().cpu()));
    input.setText(run.input());
    problems.hide();
    if (!next.problems().isEmpty()) {
      problems.show(Banner.Kind.WARNING, String.join(" ", next.problems()));
    }
    number.setText(
        findings
            .analysis()
            .map(found -> Messages.get("history.times", Texts.number(found.speedup(), 2)))
            .orElse(""));
    number.setManaged(findings.analysis().isPresent());
    caption.setText(
        findings
            .analysis()
            .map(HistoryWords::caption)
            .orElseGet(() -> Messages.get("history.no-speedup", findings.missing().orElse(""))));
    verdict.hide();
    findings
        .analysis()
        .map(Analysis::verdict)
        .ifPresent(found -> {
          var words = (found.sentence() + " " + found.advice()).strip();
          verdict.show(Banner.Kind.of(found), findings.comparison().orElse(words));
        });
    fillTabs(run, findings, drawn);
  }

  private void fillTabs(KeptRun run, Findings findings, Map<ReportChart, Chart> drawn) {
    int before = tabs.getSelectionModel().getSelectedIndex();
    charts.clear();
    var next = new ArrayList<Tab>();
    drawn.forEach((kind, chart) -> {
      var pane = new ChartPane();
      pane.show(chart);
      pane.setMinHeight(0);
      charts.add(pane);
      next.add(new Tab(kind.title(chart), pane));
    });
    var tables = new ReportTables(run, findings);
    next.add(new Tab(Messages.get("history.tab.runs"), table(tables.samples())));
    next.add(new Tab(Messages.get("history.tab.engines"), table(tables.engines())));
    next.add(new Tab(Messages.get("history.tab.machine"), table(tables.environment())));
    next.add(new Tab(Messages.get("history.tab.settings"), table(tables.settings())));
    tabs.getTabs().setAll(next);
    tabs.getSelectionModel().select(Math.clamp(before, 0, next.size() - 1));
    setLook(theme, scale);
  }

  private static Node table(List<List<String>> rows) {
    var table = new TableView<List<String>>();
    ChartTable.fill(table, rows);
    return table;
  }

  void setLook(ChartTheme nextTheme, double nextScale) {
    theme = nextTheme;
    scale = nextScale;
    tabs.setMinHeight(CHART_HEIGHT * scale);
    for (var chart : charts) {
      chart.setTheme(theme);
      chart.setTextScale(scale);
    }
  }
}
