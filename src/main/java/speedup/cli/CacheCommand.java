package speedup.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import speedup.experiment.InputCache;
import speedup.history.Json;

/** {@code speedup cache}: where generated input is kept, how much there is, and away with it. */
@Command(
    name = "cache",
    description = "Shows where generated input is kept and how much there is.",
    sortOptions = false,
    footer = {"", "Generated input is made again when a run needs it."})
final class CacheCommand implements Callable<Integer> {
  private static final double UNIT = 1_024;

  private final CliContext context;

  @Option(
      names = "--empty",
      description = "Delete what the program made there; files of others and links stay.")
  private boolean empty;

  @Option(names = "--json", description = "Print a JSON object instead of text.")
  private boolean json;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  private boolean help;

  CacheCommand(CliContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws CliException {
    try (var lab = context.labs().get()) {
      return empty ? empty(lab.cache()) : show(lab.cache());
    } catch (InputCache.InUseException e) {
      throw new CliException(CliException.FAILED, e.getMessage(), e);
    } catch (IOException e) {
      throw new CliException(
          CliException.FAILED,
          "the cache cannot be read (%s); make its folder readable".formatted(e.getMessage()),
          e);
    }
  }

  private int show(InputCache cache) throws IOException {
    var kept = cache.kept();
    context.out().println(json ? Json.text(values(cache, kept)) : text(cache, kept));
    return CliException.DONE;
  }

  private static Map<String, Object> values(InputCache cache, List<InputCache.Kept> kept) {
    var values = new LinkedHashMap<String, Object>();
    values.put("place", cache.place().toString());
    values.put("files", kept.stream().mapToLong(InputCache.Kept::files).sum());
    values.put("bytes", kept.stream().mapToLong(InputCache.Kept::bytes).sum());
    values.put("workloads", kept.stream().map(CacheCommand::values).toList());
    return values;
  }

  private static Map<String, Object> values(InputCache.Kept one) {
    var values = new LinkedHashMap<String, Object>();
    values.put("workload", one.workload());
    values.put("files", one.files());
    values.put("bytes", one.bytes());
    return values;
  }

  private static String text(InputCache cache, List<InputCache.Kept> kept) {
    var lines = new ArrayList<String>();
    lines.add(cache.place().toString());
    for (var one : kept) {
      lines.add(line(one.workload(), one.files(), one.bytes()));
    }
    lines.add(
        line(
            "together",
            kept.stream().mapToLong(InputCache.Kept::files).sum(),
            kept.stream().mapToLong(InputCache.Kept::bytes).sum()));
    lines.add("\"speedup cache --empty\" deletes them; they are made again when needed");
    return String.join("\n", lines);
  }

  private static String line(String name, long files, long bytes) {
    return String.format(
        Locale.ROOT,
        "  %-18s %,7d %-5s %10s",
        name,
        files,
        files == 1 ? "file" : "files",
        size(bytes));
  }

  /** In powers of 1,024, as in the window. */
  static String size(long bytes) {
    if (bytes < UNIT) {
      return bytes + " B";
    }
    var value = bytes / UNIT;
    var unit = 0;
    var units = List.of("KiB", "MiB", "GiB", "TiB");
    while (value >= UNIT && unit < units.size() - 1) {
      value /= UNIT;
      unit++;
    }
    return String.format(Locale.ROOT, value < 10 ? "%.1f %s" : "%.0f %s", value, units.get(unit));
  }

  private int empty(InputCache cache) throws IOException, InputCache.InUseException, CliException {
    var done = cache.empty();
    if (json) {
      var values = new LinkedHashMap<String, Object>();
      values.put("place", cache.place().toString());
      values.put("files", done.files());
      values.put("bytes", done.bytes());
      values.put("left", done.left().stream().map(Object::toString).toList());
      values.put("problems", done.problems());
      context.out().println(Json.text(values));
    } else {
      context
          .out()
          .println(
              "%s: %,d %s deleted, %s"
                  .formatted(
                      cache.place(),
                      done.files(),
                      done.files() == 1 ? "file" : "files",
                      size(done.bytes())));
      if (!done.left().isEmpty()) {
        context
            .out()
            .println(
                "%,d that this program did not make %s left, such as %s"
                    .formatted(
                        done.left().size(),
                        done.left().size() == 1 ? "is" : "are",
                        done.left().getFirst()));
      }
    }
    if (!done.problems().isEmpty()) {
      throw new CliException(CliException.FAILED, done.problems().getFirst());
    }
    return CliException.DONE;
  }
}
