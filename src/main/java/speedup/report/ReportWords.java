package speedup.report;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;
import speedup.measure.EngineKind;

/** The words of reports, in the language of the default locale. Thread-safe. */
final class ReportWords {
  private static final String BUNDLE = "speedup.report.report";
  private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm zzz");

  private ReportWords() {}

  static String say(String key, Object... arguments) {
    var bundle = ResourceBundle.getBundle(BUNDLE);
    // the root bundle is English, whatever the machine's locale
    var language = bundle.getLocale().equals(Locale.ROOT) ? Locale.ENGLISH : bundle.getLocale();
    return new MessageFormat(bundle.getString(key), language).format(arguments);
  }

  /** What ran, such as "2 processes". */
  static String running(EngineKind engine, int workers) {
    return say("engine." + engine.id(), workers);
  }

  /** Date and time of this machine's zone, which is named. */
  static String when(Instant instant) {
    return WHEN.withLocale(Locale.ENGLISH).withZone(ZoneId.systemDefault()).format(instant);
  }
}
