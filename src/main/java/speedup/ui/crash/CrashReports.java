package speedup.ui.crash;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import speedup.ui.fx.UiThread;

/**
 * What nobody caught: noted in the log, and told to the person once. The same again is only
 * counted, so that a bug in what is drawn sixty times a second opens one dialog. Exceptions come on
 * any thread; the rest is for the UI thread.
 */
public final class CrashReports implements Thread.UncaughtExceptionHandler {
  /** How many reports are kept; a bug that causes more has been told enough of. */
  private static final int MOST = 20;

  /** Frames that tell one bug from another. */
  private static final int FRAMES = 4;

  private final UiThread ui;
  private final Consumer<CrashReports> show;
  private final Set<String> known = ConcurrentHashMap.newKeySet();
  private final List<String> reports = new ArrayList<>();
  private final ReadOnlyIntegerWrapper seen = new ReadOnlyIntegerWrapper();

  /**
   * Nothing yet.
   *
   * @param show shows what there is; called for every bug that was not seen before
   */
  public CrashReports(UiThread ui, Consumer<CrashReports> show) {
    this.ui = ui;
    this.show = show;
  }

  @Override
  public void uncaughtException(Thread thread, Throwable bug) {
    var fresh = known.add(signature(bug));
    if (fresh) { // the same sixty times a second would push everything else out of the log
      System.getLogger(CrashReports.class.getName())
          .log(System.Logger.Level.ERROR, "uncaught on " + thread.getName(), bug);
    }
    var when = Instant.now();
    ui.execute(() -> take(when, thread.getName(), bug, fresh));
  }

  private void take(Instant when, String thread, Throwable bug, boolean fresh) {
    seen.set(seen.get() + 1);
    if (reports.size() >= MOST || !fresh) {
      return;
    }
    reports.add("%s, thread %s%n%s".formatted(when, thread, trace(bug)));
    show.accept(this);
  }

  private static String signature(Throwable bug) {
    var text = new StringBuilder(bug.getClass().getName());
    var frames = bug.getStackTrace();
    for (var i = 0; i < Math.min(FRAMES, frames.length); i++) {
      text.append('\n').append(frames[i]);
    }
    return text.toString();
  }

  private static String trace(Throwable bug) {
    var text = new StringWriter();
    bug.printStackTrace(new PrintWriter(text, true));
    return text.toString();
  }

  /** How many exceptions came, those that were only counted included. */
  public ReadOnlyIntegerProperty seenProperty() {
    return seen.getReadOnlyProperty();
  }

  /** All reports, for a person to read or send. */
  public String text() {
    return String.join(System.lineSeparator(), reports);
  }
}
