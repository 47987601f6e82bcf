package speedup.ui;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import javafx.util.StringConverter;
import org.kordamp.ikonli.javafx.FontIcon;
import speedup.experiment.Lab;
import speedup.measure.Environment;
import speedup.ui.fx.UiThread;
import speedup.ui.run.RunController;
import speedup.ui.run.RunModel;
import speedup.workload.Parameter;
import speedup.workload.Workload;
import speedup.workload.Workloads;

/** The frame around the views: workload, Run and Stop, theme, keys, status bar. */
public final class ShellController {
  /** Width at 100 %, in pixels, under which the bar has no room for the program's name. */
  private static final double ROOM_FOR_NAME = 700;

  @FXML private BorderPane root;
  @FXML private Label name;
  @FXML private ComboBox<Workload> workload;
  @FXML private Button run;
  @FXML private Button stop;
  @FXML private Label problem;
  @FXML private FontIcon themeIcon;
  @FXML private Label cores;
  @FXML private Label pool;
  @FXML private Label dispatch;
  @FXML private Label events;
  @FXML private RunController runViewController;

  private Theme theme = Theme.LIGHT;
  private UiScale scale = UiScale.NORMAL;
  private Stage stage;
  private RunModel model;

  /** Called by the FXML loader. */
  public ShellController() {}

  void open(Lab lab, Stage onStage, UiThread ui) {
    stage = onStage;
    model = new RunModel(lab, ui);
    runViewController.open(model, this::pick, this::refreshStatus);
    workload.setConverter(new WorkloadNames());
    workload.getItems().setAll(Workloads.all());
    workload.valueProperty().addListener((_, _, chosen) -> runViewController.setWorkload(chosen));
    workload.getSelectionModel().selectFirst();
    workload.disableProperty().bind(model.runningProperty());
    run.visibleProperty().bind(model.runningProperty().not());
    run.managedProperty().bind(run.visibleProperty());
    run.disableProperty().bind(runViewController.readyProperty().not());
    stop.visibleProperty().bind(model.runningProperty());
    stop.managedProperty().bind(stop.visibleProperty());
    problem.textProperty().bind(runViewController.problemProperty());
    name.managedProperty().bind(name.visibleProperty());
    root.widthProperty().addListener(_ -> showName());
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

  /** The status bar; called when something it tells has changed. */
  void refreshStatus() {
    var warm = model.warmWorkers();
    pool.setText(
        warm == 0 ? Messages.get("shell.pool.cold") : Messages.get("shell.pool.warm", warm));
    events.setText(
        Messages.get(
            "shell.events", runViewController.eventsSeen(), runViewController.eventsLost()));
    dispatch.setText(
        runViewController
            .dispatchMicros()
            .map(micros -> Messages.get("shell.dispatch", Math.round(micros)))
            .orElse(""));
  }

  /** Starts what the forms say. */
  @FXML
  public void run() {
    runViewController.run();
  }

  /** Stops what runs. */
  @FXML
  public void stop() {
    model.stop();
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
    runViewController.setLook(theme, scale.px(1));
    showName();
  }

  /** The views are never narrower than the bar, so a name would keep columns from moving. */
  private void showName() {
    name.setVisible(root.getWidth() >= scale.px(ROOM_FOR_NAME));
  }

  /** The view of runs. */
  public RunController runView() {
    return runViewController;
  }

  /** The state behind the view of runs. */
  public RunModel model() {
    return model;
  }

  /** Chooses what to run. */
  public void choose(String workloadId) {
    workload.getItems().stream()
        .filter(item -> item.id().equals(workloadId))
        .findFirst()
        .ifPresent(workload::setValue);
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.F5) {
      run();
    } else if (event.getCode() == KeyCode.ESCAPE && model.runningProperty().get()) {
      stop();
    } else if (event.getCode() == KeyCode.F11) {
      stage.setFullScreen(!stage.isFullScreen());
    } else if (control(KeyCode.PLUS, event)
        || control(KeyCode.EQUALS, event)
        || control(KeyCode.ADD, event)) {
      setScale(scale.larger());
    } else if (control(KeyCode.MINUS, event) || control(KeyCode.SUBTRACT, event)) {
      setScale(scale.smaller());
    } else if (control(KeyCode.DIGIT0, event) || control(KeyCode.NUMPAD0, event)) {
      setScale(UiScale.NORMAL);
    } else {
      return;
    }
    event.consume();
  }

  private static boolean control(KeyCode code, KeyEvent event) {
    return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_ANY)
        .match(event);
  }

  private void dragOver(DragEvent event) {
    if (event.getDragboard().hasFiles() && !model.runningProperty().get()) {
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
    return !model.runningProperty().get()
        && runViewController.drop(files.stream().map(File::toPath).toList());
  }

  private Optional<Path> pick(Parameter input) {
    if (!(input instanceof Parameter.InputFile wanted)) {
      var folders = new DirectoryChooser();
      folders.setTitle(Messages.get("form.folder.pick"));
      return Optional.ofNullable(folders.showDialog(stage)).map(File::toPath);
    }
    var chooser = new FileChooser();
    chooser.setTitle(Messages.get("form.file.pick"));
    var patterns = wanted.extensions().stream().map(extension -> "*." + extension).toList();
    if (!patterns.isEmpty()) {
      chooser
          .getExtensionFilters()
          .add(new FileChooser.ExtensionFilter(String.join(", ", patterns), patterns));
    }
    chooser
        .getExtensionFilters()
        .add(new FileChooser.ExtensionFilter(Messages.get("shell.all-files"), "*"));
    return Optional.ofNullable(chooser.showOpenDialog(stage)).map(File::toPath);
  }

  void setOpener(Consumer<Path> opener) {
    runViewController.setOpener(opener);
  }

  void close() {
    model.stop();
    runViewController.close();
  }

  /** Workloads by their titles. */
  private static final class WorkloadNames extends StringConverter<Workload> {
    @Override
    public String toString(Workload item) {
      return item == null ? "" : item.title();
    }

    @Override
    public Workload fromString(String text) {
      throw new UnsupportedOperationException("the list is chosen from, not typed into");
    }
  }
}
