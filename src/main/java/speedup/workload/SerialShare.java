package speedup.workload;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Work whose serial share is set by hand, so that Amdahl's law can be checked against it. */
public final class SerialShare implements Workload {
  private static final long MIN_UNITS = 20_000;
  private static final long MAX_UNITS = 1_000_000_000;
  private static final long UNSIZED_UNITS = 400_000;

  /**
   * Rounds of a unit: about two microseconds, so that a share is met to a fraction of a per mille.
   */
  private static final int ROUNDS = 500;

  @Override
  public String id() {
    return "serial-fraction";
  }

  @Override
  public String title() {
    return "Serial fraction";
  }

  @Override
  public String summary() {
    return "A set share of the work can only be done by one process, the rest by all: shows the"
        + " ceiling that Amdahl's law puts on every speedup.";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter.Whole(
            "serial",
            "Serial share",
            "How much of the work cannot be shared out. The speedup stays below 100 divided by it.",
            "%",
            0,
            100,
            OptionalLong.of(20)),
        new Parameter.Whole(
            "units",
            "Units of work",
            "How much work there is; every unit takes the same time. Left empty, it is chosen so"
                + " that a run takes a few seconds.",
            "",
            MIN_UNITS,
            MAX_UNITS,
            OptionalLong.empty()));
  }

  @Override
  public List<Preset> presets() {
    return List.of(
        share(20, "A fifth is serial: however many workers, the speedup stays below 5."),
        share(5, "Even a twentieth keeps the speedup below 20, and at 2 workers below 1.91."),
        share(50, "Half is serial: not even a thousand workers make it twice as fast."),
        share(0, "Nothing is serial: what is missing to the ideal speedup is overhead."));
  }

  private static Preset share(int percent, String lesson) {
    return Preset.of(
        "serial-" + percent, percent + " % serial", lesson, Map.of("serial", percent + ""));
  }

  @Override
  public Optional<Sizing> sizing() {
    return Optional.of(new LinearSizing("units", MIN_UNITS, 0, MIN_UNITS, MAX_UNITS));
  }

  @Override
  public Optional<String> sizeParameter() {
    return Optional.of("units");
  }

  @Override
  public Prepared<Range, Long, Work> prepare(Settings settings, Preparation preparation) {
    var units = settings.optionalWhole("units").orElse(UNSIZED_UNITS);
    var serial = Math.round(units * settings.whole("serial") / 100.0);
    return new Plan(units, serial);
  }

  /**
   * The work done.
   *
   * @param units how many units
   * @param checksum sum of what every unit computed; it does not depend on the share
   */
  public record Work(long units, long checksum) {}

  /** The serial part: one item that stands for several units. */
  private record SerialStage(long units) implements Stage<Range, Long> {
    @Override
    public long items() {
      return 1;
    }

    @Override
    public Range slice(long from, long to) {
      return new Range(0, units);
    }

    @Override
    public SliceTask<Range, Long> task() {
      return SerialShare::work;
    }
  }

  /** What a worker does, in both parts: unit after unit, so that a unit takes the same time. */
  static long work(Range units) {
    long checksum = 0;
    for (var unit = units.from(); unit < units.end(); unit++) {
      checksum += unit(unit);
    }
    return checksum;
  }

  /** A chain in which each round needs the one before: nothing can be left out or done at once. */
  private static long unit(long number) {
    var bits = number;
    for (var round = 0; round < ROUNDS; round++) {
      bits = SplitMix.mix(bits + round);
    }
    return bits;
  }

  private record Plan(long units, long serialUnits) implements Prepared<Range, Long, Work> {
    @Override
    public String description() {
      return Words.say("%,d units of work, %,d of them serial", units, serialUnits);
    }

    @Override
    public List<Stage<Range, Long>> stages() {
      var stages = new ArrayList<Stage<Range, Long>>();
      if (serialUnits > 0) {
        stages.add(new SerialStage(serialUnits));
      }
      if (serialUnits < units) {
        stages.add(new RangeStage<>(serialUnits, units - serialUnits, SerialShare::work));
      }
      return stages;
    }

    @Override
    public Work merge(List<Long> results) {
      return new Work(units, results.stream().mapToLong(Long::longValue).sum());
    }

    @Override
    public String inWords(Work result) {
      return "%s done, checksum %016x"
          .formatted(Words.count(result.units(), "unit", "units"), result.checksum());
    }

    @Override
    public List<Shown> show(Work result) {
      return List.of(
          new Shown.Bars(
              "Which work can be shared out",
              "units",
              List.of(
                  new Shown.Bars.Bar("Serial", serialUnits),
                  new Shown.Bars.Bar("Shared out", result.units() - serialUnits))),
          new FactTable("The ceiling")
              .row("Units of work", result.units())
              .row("Serial share", Words.say("%.2f %%", 100.0 * serialUnits / units))
              .row("Speedup stays below", ceiling())
              .done());
    }

    private String ceiling() {
      return serialUnits == 0 ? "no ceiling" : Words.say("%.2f", (double) units / serialUnits);
    }

    @Override
    public Map<String, Object> inValues(Work result) {
      var values = new LinkedHashMap<String, Object>();
      values.put("units", result.units());
      values.put("serialUnits", serialUnits);
      values.put("serialShare", (double) serialUnits / units);
      values.put("checksum", "%016x".formatted(result.checksum()));
      return values;
    }
  }
}
