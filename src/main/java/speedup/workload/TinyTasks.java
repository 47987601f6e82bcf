package speedup.workload;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Tasks so small that sending them costs more than doing them. */
public final class TinyTasks implements Workload {
  /** The sum of the squares of so many numbers still fits into a long. */
  private static final long MAX_ITEMS = 3_000_000;

  @Override
  public String id() {
    return "tiny-tasks";
  }

  @Override
  public String title() {
    return "Tiny tasks";
  }

  @Override
  public String summary() {
    return "Each task squares one number: sending it takes far longer than doing it, so processes"
        + " lose until many tasks travel in one chunk.";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter.Whole(
            "items",
            "Tasks",
            "How many numbers are squared. The chunk size sets how many are sent at once.",
            "",
            1,
            MAX_ITEMS,
            OptionalLong.of(1_000_000)));
  }

  @Override
  public List<Preset> presets() {
    return List.of(
        chunked(1, "Every number is a message of its own: slower than doing it alone."),
        chunked(
            1000, "A thousand numbers in a message: the same work with a thousandth of the cost."));
  }

  private static Preset chunked(int chunk, String lesson) {
    return new Preset(
        "chunk-" + chunk,
        Words.say("1,000,000 tasks in chunks of %,d", chunk),
        lesson,
        Map.of("items", "1000000"),
        OptionalInt.empty(),
        OptionalInt.of(chunk));
  }

  @Override
  public Optional<String> sizeParameter() {
    return Optional.of("items");
  }

  @Override
  public Optional<Integer> suggestedChunk() {
    return Optional.of(1);
  }

  @Override
  public boolean hasPython() {
    return true;
  }

  @Override
  public Prepared<int[], Long, Long> prepare(Settings settings, Preparation preparation) {
    return new Plan(Math.toIntExact(settings.whole("items")));
  }

  /** What a worker does: sums the squares from the first number to before the second. */
  static long squares(int[] fromAndEnd) {
    long sum = 0;
    for (long number = fromAndEnd[0]; number < fromAndEnd[1]; number++) {
      sum += number * number;
    }
    return sum;
  }

  private record Plan(int count) implements Prepared<int[], Long, Long>, Stage<int[], Long> {
    @Override
    public String description() {
      return Words.count(count, "number", "numbers") + " to square";
    }

    @Override
    public List<Stage<int[], Long>> stages() {
      return List.of(this);
    }

    @Override
    public long items() {
      return count;
    }

    @Override
    public int[] slice(long from, long to) {
      // two ints: the fewest bytes that say which numbers are meant
      return new int[] {(int) from, (int) to};
    }

    @Override
    public SliceTask<int[], Long> task() {
      return TinyTasks::squares;
    }

    @Override
    public Long merge(List<Long> results) {
      return results.stream().mapToLong(Long::longValue).sum();
    }

    @Override
    public Optional<PythonWork<int[], Long>> inPython() {
      return Optional.of(new PythonWork<>("tiny_tasks", slice -> slice, PythonWork::whole));
    }

    @Override
    public String inWords(Long result) {
      return Words.say("the sum of the squares is %,d", result);
    }

    @Override
    public List<Shown> show(Long result) {
      return List.of(
          SquareShares.bars(count),
          new FactTable("The tasks")
              .row("Numbers squared, one a task", count)
              .row("Sum of the squares", result)
              .done());
    }

    @Override
    public Map<String, Object> inValues(Long result) {
      var values = new LinkedHashMap<String, Object>();
      values.put("items", count);
      values.put("sum", result);
      return values;
    }
  }
}
