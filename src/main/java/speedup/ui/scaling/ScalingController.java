package speedup.ui.scaling;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import javafx.animation.AnimationTimer;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import speedup.experiment.SweepRequest;
import speedup.measure.Environment;
import speedup.plot.ChartTheme;
import speedup.ui.Messages;
import speedup.ui.chart.BreakdownBar;
import speedup.ui.chart.ChartPane;
import speedup.ui.form.ParameterForm;
import speedup.ui.run.Banner;
import speedup.ui.view.Session;
import speedup.ui.view.UsualWorkers;
import speedup.ui.view.WorkView;
import speedup.workload.Workload;
import speedup.workload.WorkloadWords;

/** Joins the Scaling view's controls with its model. */
public final class ScalingController implements WorkView {
  /** Text that changes faster than this cannot be read. */
  private static final long TEXT_NANOS = 200_000_000;

  @FXML private BorderPane root;
  @FXML private ScrollPane formScroll;
  @FXML private VBox formColumn;
  @FXML private VBox centre;
  @FXML private Label title;
  @FXML private Label answer;
  @FXML private HBox activityRow;
  @FXML private ProgressBar progress;
  @FXML private Label activity;
  @FXML private Label bigNumber;
  @FXML private Label bigCaption;
  @FXML private Label inputLine;
  @FXML private Banner state;
  @FXML private Banner banner;
  @FXML private Label chartTitle;
  @FXML private ToggleButton showWhatIf;
  @FXML private ToggleGroup chartGroup;
  @FXML private ToggleButton showTable;
  @FXML private StackPane chartStack;
  @FXML private ChartPane main;
  @FXML private VBox emptyBox;
  @FXML private Label emptyText;
  @FXML private Button emptyRun;
  @FXML private TableView<List<String>> table;
  @FXML private StackPane whatIfPlace;
  @FXML private GridPane figureGrid;
  @FXML private VBox lossSection;
  @FXML private ComboBox<Long> place;
  @FXML private ChartPane waterfall;
  @FXML private Label waterfallMissing;
  @FXML private BreakdownBar breakdown;
  @FXML private PredictionCards predictions;
  @FXML private Label notes;

  private final List<ChartPane> figures = new ArrayList<>();
  private final Analyst analyst = new Analyst();
  private final SplittableRandom seeds = new SplittableRandom();
  private final ReadOnlyStringWrapper extent = new ReadOnlyStringWrapper("");
  private Session session;
  private UsualWorkers usual; // held here, or it would not go on
  private ScalingModel model;
  private StudyOptionsModel options;
  private ScalingLayout layout;
  private StudyDrawing drawing;
  private Workload workload;
  private BooleanBinding ready;
  private StringBinding problem;
  private long textAt;

  private final AnimationTimer pulse =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          if (now - textAt > TEXT_NANOS) {
            textAt = now;
            drawProgress();
          }
          render();
        }
      };

  /** Called by the FXML loader. */
  public ScalingController() {}

  @Override
  public void open(Session itsSession) {
    session = itsSession;
    var machine = Environment.current();
    var cores = new Finding.Cores(machine.physicalCores(), machine.logicalCores());
    model = new ScalingModel(session.lab(), session.ui(), analyst, cores);
    options = new StudyOptionsModel(cores.physical(), cores.logical());
    usual = new UsualWorkers(session.preferences(), options::setWorkers);
    var form = new ParameterForm(session.settings(), session.picker());
    var studyForm = new StudyForm(options, extent);
    formColumn.getChildren().addAll(studyForm, form);
    form.disableProperty().bind(session.busyProperty());
    studyForm.disableProperty().bind(session.busyProperty());
    whatIfPlace.getChildren().setAll(new WhatIfPane(model, session.busyProperty()));
    for (int i = 0; i < Finding.FIGURES; i++) {
      figures.add(new ChartPane());
    }
    layout =
        new ScalingLayout(
            root,
            centre,
            formScroll,
            figureGrid,
            figures,
            Map.of(chartStack, 310.0, breakdown, 58.0));
    drawing =
        new StudyDrawing(
            model,
            new StudyDrawing.Parts(
                answer,
                bigNumber,
                bigCaption,
                banner,
                chartTitle,
                showWhatIf,
                showTable,
                main,
                table,
                figureGrid,
                figures,
                lossSection,
                place,
                waterfall,
                waterfallMissing,
                breakdown,
                predictions,
                notes,
                emptyBox));
    bindVisibility();
    var checks = new StudyChecks(session.settings(), options);
    ready = checks.ready(session.busyProperty());
    problem = checks.problem();
    emptyRun.disableProperty().bind(ready.not());
    listen();
    showNothing();
  }

  private void bindVisibility() {
    StudyDrawing.leaveNoGaps(whatIfPlace, figureGrid, lossSection, predictions, notes);
    StudyDrawing.leaveNoGaps(waterfallMissing, inputLine, showWhatIf, waterfall);
    whatIfPlace
        .visibleProperty()
        .bind(showWhatIf.selectedProperty().and(model.whatIfProperty().isNotNull()));
    showWhatIf.visibleProperty().bind(model.whatIfProperty().isNotNull());
    activityRow.visibleProperty().bind(model.runningProperty());
    answer.visibleProperty().bind(model.runningProperty().not());
    table.visibleProperty().bind(showTable.selectedProperty());
    main.visibleProperty().bind(showTable.selectedProperty().not());
  }

  private void listen() {
    model.runningProperty().addListener((_, _, running) -> runningChanged(running));
    model.outcomeProperty().addListener((_, _, outcome) -> show(outcome));
    model.findingProperty().addListener((_, _, found) -> drawing.show(found));
    model.whatIfProperty().addListener(_ -> drawing.drawMain());
    model.checkProperty().addListener(_ -> drawing.drawMain());
    showWhatIf.selectedProperty().addListener(_ -> drawing.drawMain());
    chartGroup
        .selectedToggleProperty()
        .addListener((_, before, now) -> {
          if (now == null) {
            chartGroup.selectToggle(before);
          }
          drawing.drawMain();
        });
    options.engineProperty().addListener((_, _, engine) -> model.check(engine, options));
    options.modeProperty().addListener(_ -> modeChanged());
    for (var each :
        List.of(
            options.valuesProperty(),
            options.repeatsProperty(),
            options.engineProperty(),
            options.validProperty(),
            options.startProperty(),
            session.settings().validProperty(),
            session.lastRunProperty(),
            session.busyProperty())) {
      each.addListener(_ -> showExtent());
    }
  }

  private void modeChanged() {
    emptyText.setText(Messages.get("study.empty." + options.modeProperty().get().id()));
    showExtent();
  }

  private void showExtent() {
    if (workload == null || !options.validProperty().get()) {
      extent.set("");
      return;
    }
    try {
      var request = request();
      extent.set(
          ScalingWords.extent(request, model.estimate(request, session.lastRunProperty().get())));
    } catch (IllegalArgumentException e) {
      extent.set(e.getMessage());
    }
  }

  private SweepRequest request() {
    return options.request(workload, session.settings().settings(), seeds.nextLong());
  }

  @Override
  public BooleanBinding ready() {
    return ready;
  }

  @Override
  public StringBinding problem() {
    return problem;
  }

  @Override
  public ReadOnlyBooleanProperty running() {
    return model.runningProperty();
  }

  /** The state behind the view. */
  public ScalingModel model() {
    return model;
  }

  /** What is to be studied. */
  public StudyOptionsModel options() {
    return options;
  }

  @Override
  public void setWorkload(Workload next) {
    workload = next;
    options.setWorkload(next);
    title.setText(WorkloadWords.title(next));
    showExtent();
  }

  @Override
  public void hideResult() {
    if (model.forget()) {
      showNothing();
    }
  }

  @Override
  public void shown() {
    showExtent();
  }

  @Override
  @FXML
  public void run() {
    if (ready.get()) {
      showNothing();
      model.start(request(), options.modeProperty().get());
    }
  }

  /** Makes a study again as it is; the forms show it as far as they can. */
  public void again(SweepRequest request) {
    session.settings().setSettings(request.run().settings());
    options.apply(request);
    showNothing();
    model.start(request, options.modeProperty().get());
  }

  @Override
  public void stop() {
    model.stop();
  }

  @Override
  public boolean drop(List<Path> files) {
    var refusal = session.settings().drop(files);
    refusal.ifPresentOrElse(words -> state.show(Banner.Kind.WARNING, words), state::hide);
    return refusal.isEmpty();
  }

  private void runningChanged(boolean running) {
    if (running) {
      state.hide();
      if (model.checking()) {
        // its button is disabled now; the focus elsewhere would scroll the chart out of sight
        showWhatIf.requestFocus();
      }
      progress.setProgress(ProgressBar.INDETERMINATE_PROGRESS);
      emptyBox.setVisible(false);
      pulse.start();
    } else {
      pulse.stop();
      showExtent();
    }
    session.statusChanged();
  }

  /** Tells how far it is, without waiting for the next frame. */
  public void drawProgress() {
    model
        .look()
        .ifPresent(look -> {
          activity.setText(ScalingWords.progress(model, look));
          int runs = look.runs().size();
          progress.setProgress(
              runs > 0
                  ? (double) runs / model.request().runs()
                  : Double.isNaN(look.fraction())
                      ? ProgressBar.INDETERMINATE_PROGRESS
                      : look.fraction());
          if (!look.input().isEmpty() && !model.checking()) {
            StudyDrawing.showText(inputLine, look.input());
          }
          session.statusChanged();
        });
  }

  /** Before the first run of a study. */
  private void showNothing() {
    state.hide();
    StudyDrawing.showText(inputLine, "");
    emptyBox.setVisible(true);
    modeChanged();
    drawing.showNothing(options.modeProperty().get());
  }

  private void show(ScalingModel.Outcome outcome) {
    switch (outcome) {
      case ScalingModel.Outcome.None _ -> {}
      case ScalingModel.Outcome.Done(var report) -> {
        session.studied(report);
        if (!model.checking()) {
          session.settings().showChosen(report.settings());
          StudyDrawing.showText(inputLine, report.input());
        }
        ScalingWords.noisy(model.findingProperty().get())
            .ifPresent(noisy -> state.show(Banner.Kind.WARNING, noisy));
      }
      case ScalingModel.Outcome.Stopped _ ->
          state.show(
              Banner.Kind.INFO,
              Messages.get("study.stopped", model.look().orElseThrow().runs().size()));
      case ScalingModel.Outcome.BadInput(var parameter, var message) -> {
        parameter.ifPresent(id -> session.settings().showError(id, message));
        state.show(Banner.Kind.ERROR, message);
      }
      case ScalingModel.Outcome.Failed(var message) -> state.show(Banner.Kind.ERROR, message);
    }
    if (model.findingProperty().get() == null && !model.runningProperty().get()) {
      emptyBox.setVisible(true);
    }
  }

  /** Draws what has changed. */
  public void render() {
    drawing.render();
  }

  @Override
  public void setLook(ChartTheme theme, double scale) {
    layout.setScale(scale);
    drawing.setLook(theme, scale);
  }

  @Override
  public void close() {
    pulse.stop();
    analyst.close();
  }
}
