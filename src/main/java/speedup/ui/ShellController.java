package speedup.ui;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.fxml.FXML;
import javafx.fxml.FXMLLoader;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.kordamp.ikonli.javafx.FontIcon;
import speedup.measure.Environment;
import speedup.plot.ChartTheme;
import speedup.ui.fx.UiThread;
import speedup.ui.history.HistoryController;
import speedup.ui.run.FileOpener;
import speedup.ui.run.RunController;
import speedup.ui.view.Backstage;
import speedup.ui.view.RunHistory;
import speedup.ui.view.Session;
import speedup.ui.view.View;
import speedup.ui.view.WorkView;
import speedup.workload.Workload;
import speedup.workload.Workloads;

/** The frame around the views: workload, Run and Stop, theme, keys, status bar. */
public final class ShellController {
  /** Width at 100 %, in pixels, under which the bar has no room for the program's name. */
  private static final double ROOM_FOR_NAME = 700;

  /** The same for the names of the views. */
  private static final double ROOM_FOR_VIEW_NAMES = 1_000;

  @FXML private BorderPane root;
  @FXML private Label name;
  @FXML private HBox workloadBox;
  @FXML private ComboBox<Workload> workload;
  @FXML private Button run;
  @FXML private Button stop;
  @FXML private Label problem;
  @FXML private FontIcon themeIcon;
  @FXML private Label cores;
  @FXML private Label pool;
  @FXML private Label dispatch;
  @FXML private Label events;
  @FXML private Label notKept;
  @FXML private Rail rail;
  @FXML private StackPane stack;

  private final Map<View, Loaded> views = new EnumMap<>(View.class);
  private final ReadOnlyObjectWrapper<View> present = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
  private Theme theme = Theme.LIGHT;
  private UiScale scale = UiScale.NORMAL;
  private Stage stage;
  private Session session;
  private Presentation presentation;

  /** Called by the FXML loader. */
  public ShellController() {}

  void open(Backstage backstage, Stage onStage, UiThread ui) {
    stage = onStage;
    presentation = new Presentation(this, root, stage, running, run.disabledProperty());
    session =
        new Session(
            backstage,
            ui,
            new InputDialog(stage),
            this::show,
            this::refreshStatus,
            new ShellDesk(this));
    showProblemOf(backstage.history());
    stage.setOnCloseRequest(this::closing);
    workload.setConverter(new WorkloadNames());
    workload.getItems().setAll(Workloads.all());
    workload.getSelectionModel().selectFirst();
    session.settings().setWorkload(workload.getValue());
    workload
        .valueProperty()
        .addListener((_, _, chosen) -> {
          session.settings().setWorkload(chosen);
          views.values().forEach(loaded -> loaded.view().setWorkload(chosen));
        });
    workload.disableProperty().bind(running);
    run.visibleProperty().bind(running.not());
    run.managedProperty().bind(run.visibleProperty());
    stop.visibleProperty().bind(running);
    stop.managedProperty().bind(stop.visibleProperty());
    rail.setOnChosen(this::show);
    show(View.RUN);
    workloadBox.managedProperty().bind(workloadBox.visibleProperty());
    name.managedProperty().bind(name.visibleProperty());
    root.widthProperty().addListener(_ -> makeRoom());
    root.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    root.setOnDragOver(this::dragOver);
    root.setOnDragDropped(this::dropped);
    apply();
    showMachine();
    refreshStatus();
  }

  private void showMachine() {
    var machine = Environment.current();
    cores.setText(Messages.get("shell.cores", machine.physicalCores(), machine.logicalCores()));
  }

  /** A view that has been shown: the others are not loaded yet. */
  private record Loaded(Node root, WorkView view) {}

  /** Shows a view, and lets Run mean what it starts. */
  public void show(View view) {
    if (present.get() == view) {
      return;
    }
    var loaded = views.computeIfAbsent(view, this::load);
    present.set(view);
    stack.getChildren().setAll(loaded.root());
    rail.select(view);
    workloadBox.setVisible(!loaded.view().hasOwnWorkload());
    run.disableProperty().unbind();
    run.disableProperty().bind(BooleanExpression.booleanExpression(loaded.view().ready()).not());
    problem.textProperty().unbind();
    problem.textProperty().bind(loaded.view().problem());
    loaded.view().shown();
  }

  private Loaded load(View view) {
    var loader =
        new FXMLLoader(ShellController.class.getResource(view.layout()), Messages.bundle());
    try {
      Node itsRoot = loader.load();
      WorkView itsView = loader.getController();
      itsView.open(session);
      itsView.setWorkload(workload.getValue());
      itsView.setLook(chartTheme(), scale.px(1));
      itsView
          .running()
          .addListener(_ -> {
            running.set(anyRuns());
            session.setBusy(running.get());
          });
      return new Loaded(itsRoot, itsView);
    } catch (IOException e) {
      throw new UncheckedIOException("the layout of the view cannot be read", e);
    }
  }

  private boolean anyRuns() {
    return views.values().stream().anyMatch(loaded -> loaded.view().running().get());
  }

  private WorkView view() {
    return views.get(present.get()).view();
  }

  private ChartTheme chartTheme() {
    return presentation.charts(theme == Theme.DARK ? ChartTheme.DARK : ChartTheme.LIGHT);
  }

  /** The status bar; called when something it tells has changed. */
  void refreshStatus() {
    var runView = runView();
    var warm = session.lab().warmWorkers();
    pool.setText(
        warm == 0 ? Messages.get("shell.pool.cold") : Messages.get("shell.pool.warm", warm));
    events.setText(Messages.get("shell.events", runView.eventsSeen(), runView.eventsLost()));
    dispatch.setText(
        runView
            .dispatchMicros()
            .map(micros -> Messages.get("shell.dispatch", Math.round(micros)))
            .orElse(""));
  }

  /** Starts what the forms of the view say, unless something runs. */
  @FXML
  public void run() {
    if (!running.get()) {
      view().run();
    }
  }

  /** Stops what runs. */
  @FXML
  public void stop() {
    views.values().forEach(loaded -> loaded.view().stop());
  }

  /** From light to dark and back. */
  @FXML
  public void toggleTheme() {
    setTheme(theme == Theme.LIGHT ? Theme.DARK : Theme.LIGHT);
  }

  /** Shows the window in a theme. */
  public void setTheme(Theme next) {
    theme = next;
    apply();
  }

  /** Hides what was found, so that a class can predict what comes out. */
  void hideResults() {
    views.values().forEach(loaded -> loaded.view().hideResult());
  }

  /** Shows everything larger or smaller. */
  public void setScale(UiScale next) {
    scale = next;
    apply();
  }

  private void apply() {
    theme.apply(root.getScene());
    scale.apply(root.getScene());
    themeIcon.setIconLiteral(
        theme == Theme.LIGHT ? "mdi2w-weather-night" : "mdi2w-white-balance-sunny");
    views.values().forEach(loaded -> loaded.view().setLook(chartTheme(), scale.px(1)));
    makeRoom();
  }

  /** The views are never narrower than the bar, so names would keep columns from moving. */
  private void makeRoom() {
    name.setVisible(root.getWidth() >= scale.px(ROOM_FOR_NAME));
    rail.setNamed(root.getWidth() >= scale.px(ROOM_FOR_VIEW_NAMES));
  }

  /** The view of runs. */
  public RunController runView() {
    return (RunController) views.get(View.RUN).view();
  }

  /** The view that is shown. */
  public View presentView() {
    return present.get();
  }

  /** A view that has been shown. */
  public WorkView view(View which) {
    return views.get(which).view();
  }

  /** Takes an exported run into the history and shows it there. */
  void take(Path exported) {
    show(View.HISTORY);
    ((HistoryController) view(View.HISTORY)).take(exported);
  }

  /** What the views share. */
  public Session session() {
    return session;
  }

  /** Chooses what to run. */
  public void choose(String workloadId) {
    workload.getItems().stream()
        .filter(item -> item.id().equals(workloadId))
        .findFirst()
        .ifPresent(workload::setValue);
  }

  private void showProblemOf(RunHistory history) {
    notKept.visibleProperty().bind(history.problemProperty().isNotEmpty());
    notKept.managedProperty().bind(notKept.visibleProperty());
    var why = new Tooltip();
    why.textProperty().bind(history.problemProperty());
    notKept.setTooltip(why);
    notKept.accessibleHelpProperty().bind(history.problemProperty());
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.F5) {
      run();
    } else if (event.getCode() == KeyCode.ESCAPE && running.get()) {
      stop();
    } else if (event.getCode() == KeyCode.F11) {
      presentation.toggle(theme, scale);
    } else if (control(KeyCode.PLUS, event)
        || control(KeyCode.EQUALS, event)
        || control(KeyCode.ADD, event)) {
      setScale(scale.larger());
    } else if (control(KeyCode.MINUS, event) || control(KeyCode.SUBTRACT, event)) {
      setScale(scale.smaller());
    } else if (control(KeyCode.DIGIT0, event) || control(KeyCode.NUMPAD0, event)) {
      setScale(UiScale.NORMAL);
    } else if (!showByKey(event) && !presentation.key(event)) {
      return;
    }
    event.consume();
  }

  private boolean showByKey(KeyEvent event) {
    var wanted = ViewKeys.of(event.getCode()).filter(_ -> control(event.getCode(), event));
    wanted.ifPresent(this::show);
    return wanted.isPresent();
  }

  private static boolean control(KeyCode code, KeyEvent event) {
    return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_ANY)
        .match(event);
  }

  private void dragOver(DragEvent event) {
    if (event.getDragboard().hasFiles() && !running.get()) {
      event.acceptTransferModes(TransferMode.LINK, TransferMode.COPY);
    }
    event.consume();
  }

  private void dropped(DragEvent event) {
    event.setDropCompleted(drop(event.getDragboard().getFiles()));
    event.consume();
  }

  /**
   * Takes files that were dropped on the window.
   *
   * @return whether the workload has a use for them
   */
  boolean drop(List<File> files) {
    return !running.get() && view().drop(files.stream().map(File::toPath).toList());
  }

  void setOpener(FileOpener opener) {
    runView().setOpener(opener);
  }

  private void closing(WindowEvent event) {
    event.consume();
    closeAfter(views.values().iterator());
  }

  /** Closes the window once none of these views would lose anything. */
  private void closeAfter(Iterator<Loaded> left) {
    if (left.hasNext()) {
      left.next().view().beforeClose(() -> closeAfter(left));
    } else {
      stage.close();
    }
  }

  void close() {
    stop();
    views.values().forEach(loaded -> loaded.view().close());
  }
}
