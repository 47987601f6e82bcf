package speedup.workload;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Squares every number of a list and sums the results. */
public final class ParallelSum implements Workload {
  private static final String COUNT = "n";
  private static final long LESSON_COUNT = 1_000;
  private static final long MAX_COUNT = 1_000_000_000_000L;
  private static final long UNSIZED_COUNT = 100_000_000;

  @Override
  public String id() {
    return "parallel-sum";
  }

  @Override
  public String title() {
    return "Parallel sum";
  }

  @Override
  public String summary() {
    return "Squares the numbers from 0 on and sums the squares: parts are summed apart, then their"
        + " sums are added up.";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter.Whole(
            COUNT,
            "Numbers",
            "The numbers are 0 to n - 1. Left empty, n is chosen so that a run takes a few"
                + " seconds.",
            "",
            1,
            MAX_COUNT,
            OptionalLong.empty()));
  }

  @Override
  public List<Preset> presets() {
    return List.of(
        Preset.of(
            "lesson",
            "The lesson's list: 0 to 999",
            "The sum is 332,833,500. A thousand squares take about a microsecond; one message to"
                + " a process takes longer.",
            Map.of(COUNT, Long.toString(LESSON_COUNT))));
  }

  @Override
  public Optional<Sizing> sizing() {
    return Optional.of(new LinearSizing(COUNT, 40_000_000, 0, LESSON_COUNT, MAX_COUNT));
  }

  @Override
  public Optional<String> sizeParameter() {
    return Optional.of(COUNT);
  }

  @Override
  public boolean hasPython() {
    return true;
  }

  @Override
  public Prepared<Range, SquareSum, SquareSum> prepare(Settings settings, Preparation preparation) {
    return new Plan(settings.optionalWhole(COUNT).orElse(UNSIZED_COUNT));
  }

  private record Plan(long count) implements Prepared<Range, SquareSum, SquareSum> {
    @Override
    public String description() {
      return Words.say("the numbers from 0 to %,d", count - 1);
    }

    @Override
    public List<Stage<Range, SquareSum>> stages() {
      return List.of(new RangeStage<>(0, count, SquareSum::of));
    }

    @Override
    public SquareSum merge(List<SquareSum> results) {
      return results.stream().reduce(SquareSum.ZERO, SquareSum::plus);
    }

    @Override
    public Optional<PythonWork<Range, SquareSum>> inPython() {
      return Optional.of(
          PythonWork.ofRange("parallel_sum", value -> SquareSum.ofNumber(PythonWork.large(value))));
    }

    @Override
    public String inWords(SquareSum result) {
      return Words.say("the sum of the squares is %,d", result.value());
    }

    @Override
    public List<Shown> show(SquareSum result) {
      return List.of(
          SquareShares.bars(count),
          new FactTable("The sum")
              .row("Numbers", count)
              .row("Sum of their squares", result.value())
              .row("By the formula n (n - 1) (2 n - 1) / 6", SquareShares.sum(count))
              .done());
    }

    @Override
    public Map<String, Object> inValues(SquareSum result) {
      var values = new LinkedHashMap<String, Object>();
      values.put("numbers", count);
      values.put("sum", result.value());
      return values;
    }
  }
}
