package speedup.concept.stage;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import speedup.concept.Concept;
import speedup.concept.StageBuilder;
import speedup.concept.StageBuilder.Look;
import speedup.concept.StageState.Kind;
import speedup.concept.script.ComputeThreeWays;
import speedup.concept.script.Stopwatch;
import speedup.concept.script.WaitThreeWays;
import speedup.ipc.SharedArray;
import speedup.ipc.SharedLongArray;

/** The same work on threads, on threads behind one lock, and on processes. */
public final class ThreadsOrProcesses implements Concept {
  private static final int USUAL = 2;

  /** Counting primes up to here takes a tenth of a second or two. */
  private static final int LIMIT = 500_000;

  private static final int WAIT_MILLIS = 300;
  private static final int THREADS = 0;
  private static final int LOCKED = 1;
  private static final int PROCESSES = 2;

  /** Nobody is stuck here; a busy machine takes its time. */
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  @Override
  public String id() {
    return "threads-or-processes";
  }

  @Override
  public List<Variant> variants() {
    return List.of(new Variant(NORMAL, false), new Variant("waiting", false));
  }

  @Override
  public void build(StageBuilder stage, String variant) {
    var workers = stage.actors().orElse(USUAL);
    var pool = stage.pool(workers);
    pool.start(workers);
    var micros = stage.closing(SharedArray.ofLong(PROCESSES + 1));
    var watch = new Stopwatch(micros);
    stage.object("threads", Kind.POOL, () -> new Look(workers + " threads", List.of(), workers));
    stage.object(
        "pool",
        Kind.POOL,
        () -> {
          var pids = LongStream.of(pool.pids()).mapToObj(Long::toString).toList();
          return new Look(workers + " processes", pids, workers);
        });
    stage.parent(
        "parent",
        variant.equals("waiting")
            ? new WaitThreeWays(pool, workers, WAIT_MILLIS, watch)
            : new ComputeThreeWays(pool, workers, LIMIT, watch));
    stage.figure("threads", "", () -> millis(micros, THREADS));
    stage.figure("locked", "", () -> millis(micros, LOCKED));
    stage.figure("processes", "", () -> millis(micros, PROCESSES));
    stage.figure("factor", "", () -> factor(micros));
    stage.patience(PATIENCE);
  }

  private static String millis(SharedLongArray micros, int kind) {
    return Long.toString(Math.round(micros.get(kind) / 1e3));
  }

  private static String factor(SharedLongArray micros) {
    var times = micros.get(LOCKED) / Math.max(1.0, micros.get(THREADS));
    return String.format(Locale.ROOT, "%.1f", times);
  }
}
