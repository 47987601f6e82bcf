package speedup.cli;

import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** One line of a terminal, drawn ten times a second from where the work is. */
final class ProgressBar implements AutoCloseable {
  private static final int CELLS = 24;
  private static final int COLUMNS = 79;
  private static final int MILLIS = 100;

  private final PrintStream terminal;
  private final Supplier<Progress.Snapshot> progress;
  private final ScheduledExecutorService clock;

  private ProgressBar(PrintStream terminal, Supplier<Progress.Snapshot> progress) {
    this.terminal = terminal;
    this.progress = progress;
    clock =
        Executors.newSingleThreadScheduledExecutor(
            task -> Thread.ofPlatform().daemon().name("progress bar").unstarted(task));
  }

  /** Draws until it is closed. */
  static ProgressBar open(PrintStream terminal, Supplier<Progress.Snapshot> progress) {
    var bar = new ProgressBar(terminal, progress);
    bar.clock.scheduleWithFixedDelay(bar::draw, 0, MILLIS, TimeUnit.MILLISECONDS);
    return bar;
  }

  /** Draws over what was drawn last. */
  private synchronized void draw() {
    if (!clock.isShutdown()) {
      terminal.print("\r" + line(progress.get()));
      terminal.flush();
    }
  }

  /** A line that fills the width, so that nothing of a longer one stays. */
  static String line(Progress.Snapshot now) {
    var line = now.label();
    if (!Double.isNaN(now.fraction())) {
      int full = (int) Math.round(now.fraction() * CELLS);
      line =
          "[%s%s] %3.0f %%  %s%s"
              .formatted(
                  "#".repeat(full),
                  "-".repeat(CELLS - full),
                  100 * now.fraction(),
                  left(now.secondsLeft()),
                  line);
    }
    return "%-79s".formatted(line.length() > COLUMNS ? line.substring(0, COLUMNS) : line);
  }

  private static String left(double seconds) {
    if (Double.isNaN(seconds)) {
      return "";
    }
    var whole = (long) Math.ceil(seconds);
    return whole < 60
        ? "%d s left  ".formatted(whole)
        : String.format(Locale.ROOT, "%d:%02d min left  ", whole / 60, whole % 60);
  }

  /** Wipes the line. */
  @Override
  public synchronized void close() {
    clock.shutdownNow();
    terminal.print("\r" + " ".repeat(COLUMNS) + "\r");
    terminal.flush();
  }
}
