package speedup.concept.stage;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import speedup.concept.Concept;
import speedup.concept.StageBuilder;
import speedup.concept.StageBuilder.Look;
import speedup.concept.StageState.Kind;
import speedup.concept.script.RunJob;
import speedup.concept.script.Stopwatch;
import speedup.ipc.SharedArray;
import speedup.ipc.SharedLongArray;

/** The ceiling that the part which cannot be shared puts on every speedup. */
public final class Amdahl implements Concept {
  private static final int USUAL = 2;

  /** Of the whole job; takes some tenths of a second on one worker. */
  private static final long STEPS = 200_000_000;

  /** Two times are compared: one that is disturbed makes the speedup seem larger than it is. */
  private static final double TOLERANCE = 1.1;

  /** Nobody is stuck here; a busy machine takes its time. */
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  @Override
  public String id() {
    return "amdahl";
  }

  @Override
  public List<Variant> variants() {
    return List.of(
        new Variant(NORMAL, false), new Variant("none", false), new Variant("half", false));
  }

  @Override
  public void build(StageBuilder stage, String variant) {
    var workers = stage.actors().orElse(USUAL);
    var percent = percent(variant);
    var share = percent / 100.0;
    var law = 1 / (share + (1 - share) / workers);
    var serial = STEPS / 100 * percent;
    var pool = stage.pool(workers);
    pool.start(workers);
    var micros = stage.closing(SharedArray.ofLong(2));
    stage.object(
        "pool",
        Kind.POOL,
        () -> {
          var pids = LongStream.of(pool.pids()).mapToObj(Long::toString).toList();
          return new Look(workers + " processes", pids, workers);
        });
    stage.parent(
        "parent", new RunJob(pool, workers, serial, STEPS - serial, new Stopwatch(micros)));
    stage.figure("share", "", () -> percent + " %");
    stage.figure("one", "", () -> Long.toString(micros.get(0) / 1_000));
    stage.figure("all", "", () -> Long.toString(micros.get(1) / 1_000));
    stage.figure("law", "", () -> twoDigits(law));
    stage.figure(
        "speedup",
        "at most " + twoDigits(law),
        () -> twoDigits(speedup(micros)),
        measured -> Double.parseDouble(measured) <= law * TOLERANCE);
    stage.figure("ceiling", "", () -> percent == 0 ? "none" : twoDigits(1 / share));
    stage.patience(PATIENCE);
  }

  private static int percent(String variant) {
    return switch (variant) {
      case "none" -> 0;
      case "half" -> 50;
      default -> 20;
    };
  }

  private static double speedup(SharedLongArray micros) {
    return micros.get(0) / Math.max(1.0, micros.get(1));
  }

  private static String twoDigits(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
