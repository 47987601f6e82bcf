package speedup.scaling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import speedup.measure.EngineKind;
import speedup.measure.TimedRun;

class ChunkStudyTest {
  private static final long ITEMS = 100_000;
  private static final List<Integer> CHUNKS = List.of(1, 10, 100, 1_000, 10_000, 50_000);

  /** A second of work on 4 workers, 20 us a chunk, items of 10 us. */
  private static final ChunkModel TRUTH = new ChunkModel(ITEMS, 4, 0.25, 20e-6, 5e-6);

  private static List<TimedRun> runs(List<Integer> chunks, int repeats, double noise, long seed) {
    var random = new SplittableRandom(seed);
    var runs = new ArrayList<TimedRun>();
    for (int repeat = 1; repeat <= repeats; repeat++) {
      runs.add(Studies.run(EngineKind.SEQUENTIAL, 1, repeat, 1, 100, 1));
      for (int chunk : chunks) {
        double seconds = TRUTH.seconds(chunk) * (1 + noise * random.nextGaussian());
        runs.add(Studies.run(EngineKind.PROCESSES, 4, repeat, seconds, chunk, 1));
      }
    }
    return runs;
  }

  private static ChunkStudy study(List<TimedRun> runs) {
    return ChunkStudy.of(runs, EngineKind.PROCESSES, 4, ITEMS);
  }

  @Test
  void findsTheBestChunkAndWhyOthersAreWorse() {
    var study = study(runs(CHUNKS, 7, 0.0005, 1));

    assertEquals(6, study.points().size());
    assertEquals(1_000, study.best().value().orElseThrow().chunkItems());
    assertEquals(List.of(1_000L), study.asGood());
    assertEquals(
        1 / TRUTH.seconds(1_000),
        study.best().value().orElseThrow().speedup().value().orElseThrow().value(),
        0.05);
    assertTrue(
        study.sentence().startsWith("1,000 items in a chunk took least, 0.25"), study.sentence());
    assertTrue(
        study.sentence().contains("Smaller chunks cost more to hand over: with 1 item it took"),
        study.sentence());
    var large = study(runs(List.of(1_000, 50_000), 7, 0.01, 1));
    assertTrue(large.sentence().contains("Larger chunks leave workers idle"), large.sentence());
  }

  @Test
  void fitsWhatEachChunkCostsAndTheUnevenEnd() {
    var study = study(runs(CHUNKS, 3, 0, 1));

    var interval = study.perChunk().value().orElseThrow().interval();
    assertTrue(interval.missing().orElseThrow().startsWith("all repeats took"));
    var model = study.model().value().orElseThrow();
    assertEquals(20e-6, model.perChunk(), 1e-9);
    assertEquals(5e-6, model.tailPerItem(), 1e-9);
    assertEquals(0.25, model.work(), 1e-9);
    double best = model.best().orElseThrow();
    assertEquals(Math.sqrt(20e-6 * ITEMS / (5e-6 * 3)), best, 1e-3);
    assertTrue(model.seconds(best) < model.seconds(best * 1.1));
    assertTrue(model.seconds(best) < model.seconds(best / 1.1));
  }

  @Test
  void holdsTheTrueCostOfAChunk() {
    int covered = 0;
    for (int seed = 0; seed < 100; seed++) {
      var range =
          study(runs(CHUNKS, 7, 0.03, seed))
              .perChunk()
              .value()
              .orElseThrow()
              .interval()
              .value()
              .orElseThrow();
      covered += range.low() <= 20e-6 && 20e-6 <= range.high() ? 1 : 0;
    }

    assertTrue(covered >= 93, covered + " of 100");
  }

  @Test
  void doesNotPreferAChunkThatNoiseMakesBest() {
    var study = study(runs(List.of(500, 1_000, 2_000), 7, 0.05, 2));

    assertEquals(List.of(500L, 1_000L, 2_000L), study.asGood());
    assertTrue(study.sentence().startsWith("No chunk size is better"), study.sentence());
  }

  @Test
  void saysWhatIsMissing() {
    var few = study(runs(List.of(10, 100), 2, 0.01, 1));
    assertEquals(
        Optional.of("the costs of cutting need 4 chunk sizes, and 2 were measured"),
        few.model().missing());
    assertEquals(few.model().missing(), few.perChunk().missing());

    var none = study(List.of());
    assertEquals(Optional.of("there are no runs yet"), none.best().missing());
    assertEquals("Measure at least two chunk sizes to see which is better.", none.sentence());

    var twice = study(runs(CHUNKS, 2, 0.01, 1));
    assertEquals(
        Optional.of("an interval needs at least 3 repeats"),
        twice.perChunk().value().orElseThrow().interval().missing());
    assertEquals(
        OptionalDouble.empty(), new ChunkModel(10, 2, 1, 0, 1).best(), "no cost of a chunk");
    assertThrows(
        IllegalArgumentException.class, () -> ChunkStudy.of(List.of(), EngineKind.PROCESSES, 2, 0));
  }
}
