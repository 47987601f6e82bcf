package speedup.scaling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FittedLawTest {
  private static final TimeModel AMDAHL = new TimeModel(0.8, 0.2, 0);
  private static final TimeModel WITH_COST = new TimeModel(0.9, 0.1, 0.02);

  private static FittedLaw preferred(TimeModel truth, int repeats, double noise, long seed) {
    return Studies.study(Samples.sweep(8, repeats, noise, seed, truth::seconds), 8)
        .preferred()
        .value()
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({"0.02, 15", "0.05, 15", "0.2, 15", "0.05, 7", "0.05, 5"})
  void holdsTheTrueCeilingOfASimulatedStudy(double fraction, int repeats) {
    var truth = new TimeModel(1 - fraction, fraction, 0);
    int covered = 0;
    for (int seed = 0; seed < 200; seed++) {
      var range = preferred(truth, repeats, 0.03, seed).ceiling().interval().value().orElseThrow();
      covered += range.low() <= 1 / fraction && 1 / fraction <= range.high() ? 1 : 0;
    }

    assertTrue(covered >= 186, covered + " of 200");
  }

  @Test
  void holdsTheTruePeakOfASimulatedStudy() {
    double truth = Math.sqrt(0.9 / 0.02);
    int covered = 0;
    for (int seed = 0; seed < 100; seed++) {
      var peak = preferred(WITH_COST, 15, 0.03, seed).peak().value().orElseThrow();
      var range = peak.workers().interval().value().orElseThrow();
      covered += range.low() <= truth && truth <= range.high() ? 1 : 0;
    }

    assertTrue(covered >= 90, covered + " of 100");
  }

  @Test
  void speaksOfTheUniversalLawInItsOwnTerms() {
    var law = preferred(WITH_COST, 5, 0.001, 1);

    assertEquals(FittedLaw.Kind.UNIVERSAL, law.kind());
    double sigma = law.serialFraction().value();
    double kappa = law.coherency().value();
    assertEquals(0.1, sigma, 0.01);
    assertEquals(0.02, kappa, 0.002);
    for (double p : new double[] {1, 3, 8, 20}) {
      assertEquals(p / (1 + sigma * (p - 1) + kappa * p * (p - 1)), law.speedup(p), 1e-9);
    }
    var peak = law.peak().value().orElseThrow();
    assertEquals(Math.sqrt((1 - sigma) / kappa), peak.workers().value(), 1e-9);
    assertEquals(law.speedup(peak.workers().value()), peak.speedup().value(), 1e-9);
    assertEquals(peak.speedup().value(), law.ceiling().value());
  }

  @Test
  void hasACeilingButNoPeakInAmdahlsLaw() {
    var law = preferred(AMDAHL, 5, 0.001, 1);

    assertEquals(FittedLaw.Kind.AMDAHL, law.kind());
    assertEquals(0, law.coherency().value());
    assertEquals(1 / law.serialFraction().value(), law.ceiling().value(), 1e-9);
    assertEquals(
        Optional.of(
            "no cost of each further worker was found, so more workers never make it" + " slower"),
        law.peak().missing());
  }

  @Test
  void hasNoCeilingWhereNothingIsSerial() {
    var law = preferred(new TimeModel(1, 0, 0), 5, 0, 1);

    assertEquals(Double.POSITIVE_INFINITY, law.ceiling().value());
  }

  @Test
  void givesABandThatHoldsTheCurveAndWidensBeyondTheFit() {
    var law = preferred(AMDAHL, 15, 0.03, 5);

    var points = law.band(16).value().orElseThrow().points();

    assertEquals(1, points.getFirst().workers());
    assertEquals(16, points.getLast().workers());
    double width = -1;
    for (var point : points) {
      assertTrue(point.interval().low() <= point.value(), point.toString());
      assertTrue(point.value() <= point.interval().high(), point.toString());
      assertTrue(point.interval().high() - point.interval().low() >= width, point.toString());
      width = point.interval().high() - point.interval().low();
    }
    assertEquals(law.predict(16).speedup(), law.speedupAt(16));
  }

  @Test
  void fitsSlowerRunsWithoutAPeakBelowOneWorker() {
    var law = preferred(new TimeModel(0.01, 0.2, 0.5), 5, 0.001, 2);

    assertEquals(1, law.peak().value().orElseThrow().workers().value());
    assertEquals(1, law.ceiling().value(), 1e-9);
  }
}
