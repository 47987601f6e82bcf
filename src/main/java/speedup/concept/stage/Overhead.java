package speedup.concept.stage;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import speedup.concept.Concept;
import speedup.concept.StageBuilder;
import speedup.concept.script.Divisors;
import speedup.concept.script.PlusOne;
import speedup.concept.script.TimeChunks;
import speedup.measure.Cpus;

/** What it costs to hand work to another process, and how larger chunks spread that cost. */
public final class Overhead implements Concept {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int ITEMS = 20_000;
  private static final int MOST_USUAL = 4;
  private static final double NANOS_PER_MICRO = 1e3;
  private static final String LOOP = "loop";

  @Override
  public String id() {
    return "overhead";
  }

  @Override
  public List<Variant> variants() {
    return List.of(new Variant(NORMAL, false), new Variant("no-work", true));
  }

  @Override
  public void build(StageBuilder stage, String variant) {
    stage.patience(PATIENCE);
    var workers = stage.actors().orElse(Math.clamp(Cpus.usable(), 2, MOST_USUAL));
    var pool = stage.pool(workers);
    Answers.draw(stage, "pool", pool);
    var best = new ConcurrentHashMap<String, Long>();
    stage.figure(LOOP, "", () -> micros(best, LOOP));
    slower(stage, best, "chunk-1");
    stage.figure("chunk-10", "", () -> micros(best, "chunk-10"));
    stage.figure("chunk-100", "", () -> micros(best, "chunk-100"));
    var items = IntStream.rangeClosed(1, ITEMS).boxed().toList();
    if (variant.equals(NORMAL)) {
      stage.figure(
          "chunk-1000",
          "< loop",
          () -> micros(best, "chunk-1000"),
          _ -> best.containsKey("chunk-1000") && best.get("chunk-1000") < best.get(LOOP));
      stage.parent("parent", new TimeChunks(pool, new Divisors(), items, best));
    } else {
      slower(stage, best, "chunk-1000");
      stage.parent("parent", new TimeChunks(pool, new PlusOne(), items, best));
    }
  }

  private static void slower(StageBuilder stage, Map<String, Long> best, String id) {
    stage.figure(
        id,
        "> loop",
        () -> micros(best, id),
        _ -> best.containsKey(id) && best.get(id) > best.get(LOOP));
  }

  /** Time for one item, in thousandths of a millisecond. */
  private static String micros(Map<String, Long> best, String id) {
    var nanos = best.get(id);
    return nanos == null
        ? Answers.NONE
        : String.format(Locale.ENGLISH, "%.2f", nanos / NANOS_PER_MICRO / ITEMS);
  }
}
