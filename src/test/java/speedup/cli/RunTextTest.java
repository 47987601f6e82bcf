package speedup.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import speedup.experiment.RunReport;
import speedup.experiment.RunRequest;

class RunTextTest {
  private static String text(Function<RunRequest, RunReport> report) {
    return new CliRig(request -> CompletableFuture.completedFuture(report.apply(request)))
        .run("run", "numbers-file", "--workers", "2")
        .out();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "168 primes among 1,000 numbers",
        "warm start, chunks of 50 items",
        "sequential            3.200 s    3.300 s    3.400 s      2\n",
        "2 processes           1.750 s    1.750 s    1.750 s      1     1.89x\n",
        "speedup 1.87x (1.82 to 1.91) on 2 workers, efficiency 94 %",
        "serial fraction 5.0 % (3.0 to 8.0), ceiling 20.0x however many workers",
        "compute 85.7 %",
        "worker 1 (process 4711): 10 chunks, 500 items, busy 1.500 s\n",
        "Workers waited. Raise the chunk size.",
        "Note: 2 lines were skipped",
      })
  void saysWhatWasFound(String words) {
    var text = text(Reports::comparison).replace(System.lineSeparator(), "\n");

    assertTrue(text.contains(words), text);
  }

  @Test
  void showsNoIntervalOfFewRepeats() {
    var text = text(Reports::withoutIntervals);

    assertTrue(text.contains("speedup 1.87x on 2 workers"), text);
    assertTrue(text.contains("no ceiling seen"), text);
  }

  @Test
  void saysWhyThereIsNoSerialFraction() {
    var text = text(Reports::withoutSerialFraction);

    assertTrue(text.contains("serial fraction not known: too few repeats"), text);
  }

  @Test
  void saysNothingOfSpeedupForABaselineAlone() {
    var text = text(Reports::baseline);

    assertFalse(text.contains("speedup"), text);
    assertTrue(text.contains("168 primes"), text);
  }
}
