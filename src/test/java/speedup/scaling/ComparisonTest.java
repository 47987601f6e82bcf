package speedup.scaling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
    return Comparison.of(samples).finding().orElseThrow();
  }

  @Test
  void givesEachEngineItsSpeedupAndEfficiency() {
    var found =
        Comparison.of(samples(4, EngineKind.PROCESSES, 2.2, EngineKind.THREADS, 2.0)).engines();

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
        "2.1 | 4.1 | only one of them can compute at a time",
        "2.1 | 2.0 | costs nothing here",
        "2.1 | 3.0 | lose 30 % against processes",
        "4.0 | 4.1 | none is faster",
      })
  void saysWhatTheLockDoes(double processes, double lock, String words) {
    var found =
        finding(samples(4, EngineKind.PROCESSES, processes, EngineKind.THREADS_ONE_LOCK, lock));

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
  void doesNotBlameTheLockForWhatThreadsCannotDoWithoutItEither() {
    var found =
        finding(
            samples(
                4,
                EngineKind.PROCESSES,
                2.1,
                EngineKind.THREADS,
                3.9,
                EngineKind.THREADS_ONE_LOCK,
                3.95));

    assertTrue(found.contains("processes are ahead of threads behind one lock by"), found);
  }

  @Test
  void hasNothingToSayOfOneEngine() {
    assertTrue(Comparison.of(samples(4, EngineKind.PROCESSES, 2.0)).finding().isEmpty());
    assertThrows(IllegalArgumentException.class, () -> Comparison.of(List.of()));
  }
}
