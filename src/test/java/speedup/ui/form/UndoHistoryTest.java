package speedup.ui.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

class UndoHistoryTest {
  private static final long SECOND = 1_000_000_000L;

  private Map<String, String> form = Map.of("a", "1", "b", "1");
  private long time;
  private final UndoHistory history = new UndoHistory(() -> form, old -> form = old, () -> time);

  private void set(String a, String b) {
    form = Map.of("a", a, "b", b);
    time += 2 * SECOND;
    history.keep();
  }

  @Test
  void goesBackAndForth() {
    set("2", "1");
    set("2", "2");
    history.undo();
    assertEquals(Map.of("a", "2", "b", "1"), form);
    history.undo();
    assertEquals(Map.of("a", "1", "b", "1"), form);
    assertFalse(history.canUndo());
    history.undo();
    history.redo();
    history.redo();
    assertEquals(Map.of("a", "2", "b", "2"), form);
    assertFalse(history.canRedo());
  }

  @Test
  void aNewChangeEndsWhatCouldComeBack() {
    set("2", "1");
    history.undo();
    assertTrue(history.canRedo());
    set("3", "1");
    assertFalse(history.canRedo());
    history.redo();
    assertEquals("3", form.get("a"));
  }

  @Test
  void whatIsDraggedIsOneChangeAndWhatComesLaterAnother() {
    for (var i = 2; i < 9; i++) {
      form = Map.of("a", Integer.toString(i), "b", "1");
      time += SECOND / 10;
      history.keep();
    }
    set("20", "1");
    history.undo();
    assertEquals("8", form.get("a"));
    history.undo();
    assertEquals("1", form.get("a"));
  }

  @Test
  void whatWasNotKeptIsTakenBackFirst() {
    set("2", "1");
    form = Map.of("a", "2", "b", "7");
    assertTrue(history.isPending());
    history.undo();
    assertEquals(Map.of("a", "2", "b", "1"), form);
    history.redo();
    assertEquals("7", form.get("b"));
  }
}
