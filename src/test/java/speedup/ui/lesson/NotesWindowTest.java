package speedup.ui.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import javafx.event.Event;
import javafx.print.Printer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import speedup.concept.lesson.Lesson;
import speedup.concept.lesson.ProgressFile;
import speedup.ui.FxStage;
import speedup.ui.Messages;

class NotesWindowTest {
  private static final Lesson LESSON = Lesson.all().getFirst();

  @TempDir Path folder;
  private LessonPane pane;
  private NotesWindow window;

  @BeforeEach
  void open() {
    FxStage.run(() -> {
      var book = new LessonBook(new ProgressFile(folder), Runnable::run, Runnable::run);
      pane = new LessonPane(book, LESSON, _ -> {});
      window = new NotesWindow(LESSON, pane);
      window.show();
    });
  }

  @AfterEach
  void close() {
    FxStage.run(window::close);
  }

  private List<String> words() {
    return FxStage.onFx(() -> {
      window.scene().getRoot().applyCss();
      window.scene().getRoot().layout();
      return window.scene().getRoot().lookupAll(".label").stream()
          .map(label -> ((Label) label).getText())
          .toList();
    });
  }

  private void press(KeyCode code) {
    FxStage.run(() ->
        Event.fireEvent(
            window.scene().getRoot(),
            new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false)));
  }

  @Test
  void followsTheLessonAndLeadsIt() {
    assertTrue(words().contains(LESSON.steps().get(0).notes()));
    FxStage.run(() -> pane.show(2));
    assertTrue(words().contains(LESSON.steps().get(2).notes()));
    FxStage.run(() -> FxStage.picture("notes-window.png", (Node) window.scene().getRoot()));
    press(KeyCode.PAGE_DOWN);
    assertEquals(3, FxStage.onFx(() -> pane.presentProperty().get()));
    assertTrue(words().contains(LESSON.steps().get(3).notes()));
    press(KeyCode.PAGE_UP);
    press(KeyCode.ESCAPE);
    assertEquals(2, FxStage.onFx(() -> pane.presentProperty().get()));
    assertFalse(FxStage.onFx(window::isShown));
  }

  @Test
  void allNotesGoOnPagesThatTheyFitOn() {
    var pages = FxStage.onFx(() -> NotesPrinter.pages(LESSON, 500, 750));
    FxStage.run(() -> FxStage.picture("notes-page.png", pages.getFirst()));
    assertTrue(pages.size() > 1, () -> pages.size() + " pages");
    assertTrue(
        pages.stream().allMatch(page -> page.getHeight() <= 750), () -> pages.getLast().toString());
    var printed =
        pages.stream()
            .flatMap(page -> page.getChildren().stream())
            .flatMap(sheet -> ((NotesSheet) sheet).words().stream())
            .toList();
    LESSON.steps().forEach(step -> assertTrue(printed.contains(step.notes()), step.title()));
  }

  @Test
  void saysThatThereIsNoPrinter() {
    assumeTrue(FxStage.onFx(() -> Printer.getDefaultPrinter() == null), "there is a printer");
    assertEquals(
        Messages.get("lesson.print.none"), FxStage.onFx(() -> NotesPrinter.print(LESSON, null)));
  }
}
