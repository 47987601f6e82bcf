package speedup.ui;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The words of the window, by key, in the language of the default locale, else in English. Safe for
 * use by several threads.
 */
public final class Messages {
  private static final String BUNDLE = "speedup.ui.messages";

  private Messages() {}

  /**
   * A sentence or a label.
   *
   * @param arguments what fills the places {@code {0}}, {@code {1}} of the text
   * @throws java.util.MissingResourceException when there is no such key
   */
  public static String get(String key, Object... arguments) {
    return new MessageFormat(bundle().getString(key), locale()).format(arguments);
  }

  /** All of them, for layouts. */
  public static ResourceBundle bundle() {
    return ResourceBundle.getBundle(BUNDLE);
  }

  /** How numbers and dates in sentences are written: the way the sentences are. */
  public static Locale locale() {
    var language = bundle().getLocale();
    if (language.equals(Locale.ROOT)) {
      return Locale.ENGLISH;
    }
    var system = Locale.getDefault();
    return system.getLanguage().equals(language.getLanguage()) ? system : language;
  }
}
