package speedup.ui.lesson;

import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;
import org.kordamp.ikonli.javafx.FontIcon;
import speedup.concept.lesson.Lesson;
import speedup.ui.Messages;
import speedup.ui.Theme;
import speedup.ui.UiScale;

/**
 * The teacher's notes in a window of their own, for the screen that the class does not see. They
 * follow the lesson, which can be led from there. JavaFX thread only.
 */
final class NotesWindow {
  private static final double WIDTH = 640;
  private static final double HEIGHT = 560;

  /** Read from a desk, beside a keyboard. */
  private static final UiScale LARGE = new UiScale(125);

  private final Lesson lesson;
  private final LessonPane pane;
  private final Label said = new Label();
  private final ScrollPane place = new ScrollPane();
  private final Stage stage = new Stage();

  /**
   * Not shown yet.
   *
   * @param pane what the class sees
   */
  NotesWindow(Lesson lesson, LessonPane pane) {
    this.lesson = lesson;
    this.pane = pane;
    place.setFitToWidth(true);
    place.getStyleClass().add("notes-place");
    var before = button("lesson.before", "mdi2c-chevron-left", pane::back);
    before.disableProperty().bind(pane.presentProperty().lessThan(1));
    var next = button("lesson.next", "mdi2c-chevron-right", pane::forward);
    var print = button("lesson.print", "mdi2p-printer-outline", this::print);
    said.setWrapText(true);
    said.getStyleClass().add("muted");
    var tools = new HBox(before, next, print, said);
    tools.getStyleClass().addAll("field-row", "notes-tools");
    var root = new BorderPane(place, null, null, tools, null);
    root.getStyleClass().add("notes-window");
    root.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    stage.setTitle(Messages.get("lesson.notes.title", lesson.title()));
    stage.setScene(new Scene(root, WIDTH, HEIGHT));
    Theme.styleSheetOf(stage.getScene());
    LARGE.apply(stage.getScene());
    pane.presentProperty().subscribe(_ -> draw());
  }

  private static Button button(String words, String icon, Runnable action) {
    var button = new Button(Messages.get(words), new FontIcon(icon));
    button.setMnemonicParsing(true);
    button.setOnAction(_ -> action.run());
    return button;
  }

  private void key(KeyEvent event) {
    switch (event.getCode()) {
      case KeyCode.PAGE_DOWN -> pane.forward();
      case KeyCode.PAGE_UP -> pane.back();
      case KeyCode.ESCAPE -> close();
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void draw() {
    var step = pane.presentProperty().get();
    if (step >= 0) {
      place.setContent(new NotesSheet(lesson, step));
      place.setVvalue(0);
    }
  }

  private void print() {
    said.setText(NotesPrinter.print(lesson, stage));
  }

  /** Shows it, or brings it to the front, in the colours of the main window. */
  void show() {
    if (pane.getScene() != null) {
      Theme.copy(pane.getScene(), stage.getScene());
    }
    // no more than this: a window that was moved to another screen stays there
    stage.show();
    stage.toFront();
  }

  /** What is in it, for pictures and tests. */
  Scene scene() {
    return stage.getScene();
  }

  boolean isShown() {
    return stage.isShowing();
  }

  void close() {
    stage.close();
  }
}
