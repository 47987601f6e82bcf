package speedup.scaling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import speedup.measure.Sample;

class SerialFractionTest {
  @ParameterizedTest
  @ValueSource(doubles = {0.02, 0.05, 0.2})
  void coversTheTrueFractionOfASweep(double fraction) {
    var truth = new TimeModel(1 - fraction, fraction, 0);
    int covered = 0;
    for (int seed = 0; seed < 100; seed++) {
      var interval =
          of(Samples.sweep(8, 15, 0.03, seed, truth::seconds), 8).interval().orElseThrow();
      covered += interval.low() <= fraction && fraction <= interval.high() ? 1 : 0;
    }

    assertTrue(covered >= 93, covered + " of 100");
  }

  @ParameterizedTest
  @ValueSource(ints = {7, 15})
  void coversTheTrueFractionOfTwoWorkerCounts(int repeats) {
    var truth = new TimeModel(0.8, 0.2, 0);
    int covered = 0;
    for (int seed = 0; seed < 200; seed++) {
      var interval =
          of(Samples.sweep(2, repeats, 0.03, seed, truth::seconds), 2).interval().orElseThrow();
      covered += interval.low() <= 0.2 && 0.2 <= interval.high() ? 1 : 0;
    }

    assertTrue(covered >= 186, covered + " of 200");
  }

  @Test
  void coversTheTrueFractionWhereEachWorkerCosts() {
    var truth = new TimeModel(0.9, 0.1, 0.02);
    int covered = 0;
    for (int seed = 0; seed < 100; seed++) {
      var interval =
          of(Samples.sweep(8, 15, 0.03, seed, truth::seconds), 8).interval().orElseThrow();
      covered += interval.low() <= 0.1 && 0.1 <= interval.high() ? 1 : 0;
    }

    assertTrue(covered >= 90, covered + " of 100");
  }

  @Test
  void isKarpAndFlattsFractionForTwoWorkerCounts() {
    var serial = of(Samples.both(Samples.sequential(2, 2, 2), Samples.of(2, 1.2, 1.2, 1.2)), 2);

    assertEquals(KarpFlatt.serialFraction(2 / 1.2, 2), serial.value().orElseThrow(), 1e-12);
    assertEquals(Optional.empty(), serial.reason());
    assertEquals(5.0, serial.ceiling().orElseThrow(), 1e-9);
  }

  @Test
  void givesNoIntervalBelowThreeRepeats() {
    var serial = of(Samples.both(Samples.sequential(2, 2, 2), Samples.of(2, 1.2, 1.2)), 2);

    assertTrue(serial.value().isPresent());
    assertEquals(Optional.empty(), serial.interval());
    assertEquals(Optional.of("an interval needs at least 3 repeats"), serial.reason());
  }

  @Test
  void saysThatOnlyOneWorkerWasMeasured() {
    var samples = Samples.both(Samples.sequential(2, 2, 2), Samples.of(1, 2, 2, 2));

    expectMissing(
        "only 1 worker was measured up to the 2 physical cores; run with 2 workers", samples, 2);
    expectMissing(
        "only 1 worker was measured up to the 8 physical cores; run with 2 to 8 workers",
        samples,
        8);
  }

  @Test
  void saysThatTheMeasuredWorkersShareCores() {
    expectMissing(
        "only 1 worker was measured up to the 2 physical cores, as 4 workers share cores;"
            + " run with 2 workers",
        Samples.both(Samples.sequential(2, 2, 2), Samples.of(4, 1, 1, 1)),
        2);
  }

  @Test
  void saysThatOneCoreIsNotEnough() {
    expectMissing(
        "this machine has 1 physical core; a serial fraction needs runs on at least 2",
        Samples.both(Samples.sequential(2, 2, 2), Samples.of(2, 2, 2, 2)),
        1);
  }

  @Test
  void givesTheSameIntervalForTheSameSamples() {
    var samples = Samples.sweep(4, 7, 0.05, 3, new TimeModel(0.9, 0.1, 0)::seconds);

    assertEquals(of(samples, 4), of(samples.reversed(), 4));
  }

  private static void expectMissing(String reason, List<Sample> samples, int cores) {
    var serial = of(samples, cores);
    assertEquals(OptionalDouble.empty(), serial.value());
    assertEquals(Optional.empty(), serial.interval());
    assertEquals(Optional.of(reason), serial.reason());
    assertEquals(OptionalDouble.empty(), serial.ceiling());
  }

  private static SerialFraction of(List<Sample> samples, int cores) {
    return SerialFractions.of(samples, cores);
  }
}
