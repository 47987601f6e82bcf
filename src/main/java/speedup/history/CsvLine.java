package speedup.history;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import speedup.measure.Breakdown;
import speedup.measure.EngineKind;
import speedup.measure.Sample;
import speedup.measure.TimedRun;

/** One line of a table that anybody may have written. */
final class CsvLine {
  private static final Pattern COMMA = Pattern.compile("-?\\d+,\\d+(e-?\\d+)?");
  private static final double LONGEST = 1e9;
  private static final int MOST = 100_000;
  private static final int SHOWN = 40;
  private static final int LONGEST_WORD = 10_000;

  private final NamedCsvRecord line;
  private final List<String> problems;

  CsvLine(NamedCsvRecord line, List<String> problems) {
    this.line = line;
    this.problems = problems;
  }

  /** The run, unless what cannot be done without is missing or impossible. */
  Optional<TimedRun> run() {
    var engine = EngineKind.of(field("engine"));
    if (engine.isEmpty()) {
      problem("engine", "is none that is known; the line is left out");
      return Optional.empty();
    }
    var workers = number("workers", 1, MOST, "; the line is left out");
    var seconds = number("seconds", Double.MIN_VALUE, LONGEST, "; the line is left out");
    if (workers.isEmpty() || seconds.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new TimedRun(
            new Sample(
                engine.get(),
                (int) workers.getAsDouble(),
                (int) optional("repeat", 1, Integer.MAX_VALUE).orElse(1),
                seconds.getAsDouble()),
            (long) optional("chunkItems", 1, 1e15).orElse(1),
            (int) optional("size", 1, Integer.MAX_VALUE).orElse(1),
            breakdown(),
            optional("otherLoad", 0, 1)));
  }

  private Breakdown breakdown() {
    var parts = new double[RunCsv.PARTS.size()];
    for (int i = 0; i < parts.length; i++) {
      var missing = "; where the time of this run went, and so its verdict, is not known";
      var part = number(RunCsv.PARTS.get(i), 0, LONGEST * MOST, missing);
      if (part.isEmpty()) {
        return new Breakdown(0, 0, 0, 0, 0, 0, 0);
      }
      parts[i] = part.getAsDouble();
    }
    return new Breakdown(parts[0], parts[1], parts[2], parts[3], parts[4], parts[5], parts[6]);
  }

  private OptionalDouble optional(String column, double low, double high) {
    return field(column).isEmpty() ? OptionalDouble.empty() : number(column, low, high, "");
  }

  private OptionalDouble number(String column, double low, double high, String consequence) {
    var text = field(column);
    if (COMMA.matcher(text).matches()) {
      problem(column, "has a decimal comma; write a point" + consequence);
      return OptionalDouble.empty();
    }
    try {
      var number = Double.parseDouble(text);
      if (number >= low && number <= high) {
        return OptionalDouble.of(number);
      }
    } catch (NumberFormatException _) {
      // told below, with what is out of bounds
    }
    problem(column, "is no number from %s to %s%s".formatted(low, high, consequence));
    return OptionalDouble.empty();
  }

  OptionalInt cores(String column) {
    var number = optional(column, 1, MOST);
    return number.isPresent() ? OptionalInt.of((int) number.getAsDouble()) : OptionalInt.empty();
  }

  String word(String column, String otherwise) {
    var text = field(column);
    return text.isEmpty() || text.length() > LONGEST_WORD ? otherwise : text;
  }

  void tell(String problem) {
    problems.add(problem);
  }

  private String field(String column) {
    return line.findField(column).orElse("").strip();
  }

  private void problem(String column, String what) {
    var text = field(column);
    problems.add(
        "line %,d: %s %s (%s)"
            .formatted(
                line.getStartingLineNumber(),
                column,
                what,
                text.isEmpty()
                    ? "missing"
                    : "\"" + text.substring(0, Math.min(SHOWN, text.length())) + "\""));
  }
}
