package speedup.scaling;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The sentences of this package, in the language of the default locale where there is one. */
final class Words {
  private static final String BUNDLE = "speedup.scaling.verdict";

  private Words() {}

  /** A sentence with its numbers written as its own language writes them. */
  static String say(String key, Object... arguments) {
    var bundle = ResourceBundle.getBundle(BUNDLE);
    // the root bundle is English, whatever the machine's locale
    var spoken = bundle.getLocale().equals(Locale.ROOT) ? Locale.ENGLISH : bundle.getLocale();
    var system = Locale.getDefault();
    // regions write numbers in ways of their own
    var language = system.getLanguage().equals(spoken.getLanguage()) ? system : spoken;
    return new MessageFormat(bundle.getString(key), language).format(arguments);
  }
}
