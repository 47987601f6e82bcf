package speedup.history;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import speedup.experiment.RunRequest;
import speedup.measure.EngineKind;
import speedup.measure.Environment;
import speedup.measure.TimedRun;

/** The raw runs as CSV, a line each, with the machine on every line as tables like it. */
final class RunCsv {
  static final List<String> PARTS =
      List.of("start", "warmUp", "waiting", "serialise", "compute", "idleTail", "merge");

  private static final int LONGEST_FIELD = 10_000;
  private static final int MOST_PROBLEMS = 1_000;

  private RunCsv() {}

  /** Writes the runs. */
  static void write(KeptRun run, Writer out) throws IOException {
    var columns = new ArrayList<>(List.of("engine", "workers", "repeat", "seconds"));
    columns.addAll(List.of("chunkItems", "size", "otherLoad"));
    columns.addAll(PARTS);
    columns.addAll(List.of("workload", "os", "cpu", "logicalCores", "physicalCores", "jvm"));
    var machine = run.environment();
    var csv = CsvWriter.builder().build(out);
    csv.writeRecord(columns);
    for (var one : run.runs()) {
      var parts = one.breakdown();
      csv.writeRecord(
          one.sample().engine().id(),
          text(one.sample().workers()),
          text(one.sample().repeat()),
          text(one.sample().seconds()),
          text(one.chunkItems()),
          text(one.size()),
          one.otherLoad().isPresent() ? text(one.otherLoad().getAsDouble()) : "",
          text(parts.start()),
          text(parts.warmUp()),
          text(parts.waiting()),
          text(parts.serialise()),
          text(parts.compute()),
          text(parts.idleTail()),
          text(parts.merge()),
          run.request().workload(),
          machine.os(),
          machine.cpu(),
          text(machine.logicalCores()),
          text(machine.physicalCores()),
          machine.jvm());
    }
    csv.flush();
  }

  private static String text(Number number) {
    return number.toString();
  }

  /**
   * Reads runs: {@code engine}, {@code workers} and {@code seconds} are needed, all else is not.
   *
   * @throws ImportException when nothing in it can be shown
   */
  static Imported read(Reader text) throws IOException {
    var in = new BufferedReader(text);
    var problems = new ArrayList<String>();
    var runs = new ArrayList<TimedRun>();
    Optional<NamedCsvRecord> first = Optional.empty();
    try (var csv = reader(in, separator(in))) {
      for (var line : csv) {
        if (runs.size() == PartialJson.MOST_SAMPLES || problems.size() > MOST_PROBLEMS) {
          throw new ImportException(
              "line %,d: this is no table of timed runs of a usable size%s; choose another file"
                  .formatted(
                      line.getStartingLineNumber(),
                      problems.isEmpty() ? "" : " (" + problems.getFirst() + ")"));
        }
        if (first.isEmpty()) {
          first = Optional.of(line);
          checkHeader(line);
        }
        new CsvLine(line, problems).run().ifPresent(runs::add);
      }
    } catch (CsvParseException e) {
      problems.add("%s; what comes after it is missing".formatted(e.getMessage()));
    }
    if (runs.isEmpty()) {
      throw new ImportException(
          "there is no timed run in it that can be used%s; choose another file"
              .formatted(problems.isEmpty() ? "" : " (" + problems.getFirst() + ")"));
    }
    problems.add(
        "CSV holds the times alone: the request, the result and the trace are missing, so it"
            + " cannot be run again and has no timeline");
    return new Imported(run(runs, new CsvLine(first.orElseThrow(), problems)), problems);
  }

  private static CsvReader<NamedCsvRecord> reader(Reader in, char separator) {
    return CsvReader.builder()
        .fieldSeparator(separator)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .maxBufferSize(1 << 20)
        .ofNamedCsvRecord(in);
  }

  /** Programs of countries with a decimal comma write semicolons. */
  private static char separator(BufferedReader in) throws IOException {
    in.mark(LONGEST_FIELD);
    for (int i = 0; i < LONGEST_FIELD - 1; i++) {
      int next = in.read();
      if (next == '\ufeff' && i == 0) {
        in.mark(LONGEST_FIELD);
      } else if (next == ',' || next == ';' || next == '\t') {
        in.reset();
        return (char) next;
      } else if (next < 0 || next == '\n') {
        break;
      }
    }
    in.reset();
    return ',';
  }

  private static void checkHeader(NamedCsvRecord line) throws ImportException {
    for (var needed : List.of("engine", "workers", "seconds")) {
      if (!line.getHeader().contains(needed)) {
        throw new ImportException(
            "line 1: there is no column \"%s\", without which no time can be shown; add it, or"
                    .formatted(needed)
                + " choose a file that was exported as CSV");
      }
    }
  }

  private static KeptRun run(List<TimedRun> runs, CsvLine line) {
    var most = runs.stream().mapToInt(one -> one.sample().workers()).max().orElse(1);
    var repeats = runs.stream().mapToInt(one -> one.sample().repeat()).max().orElse(1);
    var engines = runs.stream().map(one -> one.sample().engine()).distinct().toList();
    var physical = line.cores("physicalCores");
    if (physical.isEmpty()) {
      line.tell(
          "it does not say how many cores the machine has, so the serial fraction takes all"
              + " worker counts as they are");
    }
    return new KeptRun(
        KeptRun.newId(),
        Instant.now(),
        "",
        new RunRequest(
            line.word("workload", "unknown"),
            Map.of(),
            engines.isEmpty() ? List.of(EngineKind.SEQUENTIAL) : engines,
            Math.min(most, RunRequest.MAX_WORKERS),
            OptionalInt.empty(),
            Math.min(repeats, RunRequest.MAX_REPEATS),
            RunRequest.Start.WARM),
        Optional.empty(),
        Map.of(),
        new Environment(
            line.word("os", "unknown"),
            line.word("cpu", "unknown"),
            line.cores("logicalCores").orElse(most),
            physical.orElse(most),
            -1,
            line.word("jvm", "unknown")),
        "imported from CSV",
        List.of(),
        0,
        OptionalLong.empty(),
        runs,
        "",
        Map.of(),
        OptionalDouble.empty(),
        List.of(),
        Map.of());
  }
}
