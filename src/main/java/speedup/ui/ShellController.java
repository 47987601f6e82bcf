package speedup.ui;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.fxml.FXML;
import javafx.fxml.FXMLLoader;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.kordamp.ikonli.javafx.FontIcon;
import speedup.plot.ChartTheme;
import speedup.ui.fx.UiThread;
import speedup.ui.notice.NoticePane;
import speedup.ui.run.FileOpener;
import speedup.ui.run.RunController;
import speedup.ui.view.Backstage;
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
  @FXML private NoticePane notices;

  private final Map<View, Loaded> views = new EnumMap<>(View.class);
  private final ReadOnlyObjectWrapper<View> present = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
  private ShellLooks looks;
  private Stage stage;
  private Session session;
  private Presentation presentation;
  private ShellCommands commands;
  private ShellPages pages;
  private StatusBar status;
  private FileOpener opener = (_, refused) -> refused.run(); // until there is one

  /** Called by the FXML loader. */
  public ShellController() {}

  void open(Backstage backstage, Stage onStage, UiThread ui) {
    stage = onStage;
    commands = new ShellCommands(this);
    looks =
        new ShellLooks(
            root, backstage.preferences(), () -> presentation.isOn(), this::looksChanged);
    presentation = new Presentation(this, root, stage, running, run.disabledProperty());
    session =
        new Session(
            backstage,
            ui,
            new InputDialog(stage),
            this::show,
            this::refreshStatus,
            new ShellDesk(this));
    status = new StatusBar(cores, pool, dispatch, events, notKept, backstage.history());
    pages = new ShellPages(this, stage);
    notices.open(session.notices());
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
    show(
        backstage
            .preferences()
            .get()
            .window()
            .flatMap(window -> View.named(window.view()))
            .orElse(View.HOME));
    workloadBox.managedProperty().bind(workloadBox.visibleProperty());
    name.managedProperty().bind(name.visibleProperty());
    root.widthProperty().addListener(_ -> makeRoom());
    root.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    root.setOnDragOver(this::dragOver);
    root.setOnDragDropped(this::dropped);
    looks.apply();
    refreshStatus();
  }

  /** A view that has been shown: the others are not loaded yet. */
  private record Loaded(Node root, WorkView view) {}

  /** Shows a view, and lets Run mean what it starts. */
  public void show(View view) {
    if (present.get() == view) {
      return;
    }
    var loaded = loaded(view);
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

  private Loaded loaded(View view) {
    var known = views.get(view);
    if (known != null) {
      return known;
    }
    var loaded = load(view);
    views.put(view, loaded);
    giveOpener(loaded);
    return loaded;
  }

  private Loaded load(View view) {
    var loader =
        new FXMLLoader(ShellController.class.getResource(view.layout()), Messages.bundle());
    try {
      Node itsRoot = loader.load();
      WorkView itsView = loader.getController();
      itsView.open(session);
      itsView.setWorkload(workload.getValue());
      itsView.setLook(chartTheme(), looks.scale().px(1));
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
    return presentation.charts(looks.theme() == Theme.DARK ? ChartTheme.DARK : ChartTheme.LIGHT);
  }

  /** The status bar; called when something it tells has changed. */
  void refreshStatus() {
    status.refresh(
        session.lab().warmWorkers(),
        views.containsKey(View.RUN) ? Optional.of(runView()) : Optional.empty());
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
    looks.toggleTheme();
  }

  /** Shows the window in a theme, until the person chooses another one. */
  public void setTheme(Theme next) {
    looks.set(next);
  }

  /** Hides what was found, so that a class can predict what comes out. */
  void hideResults() {
    views.values().forEach(loaded -> loaded.view().hideResult());
  }

  /** Shows everything larger or smaller, until the person chooses another size. */
  public void setScale(UiScale next) {
    looks.set(next);
  }

  private void looksChanged() {
    themeIcon.setIconLiteral(
        looks.theme() == Theme.LIGHT ? "mdi2w-weather-night" : "mdi2w-white-balance-sunny");
    views.values().forEach(loaded -> loaded.view().setLook(chartTheme(), looks.scale().px(1)));
    makeRoom();
  }

  /** The views are never narrower than the bar, so names would keep columns from moving. */
  private void makeRoom() {
    name.setVisible(root.getWidth() >= looks.scale().px(ROOM_FOR_NAME));
    rail.setNamed(root.getWidth() >= looks.scale().px(ROOM_FOR_VIEW_NAMES));
  }

  /** The view of runs. */
  public RunController runView() {
    return (RunController) loaded(View.RUN).view();
  }

  /** The view that is shown. */
  public View presentView() {
    return present.get();
  }

  /** A view that has been shown. */
  public WorkView view(View which) {
    return views.get(which).view();
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

  private void key(KeyEvent event) {
    var command = commands.of(event);
    command.ifPresent(meant -> meant.action().run());
    if (command.isPresent() || presentation.key(event)) {
      event.consume();
    }
  }

  /** Whether anything runs. */
  boolean isRunning() {
    return running.get();
  }

  ReadOnlyBooleanProperty runningProperty() {
    return running.getReadOnlyProperty();
  }

  FileOpener opener() {
    return opener;
  }

  /** Help and About. */
  ShellPages pages() {
    return pages;
  }

  /** Shows the page of help on the view that is shown. */
  @FXML
  public void help() {
    pages.help(present.get());
  }

  ShellLooks looks() {
    return looks;
  }

  /** For the last row of a room, and back. */
  void togglePresentation() {
    presentation.toggle(looks.theme(), looks.scale());
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

  void setOpener(FileOpener next) {
    opener = next;
    views.values().forEach(this::giveOpener);
  }

  private void giveOpener(Loaded loaded) {
    if (loaded.view() instanceof RunController runs) {
      runs.setOpener(opener);
    }
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

  /** What comes back when the window is made anew in another language. */
  record Kept(View view, String workload, Map<String, String> settings, int workers) {}

  Kept kept() {
    return new Kept(
        present.get(),
        workload.getValue().id(),
        session.settings().settings(),
        runView().options().workersProperty().get());
  }

  void restore(Kept kept) {
    choose(kept.workload());
    session.settings().setSettings(kept.settings());
    runView().options().setWorkers(kept.workers());
    show(kept.view());
  }

  void close() {
    stop();
    looks.close();
    pages.close();
    views.values().forEach(loaded -> loaded.view().close());
  }
}
