package speedup.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class MessagesTest {
  @Test
  void everyTextIsAPatternThatCanBeFilled() {
    var keys = ResourceBundle.getBundle("speedup.ui.messages", Locale.ROOT).keySet();

    assertFalse(keys.isEmpty());
    for (var key : keys) {
      assertFalse(Messages.get(key, 1, 2, 3, 4, 5, 6).isBlank(), key);
    }
  }

  @Test
  void fillsNumbersAndPlurals() {
    assertEquals("Output: none", Messages.get("worker.output", 0));
    assertEquals("Output: 1 line", Messages.get("worker.output", 1));
    assertEquals("Output: 1,200 lines", Messages.get("worker.output", 1_200));
  }

  @Test
  void refusesAKeyThatIsNotThere() {
    assertThrows(MissingResourceException.class, () -> Messages.get("no.such.key"));
  }
}
