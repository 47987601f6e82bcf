package speedup.scaling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import speedup.measure.Breakdown;
import speedup.measure.EngineKind;
import speedup.measure.Sample;

class ComparisonTest {
  /** Three runs of each engine that hardly differ. */
  private static List<Sample> samples(double sequential, Object... enginesAndSeconds) {
    var samples = new ArrayList<Sample>();
    for (var repeat = 1; repeat <= 3; repeat++) {
      samples.add(new Sample(EngineKind.SEQUENTIAL, 1, repeat, sequential));
      for (var i = 0; i < enginesAndSeconds.length; i += 2) {
        var seconds = (Double) enginesAndSeconds[i + 1] * (1 + 0.01 * (repeat - 2));
        samples.add(new Sample((EngineKind) enginesAndSeconds[i], 2, repeat, seconds));
      }
    }
    return samples;
  }

  private static String finding(List<Sample> samples) {
    return Comparison.of(samples, Map.of()).finding().orElseThrow();
  }

  @Test
  void givesEachEngineItsSpeedupAndEfficiency() {
    var found =
        Comparison.of(samples(4, EngineKind.PROCESSES, 2.2, EngineKind.THREADS, 2.0), Map.of())
            .engines();

    assertEquals(
        List.of(EngineKind.SEQUENTIAL, EngineKind.PROCESSES, EngineKind.THREADS),
        found.stream().map(Comparison.Timed::engine).toList());
    assertEquals(1, found.get(0).speedup());
    assertEquals(4 / 2.2, found.get(1).speedup(), 1e-9);
    assertEquals(1, found.get(2).efficiency(), 1e-9);
    assertEquals(2, found.get(2).workers());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2.1 | 4.1 | 0.5 | waited 50 % of the time for each other and gain nothing",
        "2.1 | 2.0 | 0.02 | hardly waited for the one lock",
        "2.1 | 3.0 | 0.3 | waited 30 % of the time for each other and lose 30 % of the speed of",
        "2.1 | 2.2 | 0.5 | waited 50 % of the time for each other, as only one",
        "4.0 | 4.1 | 0.5 | none is faster",
        "9.0 | 6.0 | 0.5 | all of them are slower",
      })
  void saysWhatTheLockDoes(double processes, double lock, double waited, String words) {
    var samples = samples(4, EngineKind.PROCESSES, processes, EngineKind.THREADS_ONE_LOCK, lock);
    var breakdown = new Breakdown(0, 0, waited, 0, 1 - waited, 0, 0);

    var found =
        Comparison.of(samples, Map.of(EngineKind.THREADS_ONE_LOCK, breakdown))
            .finding()
            .orElseThrow();

    assertTrue(found.contains(words), found);
  }

  @Test
  void namesWhoIsAheadAndByHowMuch() {
    assertEquals(
        "On 2 workers threads 2.00, processes 1.60 times as fast as sequential: threads are ahead"
            + " of processes by 25 %.",
        finding(samples(4, EngineKind.PROCESSES, 2.5, EngineKind.THREADS, 2.0)));
    var equal = finding(samples(4, EngineKind.PROCESSES, 2.05, EngineKind.THREADS, 2.0));
    assertTrue(equal.contains("equal"), equal);
  }

  @Test
  void hasNothingToSayOfOneEngine() {
    assertTrue(Comparison.of(samples(4, EngineKind.PROCESSES, 2.0), Map.of()).finding().isEmpty());
    assertThrows(IllegalArgumentException.class, () -> Comparison.of(List.of(), Map.of()));
  }
}
