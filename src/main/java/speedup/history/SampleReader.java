package speedup.history;

import java.util.List;
import java.util.Optional;
import speedup.measure.Breakdown;
import speedup.measure.EngineKind;
import speedup.measure.Sample;
import speedup.measure.TimedRun;

/** One timed run from JSON. */
final class SampleReader {
  private static final String NEEDED = "this run, which is left out";
  private static final String WHERE_TIME_WENT = "where its time went, and so for the verdict";
  private static final double LONGEST = 1e9;

  private final Fields fields;
  private final List<String> problems;

  SampleReader(Fields fields, List<String> problems) {
    this.fields = fields;
    this.problems = problems;
  }

  /** The run, unless what cannot be done without is missing or impossible. */
  Optional<TimedRun> read() {
    var engine = fields.text("engine", "", NEEDED);
    var kind = EngineKind.of(engine);
    var workers = fields.whole("workers", 1, 100_000, NEEDED);
    var seconds = fields.number("seconds", Double.MIN_VALUE, LONGEST, NEEDED);
    if (kind.isEmpty() && !engine.isEmpty()) {
      problems.add("the engine \"%s\" is not known; its run is left out".formatted(engine));
    }
    if (kind.isEmpty() || workers.isEmpty() || seconds.isEmpty()) {
      return Optional.empty();
    }
    var sample =
        new Sample(
            kind.get(),
            (int) workers.getAsLong(),
            (int) fields.whole("repeat", 1, Integer.MAX_VALUE, "").orElse(1),
            seconds.getAsDouble());
    return Optional.of(
        new TimedRun(
            sample,
            fields.whole("chunkItems", 1, Long.MAX_VALUE, "").orElse(1),
            (int) fields.whole("size", 1, Integer.MAX_VALUE, "").orElse(1),
            breakdown(),
            fields.number("otherLoad", 0, 1, "")));
  }

  private Breakdown breakdown() {
    if (!fields.has("breakdown")) {
      fields.missing("breakdown", WHERE_TIME_WENT);
      return new Breakdown(0, 0, 0, 0, 0, 0, 0);
    }
    var parts = fields.in("breakdown");
    return new Breakdown(
        part(parts, "start"),
        part(parts, "warmUp"),
        part(parts, "waiting"),
        part(parts, "serialise"),
        part(parts, "compute"),
        part(parts, "idleTail"),
        part(parts, "merge"));
  }

  private static double part(Fields parts, String name) {
    return parts.number(name, 0, LONGEST * 100_000, WHERE_TIME_WENT).orElse(0);
  }
}
