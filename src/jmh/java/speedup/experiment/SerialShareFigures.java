package speedup.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import speedup.measure.Cpus;
import speedup.measure.EngineKind;
import speedup.measure.TimedRun;
import speedup.pool.JobSpec;
import speedup.pool.JvmLauncher;
import speedup.pool.PoolOptions;
import speedup.pool.ProcessPool;
import speedup.pool.task.TaskFunction;
import speedup.python.PythonFinder;
import speedup.scaling.Estimate;
import speedup.scaling.FittedLaw;
import speedup.scaling.Found;
import speedup.scaling.ScalingStudy;
import speedup.scaling.Waterfall;
import speedup.settings.UserFolders;

/**
 * Shows whether the fit finds the serial share that was set, and if not, why: first how much slower
 * plain processes compute when all cores are busy, then studies of {@code serial-fraction} with
 * where the speedup went. Wants a machine that does nothing else; says how much of it others used.
 *
 * <p>Arguments: shares in per cent, such as {@code 2 5 20}; with none, these.
 */
public final class SerialShareFigures {
  private static final int REPEATS = 15;
  private static final long LIMIT_SECONDS = 600;
  private static final long ROUNDS = 100_000_000;

  private SerialShareFigures() {}

  /** Runs all measurements. */
  public static void main(String[] args) throws Exception {
    Locale.setDefault(Locale.ROOT);
    int cores = Cpus.physical();
    sideBySide(cores);
    var shares = args.length == 0 ? List.of("2", "5", "20") : List.of(args);
    try (var lab =
        new ProcessLab(
            JvmLauncher.ofThisProcess(List.of()),
            UserFolders.ofThisUser().cache(),
            new PythonFinder())) {
      for (var share : shares) {
        study(lab, share, cores);
      }
    }
  }

  /** The same loop on one worker alone and on one worker for each core at once, taking turns. */
  private static void sideBySide(int cores) throws Exception {
    TaskFunction<Long, Long> loop = SerialShareFigures::loop;
    try (var pool =
        new ProcessPool(JvmLauncher.ofThisProcess(List.of()), PoolOptions.defaults(), _ -> {})) {
      pool.start(cores).get(LIMIT_SECONDS, TimeUnit.SECONDS);
      var alone = new double[REPEATS];
      var together = new double[REPEATS];
      for (int repeat = -3; repeat < REPEATS; repeat++) { // the first three make the loop hot
        double one = meanSeconds(pool, loop, 1);
        double all = meanSeconds(pool, loop, cores);
        if (repeat >= 0) {
          alone[repeat] = one;
          together[repeat] = all;
        }
      }
      System.out.printf(
          "The same loop: %.4f s alone, %.4f s with all %d cores busy: %.1f %% longer%n",
          median(alone), median(together), cores, 100 * (median(together) / median(alone) - 1));
    }
  }

  private static long loop(long rounds) {
    long start = System.nanoTime();
    long bits = start;
    for (long round = 0; round < rounds; round++) {
      bits = (bits ^ (bits >>> 30)) * 0xbf58476d1ce4e5b9L + round;
    }
    // the result has a part in it, so that the loop cannot be left out
    return System.nanoTime() - start + (bits == 0 ? 1 : 0);
  }

  private static double meanSeconds(ProcessPool pool, TaskFunction<Long, Long> loop, int workers)
      throws Exception {
    var nanos = new AtomicLong();
    RunChannel.await(
        pool.submit(
            new JobSpec<>(
                loop,
                workers,
                _ -> ROUNDS,
                _ -> 1,
                workers,
                0,
                (_, _, took) -> nanos.addAndGet(took))));
    return nanos.get() / 1e9 / workers;
  }

  private static double median(double[] values) {
    var sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static void study(Lab lab, String share, int cores) throws Exception {
    var request =
        new SweepRequest(
            new RunRequest(
                "serial-fraction",
                Map.of("serial", share),
                RunRequest.COMPARE,
                cores,
                OptionalInt.empty(),
                REPEATS,
                RunRequest.Start.WARM),
            IntStream.rangeClosed(1, cores).boxed().toList(),
            List.of(),
            SweepRequest.ONE_SIZE,
            false,
            1);
    var runs = lab.sweep(request, _ -> {}).report().get(LIMIT_SECONDS, TimeUnit.SECONDS).runs();
    var study = ScalingStudy.of(runs, EngineKind.PROCESSES, cores, Math.max(cores, Cpus.usable()));
    System.out.printf(
        "%nSet to %s %%: fitted %s; at equal speed %s%n",
        share, percent(study.amdahl()), percent(study.atEqualSpeed()));
    long noisy = runs.stream().filter(TimedRun::noisy).count();
    System.out.printf("Disturbed runs: %d of %d%n", noisy, runs.size());
    var lines = new ArrayList<String>();
    for (var point : study.points()) {
      var fall = Waterfall.of(study, point).value().orElseThrow();
      lines.add("%d workers, speedup %.3f".formatted(fall.workers(), fall.speedup()));
      for (var step : fall.steps()) {
        lines.add("  %-20s %7.4f".formatted(step.cause().label(), step.loss()));
      }
    }
    lines.forEach(System.out::println);
  }

  private static String percent(Found<FittedLaw> law) {
    return law.map(FittedLaw::serialFraction)
        .map(SerialShareFigures::percent)
        .value()
        .orElseGet(() -> law.missing().orElseThrow());
  }

  private static String percent(Estimate share) {
    return "%.2f %%%s"
        .formatted(
            100 * share.value(),
            share
                .interval()
                .map(range -> " (%.2f to %.2f)".formatted(100 * range.low(), 100 * range.high()))
                .value()
                .orElse(""));
  }
}
