package speedup.ui.settings;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Screen;
import javafx.stage.Stage;
import speedup.settings.Preferences;
import speedup.settings.PreferencesFile;
import speedup.ui.FileDialogs;
import speedup.ui.Messages;
import speedup.ui.form.ProblemLine;
import speedup.ui.fx.UiThread;
import speedup.ui.view.Backstage;

/**
 * The window of the settings, beside the one of the program: whatever is chosen in it is seen there
 * at once. JavaFX thread only.
 */
public final class SettingsDialog {
  private static final double SCREEN_SHARE = 0.9;

  private final Stage owner;
  private final Backstage backstage;
  private final UiThread ui;
  private final ExecutorService background =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("trials").daemon().factory());
  private final ChangeListener<Preferences> listener = (_, _, now) -> adopt(now);
  private Consumer<Scene> dress;
  private Stage stage;
  private SettingsModel model;
  private SettingsForm form;
  private Preferences beforeReset;
  private int fitted;

  /**
   * A dialog that is not shown yet.
   *
   * @param owner the window of the program
   * @param dress gives a scene the colours and the size of the program
   */
  public SettingsDialog(Stage owner, Backstage backstage, UiThread ui, Consumer<Scene> dress) {
    this.owner = owner;
    this.backstage = backstage;
    this.ui = ui;
    this.dress = dress;
  }

  /** Shows it, or brings it to the front. */
  public void show() {
    if (stage == null) {
      stage = new Stage();
      stage.initOwner(owner);
      stage.setScene(new Scene(content()));
      stage.setOnHidden(_ -> hidden());
      backstage.preferences().property().addListener(listener);
      dress.accept(stage.getScene());
      stage.setTitle(Messages.get("settings.title"));
      fit();
      stage.show();
    }
    stage.toFront();
    stage.requestFocus();
  }

  /** Large enough for its content where the screen is. */
  private void fit() {
    fitted = scale();
    var screen = Screen.getPrimary().getVisualBounds();
    stage.sizeToScene();
    stage.setMaxWidth(screen.getWidth());
    stage.setMaxHeight(screen.getHeight() * SCREEN_SHARE);
  }

  private void hidden() {
    model.commit();
    backstage.preferences().property().removeListener(listener);
    stage = null;
  }

  /** Colours and size have changed. */
  public void dress() {
    if (stage != null) {
      dress.accept(stage.getScene());
      if (fitted != scale()) {
        fit(); // else it keeps the size that the person gave it
      }
    }
  }

  private int scale() {
    return backstage.preferences().get().appearance().scale();
  }

  /** Makes what is in it anew, in another language, as part of a window that was made anew. */
  public void remake(Consumer<Scene> dressNow) {
    dress = dressNow;
    if (stage != null) {
      model.commit();
      stage.getScene().setRoot(content());
      stage.setTitle(Messages.get("settings.title"));
      dress();
    }
  }

  /** Ends the thread of the trials; the window itself closes with its owner. */
  public void close() {
    if (stage != null) {
      stage.hide();
    }
    background.shutdownNow();
  }

  private void adopt(Preferences now) {
    form.adopt(now.appearance());
  }

  /** What is shown; for tests. */
  Scene scene() {
    return stage.getScene();
  }

  /** All that is in the window. */
  Parent content() {
    model =
        new SettingsModel(
            backstage.preferences(), backstage.trials(), new SettingEntry.Threads(background, ui));
    form = new SettingsForm(model, backstage.folders(), Choosers.of(new FileDialogs(() -> stage)));
    var scroll = new ScrollPane(form);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("settings-scroll");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    var root = new VBox(scroll, foot());
    root.getStyleClass().add("settings-window");
    return root;
  }

  private Region foot() {
    var file =
        new Label(
            Messages.get(
                "settings.file", new PreferencesFile(backstage.folders().settings()).path()));
    file.getStyleClass().addAll("muted", "small");
    file.setWrapText(true);
    file.setMinHeight(Region.USE_PREF_SIZE);
    var problem = ProblemLine.warning(backstage.preferences().noticeProperty());
    var reset = new Button(Messages.get("settings.reset"));
    reset.setId("settings-reset");
    var undo = new Button(Messages.get("settings.undo"));
    undo.setId("settings-undo");
    undo.setVisible(beforeReset != null);
    reset.setOnAction(_ -> reset());
    undo.setOnAction(_ -> undo());
    var close = new Button(Messages.get("settings.close"));
    close.setCancelButton(true);
    close.setOnAction(_ -> stage.hide());
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    for (var button : new Button[] {reset, undo, close}) {
      button.setMnemonicParsing(true);
      button.setMinWidth(Region.USE_PREF_SIZE);
    }
    var buttons = new HBox(reset, undo, gap, close);
    buttons.getStyleClass().add("field-row");
    buttons.setAlignment(Pos.CENTER_LEFT);
    var foot = new VBox(file, problem, buttons);
    foot.getStyleClass().addAll("form", "settings-foot");
    return foot;
  }

  private void reset() {
    var before = backstage.preferences().get();
    backstage.preferences().change(Preferences::reset);
    beforeReset = before.equals(backstage.preferences().get()) ? beforeReset : before;
    refill();
  }

  private void undo() {
    var before = beforeReset;
    beforeReset = null;
    backstage
        .preferences()
        .change(now -> now.with(before.appearance()).with(before.work()).with(before.places()));
    refill();
  }

  /** The typed fields show what holds now. */
  private void refill() {
    if (stage != null) {
      stage.getScene().setRoot(content());
      dress();
    }
  }
}
