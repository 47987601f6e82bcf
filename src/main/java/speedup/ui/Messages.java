package speedup.ui;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of the window, by key. Safe for use by several threads. */
public final class Messages {
  /** Numbers in sentences are written the way the sentences are. */
  private static final Locale LOCALE = Locale.ENGLISH;

  private static final ResourceBundle BUNDLE =
      ResourceBundle.getBundle("speedup.ui.messages", Locale.ROOT);

  private Messages() {}

  /**
   * A sentence or a label.
   *
   * @param arguments what fills the places {@code {0}}, {@code {1}} of the text
   * @throws java.util.MissingResourceException when there is no such key
   */
  public static String get(String key, Object... arguments) {
    return new MessageFormat(BUNDLE.getString(key), LOCALE).format(arguments);
  }

  /** All of them, for layouts. */
  public static ResourceBundle bundle() {
    return BUNDLE;
  }
}
