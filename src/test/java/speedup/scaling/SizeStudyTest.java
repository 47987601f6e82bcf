package speedup.scaling;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import speedup.measure.EngineKind;
import speedup.measure.TimedRun;

class SizeStudyTest {
  /** Two workers share work of 1 s for each size, and lose so many seconds in every run. */
  private static List<TimedRun> runs(double lost, int repeats, int... sizes) {
    var runs = new ArrayList<TimedRun>();
    for (int size : sizes) {
      for (int repeat = 1; repeat <= repeats; repeat++) {
        double noise = 1 + 0.001 * repeat;
        runs.add(Studies.run(EngineKind.SEQUENTIAL, 1, repeat, size * noise, 1, size));
        runs.add(
            Studies.run(EngineKind.PROCESSES, 2, repeat, (lost + size / 2.0) * noise, 1, size));
      }
    }
    return runs;
  }

  private static SizeStudy study(List<TimedRun> runs) {
    return SizeStudy.of(runs, EngineKind.PROCESSES, 2);
  }

  @Test
  void namesTheSizeFromWhichParallelWins() {
    var study = study(runs(0.9, 5, 1, 2, 4, 8));

    assertEquals(Optional.of(2), study.winsFrom().value());
    assertEquals(
        "On 2 workers parallel is faster from 2 times the size on, up to 1.63 times.",
        study.sentence());
    assertEquals(4, study.points().size());
    assertEquals(8 / 4.9, study.points().getLast().speedup().value().orElseThrow().value(), 1e-9);
    assertEquals(8.024, study.points().getLast().sequential().value().orElseThrow().median(), 1e-9);
  }

  @Test
  void saysThatItWinsAlwaysOrNever() {
    assertEquals(
        "On 2 workers parallel is faster at every size that was measured, up to 1.67 times.",
        study(runs(0.1, 5, 1)).sentence());
    assertEquals(
        "On 2 workers no size can be named: parallel is not faster for certain even at 2 times the"
            + " size; measure larger ones.",
        study(runs(5, 5, 1, 2)).sentence());
  }

  @Test
  void doesNotCallAWinWhatNoiseMayBe() {
    // medians differ by a thousandth, repeats by more
    assertEquals(Optional.empty(), study(runs(0.499, 5, 1)).winsFrom().value());
  }

  @Test
  void saysWhatIsMissing() {
    assertEquals(Optional.of("there are no runs yet"), study(List.of()).winsFrom().missing());
    var alone =
        runs(0.1, 3, 1).stream()
            .filter(run -> run.sample().engine() == EngineKind.PROCESSES)
            .toList();
    assertEquals(
        Optional.of("there is no sequential run to compare with; run the baseline too"),
        study(alone).winsFrom().missing());
  }
}
