package speedup.scaling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class TimeFitTest {
  private static final TimeModel AMDAHL = new TimeModel(0.8, 0.2, 0);
  private static final TimeModel WITH_COST = new TimeModel(0.9, 0.1, 0.02);

  @Test
  void findsAModelWithoutNoise() {
    var fit = TimeFit.of(Samples.sweep(8, 1, 0, 1, WITH_COST::seconds), 8).orElseThrow();

    var general = fit.general().orElseThrow();
    assertEquals(0.9, general.a(), 1e-9);
    assertEquals(0.1, general.b(), 1e-9);
    assertEquals(0.02, general.c(), 1e-9);
    assertEquals(0.1, general.serialFraction(), 1e-9);
  }

  @Test
  void prefersTheSimplerWhereBothExplainTheTimes() {
    var fit = TimeFit.of(Samples.sweep(8, 5, 0, 1, AMDAHL::seconds), 8).orElseThrow();

    assertEquals(fit.amdahl(), fit.preferred());
    assertEquals(0.2, fit.preferred().serialFraction(), 1e-9);
  }

  @Test
  void seldomPrefersTheGeneralOneForNoise() {
    int preferred = 0;
    for (int seed = 0; seed < 200; seed++) {
      var samples = Samples.sweep(8, 7, 0.03, seed, AMDAHL::seconds);
      preferred += TimeFit.of(samples, 8).orElseThrow().prefersGeneral() ? 1 : 0;
    }

    assertTrue(preferred <= 8, preferred + " of 200");
  }

  @Test
  void prefersTheGeneralOneWhereEachWorkerCosts() {
    for (int seed = 0; seed < 50; seed++) {
      var samples = Samples.sweep(8, 7, 0.03, seed, WITH_COST::seconds);
      assertTrue(TimeFit.of(samples, 8).orElseThrow().prefersGeneral());
    }
  }

  @Test
  void doesNotPreferTheGeneralOneOfThreeWorkerCounts() {
    var fit = TimeFit.of(Samples.sweep(3, 7, 0, 1, WITH_COST::seconds), 8).orElseThrow();

    assertTrue(fit.general().isPresent());
    assertEquals(fit.amdahl(), fit.preferred());
  }

  @Test
  void makesNoGeneralFitOfTwoWorkerCounts() {
    var fit = TimeFit.of(Samples.sweep(2, 7, 0, 1, AMDAHL::seconds), 2).orElseThrow();

    assertEquals(Optional.empty(), fit.general());
    assertEquals(0.2, fit.amdahl().serialFraction(), 1e-9);
  }

  @Test
  void leavesOutWorkersBeyondThePhysicalCores() {
    var samples = Samples.both(Samples.sweep(4, 3, 0, 1, AMDAHL::seconds), Samples.of(8, 90, 90));

    assertEquals(0.2, TimeFit.of(samples, 4).orElseThrow().amdahl().serialFraction(), 1e-9);
  }

  @Test
  void leavesOutThePoolOnOneWorker() {
    var samples = Samples.both(Samples.sweep(4, 3, 0, 1, AMDAHL::seconds), Samples.of(1, 90, 90));

    assertEquals(0.2, TimeFit.of(samples, 4).orElseThrow().amdahl().serialFraction(), 1e-9);
  }

  @Test
  void isNotMovedByASingleOutlier() {
    var samples = Samples.both(Samples.sweep(4, 7, 0, 1, AMDAHL::seconds), Samples.of(2, 9));

    assertEquals(0.2, TimeFit.of(samples, 4).orElseThrow().amdahl().serialFraction(), 1e-9);
  }

  @Test
  void needsABaselineAndASecondWorkerCount() {
    assertEquals(Optional.empty(), TimeFit.of(Samples.sequential(1, 1), 4));
    assertEquals(Optional.empty(), TimeFit.of(Samples.both(Samples.of(2, 1), Samples.of(3, 1)), 4));
    assertEquals(
        Optional.empty(), TimeFit.of(Samples.both(Samples.sequential(1), Samples.of(4, 1)), 2));
  }

  @Test
  void staysWithinZeroAndOneWhateverTheTimes() {
    var faster = TimeFit.of(Samples.both(Samples.sequential(3), Samples.of(2, 1)), 2);
    var slower = TimeFit.of(Samples.both(Samples.sequential(1), Samples.of(2, 3)), 2);

    assertEquals(0.0, faster.orElseThrow().amdahl().serialFraction());
    assertEquals(1.0, slower.orElseThrow().amdahl().serialFraction());
  }
}
