package speedup.cli;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import speedup.history.Json;
import speedup.history.Query;
import speedup.history.RunSummary;

/** {@code speedup history}: the runs that are kept. */
@Command(
    name = "history",
    description = "Lists the runs that are kept, the newest first.",
    sortOptions = false,
    footer = {"", "Example: speedup history --search \"primes projector\""})
final class HistoryCommand implements Callable<Integer> {
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.systemDefault());
  private static final int ID = 8;
  private static final int MOST = 1_000_000;

  private final CliContext context;

  @Option(
      names = "--search",
      paramLabel = "TEXT",
      defaultValue = "",
      description = "Only runs with words that begin so in workload, note, input or machine.")
  private String search;

  @Option(
      names = "--limit",
      paramLabel = "N",
      converter = WholeNumber.class,
      defaultValue = "20",
      description = "At most so many. Default: 20.")
  private Integer limit;

  @Option(names = "--json", description = "Print a JSON array instead of text.")
  private boolean json;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  private boolean help;

  HistoryCommand(CliContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws CliException {
    if (limit < 1 || limit > MOST) {
      throw new CliException(
          CliException.USAGE, "limit: %,d is outside 1 to %,d".formatted(limit, MOST));
    }
    var query = Query.words(search);
    var text =
        new History(context)
            .use(store -> {
              var runs = store.search(query, 0, limit);
              return json
                  ? Json.text(runs.stream().map(HistoryCommand::values).toList())
                  : text(runs, store.count(query));
            });
    context.out().println(text);
    return CliException.DONE;
  }

  private String text(List<RunSummary> runs, int all) {
    if (runs.isEmpty()) {
      return search.isBlank()
          ? "No run is kept yet; \"speedup run WORKLOAD\" makes one."
          : "No run has these words; \"speedup history\" shows all of them.";
    }
    var lines = new ArrayList<String>();
    lines.add(
        "%-8s  %-16s  %-20s %-26s %7s %9s %8s  %s"
            .formatted(
                "id", "when", "workload", "engines", "workers", "median", "speedup", "note"));
    runs.forEach(run -> lines.add(line(run).stripTrailing()));
    if (all > runs.size()) {
      lines.add("%,d more; --limit shows them".formatted(all - runs.size()));
    }
    return String.join(System.lineSeparator(), lines);
  }

  private static String line(RunSummary run) {
    return "%-8s  %-16s  %-20s %-26s %7d %9s %8s  %s"
        .formatted(
            run.id().substring(0, Math.min(ID, run.id().length())),
            WHEN.format(run.when()),
            Printed.plain(run.workload()),
            run.engines().replace("sequential,", ""),
            run.workers(),
            number("%.3f s", run.seconds()),
            number("%.2fx", run.speedup()),
            Printed.plain(run.note()));
  }

  private static String number(String format, OptionalDouble value) {
    return value.isPresent() ? String.format(Locale.ROOT, format, value.getAsDouble()) : "";
  }

  private static Map<String, Object> values(RunSummary run) {
    var values = new LinkedHashMap<String, Object>();
    values.put("id", run.id());
    values.put("when", run.when().toString());
    values.put("kind", run.kind().name().toLowerCase(Locale.ROOT));
    values.put("workload", run.workload());
    values.put("note", run.note());
    values.put("input", run.input());
    values.put("machine", run.machine());
    values.put("fingerprint", run.fingerprint().value());
    values.put("engines", run.engines());
    values.put("workers", run.workers());
    values.put("runs", run.runs());
    values.put("seconds", run.seconds().isPresent() ? run.seconds().getAsDouble() : null);
    values.put("speedup", run.speedup().isPresent() ? run.speedup().getAsDouble() : null);
    return values;
  }
}
