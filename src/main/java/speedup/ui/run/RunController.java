package speedup.ui.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.animation.AnimationTimer;
import javafx.beans.Observable;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import speedup.experiment.RunReport;
import speedup.experiment.RunRequest;
import speedup.measure.Environment;
import speedup.plot.ChartTheme;
import speedup.scaling.Verdict;
import speedup.ui.Messages;
import speedup.ui.chart.BreakdownBar;
import speedup.ui.chart.ChartPane;
import speedup.ui.chart.PicturePane;
import speedup.ui.chart.RaceTrack;
import speedup.ui.chart.StagesChart;
import speedup.ui.chart.TimelineStrip;
import speedup.ui.form.ParameterForm;
import speedup.ui.form.ParameterFormModel;
import speedup.ui.fx.UiThread;
import speedup.ui.view.Session;
import speedup.ui.view.UsualWorkers;
import speedup.ui.view.WorkView;
import speedup.workload.Preset;
import speedup.workload.Workload;
import speedup.workload.WorkloadWords;

/** Joins the Run view's controls with its model; draws once a frame while something runs. */
public final class RunController implements WorkView {
  @FXML private BorderPane root;
  @FXML private ScrollPane formScroll;
  @FXML private VBox centre;
  @FXML private StackPane chartStack;
  @FXML private StackPane timelineStack;
  @FXML private Label chartHint;
  @FXML private Label timelineHint;
  @FXML private Label summary;
  @FXML private VBox formColumn;
  @FXML private Label title;
  @FXML private Label result;
  @FXML private VBox headlineText;
  @FXML private StackPane outcomeLine;
  @FXML private VBox bigBox;
  @FXML private Label inputLine;
  @FXML private HBox activityRow;
  @FXML private ProgressBar progress;
  @FXML private Label activity;
  @FXML private Label bigNumber;
  @FXML private Label bigCaption;
  @FXML private Banner banner;
  @FXML private RaceTrack race;
  @FXML private Label chartTitle;
  @FXML private ToggleGroup chartGroup;
  @FXML private ToggleButton showSpeedup;
  @FXML private ToggleButton showPicture;
  @FXML private ToggleButton showStages;
  @FXML private ToggleButton showResult;
  @FXML private ToggleButton showTable;
  @FXML private ChartPane speedup;
  @FXML private PicturePane picture;
  @FXML private StagesChart stages;
  @FXML private ResultPane resultPane;
  @FXML private TableView<List<String>> table;
  @FXML private TimelineStrip timeline;
  @FXML private BreakdownBar breakdown;
  @FXML private VBox workerColumn;

  private RunLayout layout;
  private ChartTabs tabs;
  private RunModel model;
  private ParameterFormModel form;
  private CacheLine cacheLine;
  private RunOptionsModel options;
  private RunOptionsForm optionsView;
  private LiveDrawing live;
  private Workload workload;
  private Session session;
  private UsualWorkers usual; // held here, or it would not go on
  private BooleanBinding ready;
  private StringBinding problem;

  private final AnimationTimer pulse =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          live.drawFrame();
        }
      };

  /** Called by the FXML loader. */
  public RunController() {}

  @Override
  public void open(Session itsSession) {
    session = itsSession;
    model = new RunModel(session.lab(), session.ui());
    var machine = Environment.current();
    form = session.settings();
    form.setOnPreset(this::apply);
    options = new RunOptionsModel(machine.physicalCores(), machine.logicalCores());
    options.repeatsProperty().set(Repeats.QUICK);
    usual = new UsualWorkers(session.preferences(), options::setWorkers);
    var formView = new ParameterForm(form, session.picker());
    optionsView = new RunOptionsForm(options, model::unavailable);
    cacheLine = new CacheLine(model.cache(), UiThread.javaFx());
    formColumn.getChildren().addAll(new VBox(formView, cacheLine), optionsView);
    var cards = new WorkerCards(model::terminateWorker, model::killWorker);
    VBox.setVgrow(cards, Priority.ALWAYS);
    workerColumn.getChildren().add(cards);
    live =
        new LiveDrawing(
            model,
            new LiveDrawing.Screen(
                race,
                speedup,
                picture,
                stages,
                timeline,
                breakdown,
                cards,
                progress,
                activity,
                bigNumber,
                bigCaption,
                inputLine),
            () -> tabs.pictureBegan(),
            () -> tabs.stagesBegan(),
            () -> tabs.refresh(),
            session::statusChanged);
    var checks = new FormChecks(form, options);
    ready = checks.ready(model.runningProperty());
    problem = checks.problem();
    formView.disableProperty().bind(model.runningProperty());
    cacheLine.disableProperty().bind(model.runningProperty());
    optionsView.disableProperty().bind(model.runningProperty());
    activityRow.visibleProperty().bind(model.runningProperty());
    model.onTurn(this::workersTurned);
    model.onReport(session::ran);
    model.runningProperty().addListener((_, _, running) -> runningChanged(running));
    model.outcomeProperty().addListener((_, _, outcome) -> show(outcome));
    picture.setTinted(true);
    layout =
        new RunLayout(
            root,
            centre,
            new RunLayout.Headline(headlineText, outcomeLine, bigBox),
            formScroll,
            workerColumn,
            race,
            chartStack,
            timelineStack,
            breakdown);
    tabs =
        new ChartTabs(
            new ChartTabs.Buttons(
                chartGroup, showSpeedup, showPicture, showStages, showResult, showTable),
            new ChartTabs.Views(chartTitle, speedup, chartHint, picture, stages, resultPane, table),
            layout::setFound);
    options.engines().addListener((Observable _) -> enginesChanged());
    speedup.show(SessionSeries.chart(List.of(), machine.physicalCores(), machine.logicalCores()));
    clear();
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
  public RunModel model() {
    return model;
  }

  /** What was measured of the one before stays in the session. */
  @Override
  public void setWorkload(Workload next) {
    workload = next;
    title.setText(WorkloadWords.title(next));
    summary.setText(WorkloadWords.summary(next));
    cacheLine.refresh(next);
    optionsView.setWorkload(next);
    suggestChunk();
    tabs.forgetFound();
    clear();
  }

  /** Before a run the track shows who will race; results of the last one stay. */
  private void enginesChanged() {
    if (!model.runningProperty().get() && model.finished().isEmpty()) {
      live.clear(options.enginesInTurn());
      layout.setBars(options.enginesInTurn().size());
    }
  }

  private void suggestChunk() {
    options.setChunk(workload.suggestedChunk().map(OptionalInt::of).orElseGet(OptionalInt::empty));
  }

  private void apply(Preset preset) {
    options.apply(preset);
    if (preset.chunk().isEmpty()) {
      suggestChunk();
    }
  }

  private void clear() {
    result.setText("");
    inputLine.setText("");
    bigNumber.setText("");
    bigCaption.setText("");
    banner.hide();
    race.setPlaceholder(Messages.get("run.race.empty"));
    live.clear(options.enginesInTurn());
    layout.setBars(options.enginesInTurn().size());
    timelineHint.setVisible(true);
    tabs.forgetResult();
  }

  @Override
  public void hideResult() {
    if (!model.runningProperty().get()) {
      model.forgetSession();
      live.drawSeries();
      clear();
      race.setPlaceholder(Messages.get("run.race.predict"));
      live.render();
    }
  }

  @Override
  public void stop() {
    model.stop();
  }

  @Override
  public void run() {
    if (!ready.get()) {
      return;
    }
    clear();
    model.start(options.request(workload.id(), form.settings()));
  }

  /** Shows what another view showed, in words of the present language. */
  public void takeOver(RunController before) {
    form.setSettings(before.form.settings());
    options.apply(before.options.request(workload.id(), form.settings()));
    model.takeOver(before.model);
    session.bringBack(before.session.lastRunProperty().get());
    if (!model.finished().isEmpty()) {
      timelineHint.setVisible(false);
      layout.setBars(model.request().engines().size());
      live.drawAll();
      tabs.refresh();
    }
  }

  /** Runs a request as it is; the forms show it as far as they can. */
  public void again(RunRequest request) {
    form.setSettings(request.settings());
    options.apply(request);
    clear();
    model.start(request);
  }

  /** Is given files of a result that the person wants to open. */
  public void setOpener(FileOpener opener) {
    resultPane.setOpener(opener, banner);
  }

  @Override
  public boolean drop(List<Path> files) {
    var refusal = form.drop(files);
    refusal.ifPresentOrElse(words -> banner.show(Banner.Kind.WARNING, words), banner::hide);
    return refusal.isEmpty();
  }

  private void runningChanged(boolean running) {
    if (running) {
      timelineHint.setVisible(false);
      pulse.start();
    } else {
      pulse.stop();
      live.drawAll();
      cacheLine.refresh(workload);
    }
    session.statusChanged();
  }

  private void workersTurned() {
    live.drawWorkers();
    session.statusChanged();
  }

  private void show(RunModel.Outcome outcome) {
    switch (outcome) {
      case RunModel.Outcome.None _ -> {}
      case RunModel.Outcome.Done(var report) -> show(report);
      case RunModel.Outcome.Stopped _ -> banner.show(Banner.Kind.INFO, Messages.get("run.stopped"));
      case RunModel.Outcome.BadInput(var parameter, var message) -> {
        parameter.ifPresent(id -> form.showError(id, message));
        banner.show(Banner.Kind.ERROR, message);
      }
      case RunModel.Outcome.Failed(var message) -> banner.show(Banner.Kind.ERROR, message);
    }
  }

  private void show(RunReport report) {
    form.showChosen(report.settings());
    result.setText(Messages.get("run.result", report.resultInWords()));
    resultPane.show(report.shown());
    inputLine.setText(RunWords.input(report));
    report
        .analysis()
        .ifPresent(analysis -> {
          bigNumber.setText(RunWords.speedup(analysis.speedup()));
          bigCaption.setText(RunWords.caption(analysis, report.request().main().orElseThrow()));
          show(analysis.verdict(), report.comparison().finding());
        });
    breakdown.show(Optional.of(report.breakdown()));
    live.drawSeries();
    live.render();
    tabs.offerResult();
    session.statusChanged();
  }

  /** What several engines show together is the better lesson; else what the one shows. */
  private void show(Verdict verdict, Optional<String> finding) {
    var text = finding.orElseGet(() -> (verdict.sentence() + " " + verdict.advice()).strip());
    banner.show(Banner.Kind.of(verdict), text);
    breakdown.highlight(verdict.evidence());
  }

  @Override
  public void setLook(ChartTheme charts, double scale) {
    layout.setScale(scale);
    for (var chart : List.of(race, speedup, stages, timeline, breakdown)) {
      chart.setTheme(charts);
      chart.setTextScale(scale);
    }
  }

  /** Events of the present or last experiment. */
  public long eventsSeen() {
    return model.monitor().events();
  }

  /** Chunks of the present or last experiment that were done and are not in the picture. */
  public long eventsLost() {
    return model.monitor().lost();
  }

  /** The settings of the workload. */
  public ParameterFormModel form() {
    return form;
  }

  /** How it is to be run. */
  public RunOptionsModel options() {
    return options;
  }

  /** Draws what there is, without waiting for the next frame. */
  public void drawNow() {
    live.drawAll();
  }

  @Override
  public void close() {
    pulse.stop();
  }
}
