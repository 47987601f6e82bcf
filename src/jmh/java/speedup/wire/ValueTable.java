package speedup.wire;

import java.util.Collection;
import java.util.Locale;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Prints {@link ValueBenchmark} as the table of decision 5. Many short rounds, of which the median
 * and the fastest are shown: on a machine that does other work too, averages tell of that work.
 */
public final class ValueTable {
  private ValueTable() {}

  /** Runs all of it: some five minutes. */
  public static void main(String[] args) throws Exception {
    Locale.setDefault(Locale.ROOT);
    var warm =
        options("thereAndBack")
            .forks(3)
            .warmupIterations(15)
            .warmupTime(TimeValue.milliseconds(100))
            .measurementIterations(60)
            .measurementTime(TimeValue.milliseconds(5));
    print("nanoseconds there and back: median (fastest), bytes", run(warm), true);
    print("milliseconds at first use: median (fastest)", run(options("firstUse")), false);
  }

  private static ChainedOptionsBuilder options(String method) {
    return new OptionsBuilder()
        .include(ValueBenchmark.class.getName() + "." + method)
        .verbosity(VerboseMode.SILENT);
  }

  private static Collection<RunResult> run(ChainedOptionsBuilder options) throws RunnerException {
    return new Runner(options.build()).run();
  }

  private static void print(String title, Collection<RunResult> results, boolean bytes)
      throws Exception {
    System.out.println("\n" + title);
    for (var sample : Sample.values()) {
      var row = new StringBuilder("| " + sample);
      for (var codec : Codec.Choice.values()) {
        for (var result : results) {
          var parameters = result.getParams();
          if (parameters.getParam("sample").equals(sample.name())
              && parameters.getParam("codec").equals(codec.name())) {
            row.append(" | ").append(cell(result));
            if (bytes) {
              row.append(", %,d".formatted(codec.open().write(sample.value()).length));
            }
          }
        }
      }
      if (row.indexOf(" | ") > 0) {
        System.out.println(row.append(" |"));
      }
    }
  }

  private static String cell(RunResult result) {
    var rounds =
        result.getBenchmarkResults().stream()
            .flatMap(fork -> fork.getIterationResults().stream())
            .mapToDouble(round -> round.getPrimaryResult().getScore())
            .sorted()
            .toArray();
    return "%,.0f (%,.0f)".formatted(rounds[rounds.length / 2], rounds[0]);
  }
}
