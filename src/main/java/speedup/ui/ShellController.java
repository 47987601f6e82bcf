package speedup.ui;

import java.io.File;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
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
import speedup.ui.settings.SettingsDialog;
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
  @FXML private Hyperlink settingsNotice;
  @FXML private Button settingsButton;
  @FXML private Rail rail;
  @FXML private StackPane stack;
  @FXML private NoticePane notices;

  private final ShellViews views = new ShellViews(this::open);
  private final ReadOnlyObjectWrapper<View> present = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
  private ShellLooks looks;
  private Stage stage;
  private Session session;
  private Presentation presentation;
  private ShellCommands commands;
  private SettingsDialog settings;
  private ShellOverlays overlays;
  private ShellUndo undo;
  private ShellPages pages;
  private StatusBar status;
  private FileOpener opener = (_, refused) -> refused.run(); // until there is one

  /** Called by the FXML loader. */
  public ShellController() {}

  void open(Backstage backstage, Stage onStage, UiThread ui) {
    stage = onStage;
    commands = new ShellCommands(this);
    overlays = new ShellOverlays(this, commands, root);
    looks =
        new ShellLooks(
            root,
            backstage.preferences(),
            () -> presentation.isOn(),
            this::looksChanged,
            new SystemLook().themeProperty());
    presentation =
        new Presentation(
            this, root, stage, running, run.disabledProperty(), problem.textProperty());
    session =
        new Session(
            backstage,
            ui,
            new InputDialog(stage),
            this::show,
            this::refreshStatus,
            new ShellDesk(this));
    settings = new SettingsDialog(stage, backstage, ui, looks::dress);
    settingsButton.setTooltip(
        new Tooltip(Messages.get("settings.tip", commands.named("settings").keyName())));
    Tips.tellWhile(backstage.preferences().noticeProperty(), settingsNotice);
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
          views.each(view -> view.setWorkload(chosen));
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

  /** Shows a view, and lets Run mean what it starts. */
  public void show(View view) {
    if (present.get() == view) {
      return;
    }
    var loaded = views.get(view);
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

  private void open(View which, WorkView view) {
    view.open(session);
    view.setWorkload(workload.getValue());
    view.setLook(chartTheme(), looks.scale().px(1));
    view.running()
        .addListener(_ -> {
          running.set(views.anyRuns());
          session.setBusy(running.get());
        });
    if (which == View.RUN) {
      runView().setOpener(opener);
      undo = new ShellUndo(root, session.settings(), runView().options(), this::choose);
    }
  }

  private WorkView view() {
    return views.get(present.get()).view();
  }

  private ChartTheme chartTheme() {
    return presentation.charts(looks.theme().charts());
  }

  /** The status bar; called when something it tells has changed. */
  void refreshStatus() {
    status.refresh(
        session.lab().warmWorkers(),
        views.has(View.RUN) ? Optional.of(runView()) : Optional.empty());
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
    views.each(WorkView::stop);
  }

  /** From light to dark, to high contrast, and back. */
  @FXML
  public void toggleTheme() {
    looks.toggleTheme();
  }

  /** Shows the window in a theme, until the person chooses another one. */
  public void setTheme(Theme next) {
    looks.set(next);
  }

  /** What the person chooses for the program as a whole. */
  @FXML
  public void openSettings() {
    settings.show();
  }

  /** Hides what was found, so that a class can predict what comes out. */
  void hideResults() {
    views.each(WorkView::hideResult);
  }

  /** Shows everything larger or smaller, until the person chooses another size. */
  public void setScale(UiScale next) {
    looks.set(next);
  }

  private void looksChanged() {
    themeIcon.setIconLiteral(Theme.of(looks.theme().next(), Theme.LIGHT).icon());
    views.each(view -> view.setLook(chartTheme(), looks.scale().px(1)));
    makeRoom();
    settings.dress();
  }

  /** The views are never narrower than the bar, so names would keep columns from moving. */
  private void makeRoom() {
    name.setVisible(root.getWidth() >= looks.scale().px(ROOM_FOR_NAME));
    rail.setNamed(root.getWidth() >= looks.scale().px(ROOM_FOR_VIEW_NAMES));
  }

  /** The view of runs. */
  public RunController runView() {
    return (RunController) views.get(View.RUN).view();
  }

  /** The view that is shown. */
  public View presentView() {
    return present.get();
  }

  /** How many scenes the number keys choose from; 0 where they choose views. */
  int scenes() {
    return view().scenes();
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
    if (overlays.isOpen()) {
      return;
    }
    var command = commands.of(event);
    command.ifPresent(meant -> meant.action().run());
    if (command.isPresent() || ViewKeys.showScene(view(), event) || presentation.key(event)) {
      event.consume();
    }
  }

  /** Shows everything that can be done, to choose from. */
  @FXML
  public void openPalette() {
    overlays.openPalette();
  }

  /** Shows which key does what. */
  void openKeys() {
    overlays.openKeys();
  }

  ShellUndo forms() {
    views.get(View.RUN);
    return undo;
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
    if (views.has(View.RUN)) {
      runView().setOpener(opener);
    }
  }

  private void closing(WindowEvent event) {
    event.consume();
    views.beforeClose(stage::close);
  }

  /** What comes back when the window is made anew in another language. */
  record Kept(View view, String workload, RunController run, SettingsDialog settings) {}

  /** The dialog stays open: it is where the person chooses the language. */
  Kept kept() {
    var kept = new Kept(present.get(), workload.getValue().id(), runView(), settings);
    settings = null;
    return kept;
  }

  void restore(Kept kept) {
    choose(kept.workload());
    runView().takeOver(kept.run());
    show(kept.view());
    settings = kept.settings();
    settings.remake(looks::dress);
  }

  void close() {
    stop();
    if (settings != null) {
      settings.close();
    }
    looks.close();
    pages.close();
    views.each(WorkView::close);
  }
}
