package speedup.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;
import speedup.experiment.RunRequest;
import speedup.experiment.SweepRequest;
import speedup.history.Json;
import speedup.history.KeptRun;
import speedup.history.SweepFindings;
import speedup.history.SweepJson;

/** {@code speedup sweep}: runs a workload at many worker counts, chunk sizes or problem sizes. */
@Command(
    name = "sweep",
    description =
        "Runs a workload at many worker counts, chunk sizes or problem sizes, in random order, and"
            + " tells how far it scales and why it stops there.",
    sortOptions = false,
    footer = {
      "",
      "Examples: speedup sweep serial-fraction --set serial=5 --workers 1,2,4",
      "          speedup sweep tiny-tasks --chunks 1,10,100,1000 --repeat 5 --json"
    })
final class SweepCommand implements Callable<Integer> {
  private final CliContext context;

  @Mixin private WorkOptions work;

  @Option(
      names = "--workers",
      paramLabel = "a,b,c",
      description =
          "Worker counts, 1 to "
              + RunRequest.MAX_WORKERS
              + ". Default: 1,2,4 and so on to the logical cores; with --chunks or --sizes what"
              + " the settings say, else one per logical core.")
  private String workers;

  @Option(
      names = "--chunks",
      paramLabel = "a,b,c",
      description = "Items in a chunk. Default: what the workload suggests.")
  private String chunks;

  @Option(
      names = "--sizes",
      paramLabel = "a,b,c",
      description = "Problem sizes, as multiples of the input. Default: 1.")
  private String sizes;

  @Option(
      names = "--weak",
      description = "The problem grows with the workers, twice the workers for twice the problem.")
  private boolean weak;

  @Option(
      names = "--engine",
      paramLabel = "E",
      defaultValue = "processes",
      description =
          "What to compare with the sequential baseline: processes (default), threads,"
              + " threads-one-lock, python.")
  private String engine;

  @Option(
      names = "--repeat",
      paramLabel = "R",
      converter = WholeNumber.class,
      defaultValue = "7",
      description = "Timed runs of each point. Default: 7; intervals need 3, of medians 5.")
  private Integer repeat;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Of the random order: the same seed gives the same order.")
  private Long seed;

  SweepCommand(CliContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws CliException {
    var request = request();
    var report = new Execution(context, !work.json() && context.terminal()).sweep(request);
    var kept = KeptRun.of(report);
    if (!work.noSave()) {
      new History(context).keep(kept);
    }
    var findings = SweepFindings.of(kept);
    context
        .out()
        .println(
            work.json()
                ? Json.text(SweepJson.values(kept, findings))
                : SweepText.of(kept, findings));
    return CliException.DONE;
  }

  private SweepRequest request() throws CliException {
    var draft = work.draft(context);
    draft.engines(engine);
    var run = draft.request(repeat, work.start());
    var chunkSizes = chunks == null ? List.<Integer>of() : numbers("--chunks", chunks);
    var problemSizes = sizes == null ? SweepRequest.ONE_SIZE : numbers("--sizes", sizes);
    boolean oneCount = chunkSizes.size() > 1 || problemSizes.size() > 1;
    try {
      return new SweepRequest(
          run,
          workers == null ? usual(oneCount) : numbers("--workers", workers),
          chunkSizes,
          problemSizes,
          weak,
          seed == null ? new SplittableRandom().nextLong() : seed);
    } catch (IllegalArgumentException e) {
      throw new CliException(CliException.USAGE, e.getMessage(), e);
    }
  }

  private List<Integer> usual(boolean oneCount) {
    if (oneCount) {
      return List.of(context.workers());
    }
    int most = Math.clamp(context.logicalCores().getAsInt(), 2, RunRequest.MAX_WORKERS);
    var counts = new TreeSet<Integer>();
    for (int count = 1; count <= most; count *= 2) {
      counts.add(count);
    }
    counts.add(most);
    return List.copyOf(counts);
  }

  private static List<Integer> numbers(String option, String text) throws CliException {
    var numbers = new ArrayList<Integer>();
    for (var word : text.split(",", -1)) {
      try {
        numbers.add(new WholeNumber().convert(word));
      } catch (TypeConversionException e) {
        throw new CliException(
            CliException.USAGE,
            "%s %s; give whole numbers parted by commas, such as 1,2,4"
                .formatted(option, e.getMessage()),
            e);
      }
    }
    return numbers;
  }
}
