package speedup.ui.run;

import java.util.Optional;
import speedup.experiment.RunReport;
import speedup.measure.EngineKind;
import speedup.measure.Interval;
import speedup.scaling.Analysis;
import speedup.ui.Messages;
import speedup.ui.form.Numbers;

/** The sentences and numbers of the Run view. */
public final class RunWords {
  private static final double MINUTE = 60;

  private RunWords() {}

  /** Such as {@code "1.84×"}; at least one digit that is not 0. */
  public static String speedup(double value) {
    var digits = value >= 0.1 || !(value > 0) ? 2 : 1 - (int) Math.floor(Math.log10(value));
    return Numbers.decimal(value, digits) + "×";
  }

  /** Such as {@code "1.90 s"}, with as many digits as are worth reading. */
  public static String seconds(double value) {
    if (value < 0.1) {
      return Numbers.decimal(value * 1e3, 1) + " ms";
    }
    return Numbers.decimal(value, value < 100 ? 2 : 0) + " s";
  }

  /** Time still to go, in round figures. */
  public static String remaining(double seconds) {
    return seconds < MINUTE
        ? Messages.get("run.remaining.seconds", Math.max(1, Math.round(seconds)))
        : Messages.get("run.remaining.minutes", Math.round(seconds / MINUTE));
  }

  /**
   * Under the large number: the interval where there is one, and both times. A line ends only
   * between the times.
   */
  static String caption(Analysis analysis, EngineKind engine) {
    var times =
        Messages.get(
            "run.caption",
            whole(seconds(analysis.sequential().median())),
            whole(seconds(analysis.parallel().median())),
            whole(engine(engine, analysis.workers())));
    return analysis.speedupInterval().map(interval -> between(interval) + "\n").orElse("") + times;
  }

  private static String whole(String words) {
    return words.replace(' ', '\u00a0');
  }

  private static String between(Interval interval) {
    return Messages.get(
        "run.interval", Numbers.decimal(interval.low(), 2), Numbers.decimal(interval.high(), 2));
  }

  /** What the experiment is busy with. */
  static String activity(RunMonitor monitor, Optional<RunMonitor.Running> running, int workers) {
    if (running.isPresent()) {
      var run = running.get();
      return Messages.get(
          "run.now", engine(run.engine(), run.workers()), run.repeat(), run.repeats());
    }
    var now = monitor.activity();
    return switch (now.phase()) {
      case SIZE -> Messages.get("run.phase.size");
      case PREPARE -> now.detail().isEmpty() ? Messages.get("run.phase.prepare") : now.detail();
      case START -> Messages.get("run.phase.start", started(monitor, workers), workers);
      case WARM_UP -> Messages.get("run.phase.warm-up");
      case MEASURE -> Messages.get("run.phase.measure");
    };
  }

  private static long started(RunMonitor monitor, int workers) {
    var ready =
        monitor.workers().stream()
            .filter(look -> look.state() != WorkerWatch.State.STARTING)
            .count();
    return Math.min(workers, ready + 1);
  }

  /** Who runs, such as {@code "2 processes"}. */
  static String engine(EngineKind engine, int workers) {
    return Messages.get("run.engine." + engine.id(), workers);
  }

  /** The input and what was done with it. */
  static String input(RunReport report) {
    return report.input()
        + (report.notes().isEmpty() ? "" : "\n" + String.join("\n", report.notes()));
  }
}
