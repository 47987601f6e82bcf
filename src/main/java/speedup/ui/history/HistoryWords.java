package speedup.ui.history;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import speedup.history.KeptRun;
import speedup.plot.Texts;
import speedup.scaling.Analysis;
import speedup.ui.Messages;
import speedup.ui.view.RunHistory;

/** Kept runs in words. */
final class HistoryWords {
  private HistoryWords() {}

  /** Date and time of a run to the second, as the language writes them. */
  static String when(KeptRun run) {
    return when(run.when(), FormatStyle.MEDIUM);
  }

  /** The same of any moment, with the time in this style. */
  static String when(Instant moment, FormatStyle time) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, time)
        .withLocale(Messages.locale())
        .withZone(ZoneId.systemDefault())
        .format(moment);
  }

  /** What stands beside the large number. */
  static String caption(Analysis found) {
    var lines = new StringBuilder();
    found
        .speedupInterval()
        .ifPresent(range ->
            lines
                .append(
                    Messages.get(
                        "history.interval",
                        Texts.number(range.low(), 2),
                        Texts.number(range.high(), 2)))
                .append('\n'));
    lines.append(
        Messages.get(
            "history.caption",
            Texts.seconds(found.sequential().median()),
            Texts.seconds(found.parallel().median()),
            found.workers()));
    found
        .serialFraction()
        .value()
        .ifPresent(share ->
            lines.append('\n').append(Messages.get("history.serial", Texts.percent(share))));
    return lines.toString();
  }

  /** The name of a file to export to, without an ending. */
  static String fileName(KeptRun run) {
    var when =
        DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmm", Locale.ENGLISH)
            .withZone(ZoneId.systemDefault())
            .format(run.when());
    return run.request().workload().replaceAll("[^A-Za-z0-9-]", "-") + "-" + when;
  }

  /** Why the history cannot be shown, where a notice does not say so already. */
  static String failed(HistoryModel model, RunHistory history) {
    var why = model.failureProperty().get();
    return why.equals(history.noticeProperty().get())
        ? Messages.get("history.failed.told")
        : Messages.get("history.failed", why);
  }
}
