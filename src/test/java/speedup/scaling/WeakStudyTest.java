package speedup.scaling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import speedup.measure.EngineKind;
import speedup.measure.TimedRun;

class WeakStudyTest {
  /** Work that takes p T / S on p workers, where S is Gustafson's speedup. */
  private static List<TimedRun> runs(double share, int most, int repeats, double noise, long seed) {
    var random = new SplittableRandom(seed);
    var runs = new ArrayList<TimedRun>();
    for (int p = 0; p <= most; p++) {
      for (int repeat = 1; repeat <= repeats; repeat++) {
        int workers = Math.max(1, p);
        double seconds =
            workers / Gustafson.speedup(share, workers) * (1 + noise * random.nextGaussian());
        runs.add(
            Studies.run(
                p == 0 ? EngineKind.SEQUENTIAL : EngineKind.PROCESSES,
                workers,
                repeat,
                seconds,
                1,
                workers));
      }
    }
    return runs;
  }

  @Test
  void findsTheShareOfTheParallelRun() {
    var study = WeakStudy.of(runs(0.1, 8, 5, 0, 1), EngineKind.PROCESSES, 8);

    var fit = study.fit().value().orElseThrow();
    assertEquals(0.1, fit.serialShare().value(), 1e-9);
    assertTrue(fit.serialShare().interval().missing().orElseThrow().startsWith("all repeats took"));
    assertEquals(8, study.points().size());
    var eight = study.points().getLast();
    assertEquals(7.3, eight.scaledSpeedup().value().orElseThrow().value(), 1e-9);
    assertEquals(7.3 / 8, eight.efficiency().orElseThrow(), 1e-9);
    assertEquals(64 - 6.3, fit.predict(64).speedup().value(), 1e-9);
    assertTrue(fit.isExtrapolated(9));
  }

  @Test
  void holdsTheTrueShareOfASimulatedStudy() {
    int covered = 0;
    for (int seed = 0; seed < 100; seed++) {
      var share =
          WeakStudy.of(runs(0.05, 8, 7, 0.03, seed), EngineKind.PROCESSES, 8)
              .fit()
              .value()
              .orElseThrow()
              .serialShare();
      var range = share.interval().value().orElseThrow();
      covered += range.low() <= 0.05 && 0.05 <= range.high() ? 1 : 0;
    }

    assertTrue(covered >= 93, covered + " of 100");
  }

  @Test
  void saysWhatIsMissing() {
    var runs = runs(0.1, 2, 2, 0.01, 1);

    assertEquals(
        Optional.of("this machine has 1 physical core; a serial fraction needs runs on at least 2"),
        WeakStudy.of(runs, EngineKind.PROCESSES, 1).fit().missing());
    assertEquals(
        Optional.of("an interval needs at least 3 repeats"),
        WeakStudy.of(runs, EngineKind.PROCESSES, 2)
            .fit()
            .value()
            .orElseThrow()
            .serialShare()
            .interval()
            .missing());
    assertTrue(
        WeakStudy.of(runs.subList(2, 6), EngineKind.PROCESSES, 2).fit().missing().isPresent());
    assertTrue(
        WeakStudy.of(runs.subList(0, 4), EngineKind.PROCESSES, 2).fit().missing().isPresent());
  }

  @Test
  void refusesAProblemThatDoesNotGrow() {
    var runs = List.of(Studies.run(EngineKind.PROCESSES, 2, 1, 1, 1, 1));

    assertThrows(IllegalArgumentException.class, () -> WeakStudy.of(runs, EngineKind.PROCESSES, 2));
  }
}
