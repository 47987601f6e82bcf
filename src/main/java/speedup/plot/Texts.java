package speedup.plot;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words and numbers of the charts, in the language of the default locale. Thread-safe. */
public final class Texts {
  private static final String BUNDLE = "speedup.plot.plot";

  /** Shorter times would have a single digit as milliseconds. */
  private static final double SHORTEST_IN_MILLIS = 1e-3;

  private static Locale cached; // guarded by the class
  private static final DecimalFormat[] FORMATS = new DecimalFormat[5];

  private Texts() {}

  /** A text with its arguments, which are already texts. */
  public static String say(String key, Object... arguments) {
    var bundle = ResourceBundle.getBundle(BUNDLE);
    return arguments.length == 0
        ? bundle.getString(key)
        : new MessageFormat(bundle.getString(key), language()).format(arguments);
  }

  /** A number with this many digits after the point, at most 4. */
  public static synchronized String number(double value, int decimals) {
    var language = language();
    if (!language.equals(cached)) {
      for (var i = 0; i < FORMATS.length; i++) {
        var pattern = i == 0 ? "0" : "0." + "0".repeat(i);
        FORMATS[i] = new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(language));
      }
      cached = language;
    }
    return FORMATS[Math.min(decimals, FORMATS.length - 1)].format(value);
  }

  /** Words as a sentence: with a capital letter and a full stop. */
  public static String sentence(String words) {
    var rest = words.offsetByCodePoints(0, words.isEmpty() ? 0 : 1);
    return words.substring(0, rest).toUpperCase(language())
        + words.substring(rest)
        + (words.endsWith(".") ? "" : ".");
  }

  /** A whole number with its thousands set apart. */
  public static String whole(long value) {
    return NumberFormat.getIntegerInstance(language()).format(value);
  }

  /** Seconds with a unit that suits their size, such as "1.59 s", "4.2 ms" or "17.0 \u00b5s". */
  public static String seconds(double seconds) {
    if (seconds != 0 && Math.abs(seconds) < SHORTEST_IN_MILLIS) {
      return say("microseconds", number(seconds * 1e6, 1));
    }
    if (Math.abs(seconds) < 0.1) {
      return say("milliseconds", number(seconds * 1000, 1));
    }
    return say("seconds", number(seconds, Math.abs(seconds) < 100 ? 2 : 1));
  }

  /** A share of 1 in per cent; small ones with a digit after the point. */
  public static String percent(double share) {
    return say("percent", number(share * 100, share < 0.0995 ? 1 : 0));
  }

  private static Locale language() {
    var bundle = ResourceBundle.getBundle(BUNDLE);
    // the root bundle is English, whatever the machine's locale
    var spoken = bundle.getLocale().equals(Locale.ROOT) ? Locale.ENGLISH : bundle.getLocale();
    var system = Locale.getDefault();
    // regions write numbers in ways of their own
    return system.getLanguage().equals(spoken.getLanguage()) ? system : spoken;
  }
}
