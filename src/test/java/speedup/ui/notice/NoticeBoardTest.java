package speedup.ui.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import javafx.scene.control.Button;
import org.junit.jupiter.api.Test;
import speedup.ui.FxStage;
import speedup.ui.Theme;
import speedup.ui.UiScale;
import speedup.ui.notice.NoticeBoard.Kind;
import speedup.ui.notice.NoticeBoard.Notice;

class NoticeBoardTest {
  private final NoticeBoard board = new NoticeBoard();

  private List<String> words() {
    return board.notices().stream().map(Notice::words).toList();
  }

  @Test
  void theSameIsCountedInsteadOfPiled() {
    board.done("kept");
    board.done("opened");
    board.done("kept");

    assertEquals(
        List.of(new Notice(Kind.DONE, "kept", 2), new Notice(Kind.DONE, "opened", 1)),
        List.copyOf(board.notices()));
  }

  @Test
  void ofTooManyTheOldestGoesAndErrorsLast() {
    board.error("no room");
    board.done("one");
    board.done("two");
    board.done("three");
    assertEquals(List.of("no room", "two", "three"), words());

    board.error("no paper");
    board.error("no ink");
    assertEquals(List.of("no room", "no paper", "no ink"), words());
    board.error("no light");
    assertEquals(List.of("no paper", "no ink", "no light"), words());
  }

  @Test
  void refusesToSayNothing() {
    assertThrows(IllegalArgumentException.class, () -> board.done(" "));
  }

  @Test
  void isShownOverTheViewAndCanBeClosed() {
    var pane =
        FxStage.onFx(() -> {
          var made = new NoticePane();
          made.open(board);
          board.error("The settings could not be written (no space left on device).");
          board.done("The run is kept in History.");
          board.done("The run is kept in History.");
          return made;
        });
    var stage = FxStage.onFx(() -> FxStage.show(pane, 480, Theme.LIGHT, UiScale.NORMAL));
    FxStage.run(() -> FxStage.picture("notices.png", stage.getScene().getRoot()));
    assertEquals(2, FxStage.onFx(() -> pane.getChildren().size()));
    FxStage.run(() -> ((Button) pane.lookup(".button")).fire());
    assertEquals(List.of("The run is kept in History."), FxStage.onFx(this::words));
    FxStage.run(stage::hide);
  }
}
