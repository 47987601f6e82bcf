package speedup.concept;

import java.text.MessageFormat;
import java.util.ResourceBundle;

/** The words of the stages themselves, whatever they show. */
final class StageWords {
  private StageWords() {}

  static String say(String key, Object... arguments) {
    var words = ResourceBundle.getBundle("speedup.concept.stage").getString(key);
    return MessageFormat.format(words, arguments);
  }
}
