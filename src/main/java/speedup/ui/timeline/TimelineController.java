package speedup.ui.timeline;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableStringValue;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import speedup.history.Fingerprint;
import speedup.history.KeptRun;
import speedup.measure.RunTrace;
import speedup.plot.ChartTheme;
import speedup.plot.timeline.OverviewChart;
import speedup.plot.timeline.TimedTrace;
import speedup.plot.timeline.TimelineChart;
import speedup.plot.timeline.TimelineState;
import speedup.ui.Messages;
import speedup.ui.chart.BreakdownBar;
import speedup.ui.chart.ChartPane;
import speedup.ui.chart.ChartTable;
import speedup.ui.form.ListWords;
import speedup.ui.run.Banner;
import speedup.ui.view.Session;
import speedup.ui.view.View;
import speedup.ui.view.WorkView;
import speedup.workload.Workload;

/** Joins the Timeline view's controls with its model. What changes is drawn by the next pulse. */
public final class TimelineController implements WorkView {
  /** Width of the view at 100 %, in pixels, from which the details stand beside the lanes. */
  private static final double ROOM_FOR_DETAILS = 820;

  private static final double OVERVIEW_HEIGHT = 44;
  private static final double LANES_HEIGHT = 160;
  private static final double BAR_HEIGHT = 50;
  private static final double TITLE_COLUMN = 230;
  private static final double COLUMN = 112;
  private static final PseudoClass BELOW = PseudoClass.getPseudoClass("below");

  @FXML private BorderPane root;
  @FXML private VBox empty;
  @FXML private Button go;
  @FXML private ScrollPane scroll;
  @FXML private VBox centre;
  @FXML private VBox details;
  @FXML private DetailsPane facts;
  @FXML private ComboBox<TimelineRuns.Offer> run;
  @FXML private ComboBox<Optional<TimelineRuns.Offer>> other;
  @FXML private ToggleButton showTable;
  @FXML private MenuButton export;
  @FXML private MenuItem exportTrace;
  @FXML private Banner banner;
  @FXML private StackPane overviewFrame;
  @FXML private ChartPane overview;
  @FXML private StackPane lanesFrame;
  @FXML private ChartPane lanes;
  @FXML private TableView<List<String>> table;
  @FXML private Label summary;
  @FXML private BreakdownBar breakdown;
  @FXML private Label otherSummary;
  @FXML private BreakdownBar otherBreakdown;

  private final TimelineModel model = new TimelineModel(this::changed);
  private final TimelineInput input = new TimelineInput(model);
  private final TimelineRuns runs = new TimelineRuns();
  private Workload workload;
  private TimelineExport exporter;
  private Session session;
  private OverviewChart strip;
  private ChartTheme theme = ChartTheme.LIGHT;
  private double scale = 1;
  private boolean filling;

  /** Called by the FXML loader. */
  public TimelineController() {}

  @Override
  public void open(Session with) {
    session = with;
    input.attachLanes(lanesFrame, lanes);
    input.attachOverview(overviewFrame, overview);
    lanesFrame.accessibleTextProperty().bind(lanes.accessibleTextProperty());
    overviewFrame.accessibleTextProperty().bind(overview.accessibleTextProperty());
    var none = Messages.get("timeline.compare.none");
    other.setConverter(
        new ListWords<>(offer -> offer.map(TimelineRuns.Offer::title).orElse(none), none));
    run.valueProperty().addListener(_ -> chosen());
    other.valueProperty().addListener(_ -> chosen());
    table.visibleProperty().bind(showTable.selectedProperty());
    lanesFrame.visibleProperty().bind(showTable.selectedProperty().not());
    showTable.selectedProperty().addListener(_ -> changed());
    for (Node part : List.of(otherSummary, otherBreakdown)) {
      part.managedProperty().bind(part.visibleProperty());
    }
    scroll.visibleProperty().bind(Bindings.isNotEmpty(run.getItems()));
    empty.visibleProperty().bind(scroll.visibleProperty().not());
    details.visibleProperty().bind(scroll.visibleProperty());
    details.managedProperty().bind(details.visibleProperty());
    root.widthProperty().addListener(_ -> reflow());
    exporter = new TimelineExport(this::askForFile, banner);
    root.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    banner.hide();
    session.lastRunProperty().addListener(_ -> showLastRun());
    showLastRun();
  }

  private void showLastRun() {
    if (session.lastRunProperty().get() != null) {
      show(KeptRun.of(session.lastRunProperty().get()));
    }
  }

  /** Shows a run, such as one of the history; one without a trace changes nothing. */
  public void show(KeptRun kept) {
    runs.add(kept).ifPresent(this::offer);
  }

  /** Compares a run with the one that is shown. */
  public void compare(KeptRun kept) {
    runs.add(kept).ifPresent(this::compare);
  }

  /** Shows a run that was not made by a comparison. */
  public void show(String title, RunTrace trace) {
    offer(runs.add(title, trace));
  }

  /** Compares two runs on one scale of time: the one that is shown, above, with another one. */
  public void compare(String title, RunTrace trace) {
    compare(runs.add(title, trace));
  }

  private void compare(TimelineRuns.Offer added) {
    fill(run.getValue() == null ? added : run.getValue(), Optional.of(added));
  }

  private void offer(TimelineRuns.Offer offer) {
    fill(offer, Optional.empty());
  }

  private void fill(TimelineRuns.Offer main, Optional<TimelineRuns.Offer> second) {
    filling = true;
    boolean wasEmpty = go.isFocused();
    run.getItems().setAll(runs.offers());
    run.setValue(main);
    var others = new ArrayList<Optional<TimelineRuns.Offer>>();
    others.add(Optional.empty());
    runs.offers().forEach(each -> others.add(Optional.of(each)));
    other.getItems().setAll(others);
    other.setValue(second);
    filling = false;
    chosen();
    if (wasEmpty) {
      lanesFrame.requestFocus(); // the button is gone
    }
  }

  private void chosen() {
    if (filling || run.getValue() == null) {
      return;
    }
    var shown = new ArrayList<TimedTrace>();
    shown.add(run.getValue().open());
    Optional.ofNullable(other.getValue())
        .flatMap(second -> second)
        .filter(second -> !second.equals(run.getValue()))
        .ifPresent(second -> shown.add(second.open()));
    exportTrace.setDisable(run.getValue().whole().isEmpty());
    warnOfUnlikeMachines();
    model.show(shown);
  }

  private void warnOfUnlikeMachines() {
    banner.hide();
    Optional.ofNullable(other.getValue())
        .flatMap(second -> second)
        .flatMap(TimelineRuns.Offer::whole)
        .flatMap(second ->
            run.getValue()
                .whole()
                .flatMap(first -> Fingerprint.unlike(first.environment(), second.environment())))
        .ifPresent(sentence -> banner.show(Banner.Kind.WARNING, sentence));
  }

  /** What can be done to it. */
  public TimelineModel model() {
    return model;
  }

  private void changed() {
    model.state().ifPresent(this::draw);
  }

  private void draw(TimelineState state) {
    var chart = new TimelineChart(state);
    lanes.show(chart);
    lanes.requestLayout();
    if (strip == null) {
      strip = new OverviewChart(state);
    }
    strip.show(state);
    overview.show(strip);
    overview.requestLayout();
    if (showTable.isSelected()) {
      ChartTable.fill(table, chart.table());
      widenColumns();
    }
    summarise(state);
    facts.show(state);
  }

  /** There are more columns than fit, so they are as wide as their words, and scroll. */
  private void widenColumns() {
    table.setColumnResizePolicy(TableView.UNCONSTRAINED_RESIZE_POLICY);
    for (var column : table.getColumns()) {
      boolean first = column == table.getColumns().getFirst();
      column.setPrefWidth(scale * (first ? TITLE_COLUMN : COLUMN));
    }
  }

  private void summarise(TimelineState state) {
    var window = state.window();
    var first = state.runs().getFirst();
    summary.setText(TimelineWords.summary(first, window));
    breakdown.show(Optional.of(first.times(window).inSeconds()));
    breakdown.requestLayout();
    boolean two = state.runs().size() > 1;
    otherSummary.setVisible(two);
    otherBreakdown.setVisible(two);
    if (two) {
      var second = state.runs().getLast();
      otherSummary.setText(TimelineWords.summary(second, window));
      otherBreakdown.show(Optional.of(second.times(window).inSeconds()));
      otherBreakdown.requestLayout();
    }
  }

  @FXML
  private void goToRun() {
    session.show(View.RUN);
  }

  @FXML
  private void zoomIn() {
    model.zoomIn();
  }

  @FXML
  private void zoomOut() {
    model.zoomOut();
  }

  @FXML
  private void fit() {
    model.fit();
  }

  @FXML
  private void exportPng() {
    model.state().ifPresent(state -> exporter.png(state, theme));
  }

  @FXML
  private void exportSvg() {
    model.state().ifPresent(state -> exporter.svg(state, theme));
  }

  @FXML
  private void exportTrace() {
    run.getValue().whole().ifPresent(exporter::trace);
  }

  private Optional<Path> askForFile(String name) {
    var chooser = new FileChooser();
    chooser.setTitle(Messages.get("timeline.export"));
    chooser.setInitialFileName(name);
    return Optional.ofNullable(chooser.showSaveDialog(root.getScene().getWindow()))
        .map(File::toPath);
  }

  private void key(KeyEvent event) {
    if (event.isShortcutDown() && event.getCode() == KeyCode.E && scroll.isVisible()) {
      export.show();
      event.consume();
    }
  }

  private void reflow() {
    boolean beside = root.getWidth() / scale >= ROOM_FOR_DETAILS;
    if (beside != (root.getRight() == details)) {
      if (beside) {
        centre.getChildren().remove(details);
        root.setRight(details);
      } else {
        root.setRight(null);
        centre.getChildren().add(details);
      }
      details.pseudoClassStateChanged(BELOW, !beside);
    }
  }

  @Override
  public void setLook(ChartTheme charts, double nextScale) {
    theme = charts;
    scale = nextScale;
    input.setScale(scale);
    for (var chart : List.of(overview, lanes, breakdown, otherBreakdown)) {
      chart.setTheme(charts);
      chart.setTextScale(scale);
    }
    overviewFrame.setMinHeight(OVERVIEW_HEIGHT * scale);
    overviewFrame.setPrefHeight(OVERVIEW_HEIGHT * scale);
    lanesFrame.setMinHeight(LANES_HEIGHT * scale);
    for (var bar : List.of(breakdown, otherBreakdown)) {
      bar.setMinHeight(BAR_HEIGHT * scale);
      bar.setPrefHeight(BAR_HEIGHT * scale);
    }
    reflow();
  }

  @Override
  public ObservableBooleanValue ready() {
    return session.settings().validProperty();
  }

  @Override
  public ObservableStringValue problem() {
    return session.settings().firstProblemProperty();
  }

  @Override
  public void run() {
    session.desk().run(workload.id(), session.settings().settings());
  }

  @Override
  public void setWorkload(Workload chosen) {
    workload = chosen;
  }

  /** The keys of the lanes work at once. */
  @Override
  public void shown() {
    (scroll.isVisible() ? lanesFrame : go).requestFocus();
  }

  @Override
  public void close() {}
}
