package speedup.history;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import speedup.experiment.RunRequest;
import speedup.experiment.SweepRequest;
import speedup.measure.EngineKind;
import speedup.measure.Environment;
import speedup.measure.TimedRun;
import speedup.measure.WorkerStats;

/** Reads what {@link RunJson} wrote, from a file that anybody may have changed. */
final class RunJsonReader {
  private static final Pattern ID = Pattern.compile("[0-9A-Za-z-]{4,64}");
  private static final int MOST_CORES = 100_000;
  private static final int MOST_WORKERS = 100_000;
  private static final String AGAIN = "running it again";

  private final List<String> problems = new ArrayList<>();
  private final Fields fields;
  private final PartialJson json;

  private RunJsonReader(PartialJson json) {
    this.json = json;
    this.fields = new Fields(json.content(), "", problems);
  }

  /**
   * Reads a run.
   *
   * @throws ImportException when nothing in it can be shown
   */
  static Imported read(InputStream in) throws IOException {
    return new RunJsonReader(PartialJson.read(in)).read();
  }

  private Imported read() throws ImportException {
    checkForm();
    json.cutOff().ifPresent(problems::add);
    checkSum();
    var runs = runs();
    if (runs.isEmpty()) {
      throw new ImportException(
          "there is no timed run in it that can be used%s; choose another file"
              .formatted(problems.isEmpty() ? "" : " (" + problems.getFirst() + ")"));
    }
    var request = request(runs);
    var run =
        new KeptRun(
            id(),
            when(),
            fields.text("note", "", ""),
            request,
            study(request),
            fields.texts("settings"),
            environment(runs),
            fields.text("input", "", ""),
            fields.list("notes"),
            fields.whole("items", 0, Long.MAX_VALUE, "the items a second").orElse(0),
            fields.has("chunkItems")
                ? fields.whole("chunkItems", 1, Long.MAX_VALUE, "the chunks")
                : OptionalLong.empty(),
            runs,
            fields.text("resultInWords", "", ""),
            result(),
            fields.number("dispatchMicros", 0, Double.MAX_VALUE, ""),
            workers(),
            Map.of());
    return new Imported(run, problems);
  }

  private void checkForm() throws ImportException {
    if (fields.has("format") && !RunJson.FORMAT.equals(fields.text("format", "", ""))) {
      throw new ImportException(
          "this is no exported run: its format is not \"%s\"; choose another file"
              .formatted(RunJson.FORMAT));
    }
    if (fields.has("version") && fields.node("version").asLong() > RunJson.VERSION) {
      problems.add(
          "the file was written by a newer version of the program; what only that one knows is"
              + " left out");
    }
  }

  private void checkSum() {
    if (json.cutOff().isPresent() || !fields.has(RunJson.CHECKSUM)) {
      return;
    }
    ObjectNode content = json.content().deepCopy();
    content.remove(RunJson.CHECKSUM);
    if (!Json.checksum(content).equals(fields.text(RunJson.CHECKSUM, "", ""))) {
      problems.add(
          "the checksum is another one: the file was changed after it was exported, so nothing"
              + " in it is certain");
    }
  }

  private String id() {
    var id = fields.text("id", "", "");
    return ID.matcher(id).matches() ? id : KeptRun.newId();
  }

  private Instant when() {
    try {
      var when = Instant.parse(fields.text("when", "", ""));
      if (when.isAfter(Instant.EPOCH) && when.isBefore(Instant.parse("9999-01-01T00:00:00Z"))) {
        return when;
      }
    } catch (DateTimeException _) {
      // told below, with what is out of bounds
    }
    problems.add("when is no date and time; the run is listed under now");
    return Instant.now();
  }

  private List<TimedRun> runs() {
    var samples = fields.node(PartialJson.SAMPLES);
    if (!samples.isArray()) {
      problems.add("samples are missing, for speedup and all that follows from it");
    }
    var runs = new ArrayList<TimedRun>();
    for (int i = 0; i < json.sampleLines().size(); i++) {
      var where = "line %d: samples[%d].".formatted(json.sampleLines().get(i), i);
      new SampleReader(new Fields(samples.get(i), where, problems), problems)
          .read()
          .ifPresent(runs::add);
    }
    return runs;
  }

  private RunRequest request(List<TimedRun> runs) {
    var asked = fields.in("request");
    var workers = runs.stream().mapToInt(run -> run.sample().workers()).max().orElse(1);
    var chunk = asked.node("chunk");
    try {
      return new RunRequest(
          asked.text("workload", "unknown", AGAIN),
          asked.texts("settings"),
          engines(asked.text("engine", "", AGAIN), runs),
          (int)
              asked
                  .whole("workers", 1, RunRequest.MAX_WORKERS, AGAIN)
                  .orElse(Math.min(workers, RunRequest.MAX_WORKERS)),
          chunk.isInt() && chunk.intValue() > 0
              ? OptionalInt.of(chunk.intValue())
              : OptionalInt.empty(),
          (int) asked.whole("repeat", 1, RunRequest.MAX_REPEATS, AGAIN).orElse(1),
          asked.text("start", "warm", AGAIN).equals("cold")
              ? RunRequest.Start.COLD
              : RunRequest.Start.WARM);
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException("every part was checked", e);
    }
  }

  private List<EngineKind> engines(String names, List<TimedRun> runs) {
    var found =
        Stream.of(names.split(",", 20)).flatMap(name -> EngineKind.of(name).stream()).toList();
    return found.isEmpty()
        ? runs.stream().map(run -> run.sample().engine()).distinct().toList()
        : found;
  }

  private Optional<SweepRequest> study(RunRequest request) {
    if (!fields.has("study")) {
      return Optional.empty();
    }
    var asked = fields.in("study");
    try {
      return Optional.of(
          new SweepRequest(
              request,
              asked.numbers("workers"),
              asked.numbers("chunks"),
              asked.numbers("sizes"),
              asked.node("weak").asBoolean(),
              asked.whole("seed", Long.MIN_VALUE, Long.MAX_VALUE, AGAIN).orElse(0)));
    } catch (IllegalArgumentException e) {
      problems.add(
          "study cannot be used (%s); the times are shown as those of a run"
              .formatted(e.getMessage()));
      return Optional.empty();
    }
  }

  private Environment environment(List<TimedRun> runs) {
    var machine = fields.in("environment");
    var most = runs.stream().mapToInt(run -> run.sample().workers()).max().orElse(1);
    var fit = "the serial fraction, which takes all worker counts as it is";
    var logical = machine.whole("logicalCores", 1, MOST_CORES, "the comparison of machines");
    return new Environment(
        machine.text("os", "unknown", "the comparison of machines"),
        machine.text("cpu", "unknown", "the comparison of machines"),
        (int) logical.orElse(most),
        (int) machine.whole("physicalCores", 1, MOST_CORES, fit).orElse(most),
        machine.whole("memoryBytes", 0, Long.MAX_VALUE, "").orElse(-1),
        machine.text("jvm", "unknown", "the comparison of machines"));
  }

  private Map<String, Object> result() {
    var result = fields.node("result");
    if (!result.isObject()) {
      problems.add("result is missing, for what the workload found");
      return Map.of();
    }
    return Json.object(result);
  }

  private List<WorkerStats> workers() {
    var stats = new ArrayList<WorkerStats>();
    for (var one : fields.node("workers")) {
      if (stats.size() == MOST_WORKERS) {
        break;
      }
      var worker = new Fields(one, "workers[%d].".formatted(stats.size()), problems);
      var needed = "the figures of workers";
      stats.add(
          new WorkerStats(
              (int) worker.whole("worker", 0, MOST_WORKERS, "").orElse(stats.size()),
              worker.whole("pid", -1, Long.MAX_VALUE, needed).orElse(-1),
              worker.whole("tasks", 0, Long.MAX_VALUE, needed).orElse(0),
              worker.whole("items", 0, Long.MAX_VALUE, needed).orElse(0),
              worker.number("busySeconds", 0, Double.MAX_VALUE, needed).orElse(0),
              worker.number("cpuSeconds", 0, Double.MAX_VALUE, "").orElse(Double.NaN),
              worker.whole("peakRssBytes", 0, Long.MAX_VALUE, "").orElse(-1)));
    }
    return stats;
  }
}
