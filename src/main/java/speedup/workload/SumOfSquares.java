package speedup.workload;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Keeps cores busy: every task sums the squares of the same numbers. */
public final class SumOfSquares implements Workload {
  private static final long LESSON_SIZE = 10_000_000;
  private static final long MIN_SIZE = 1;
  private static final long MAX_SIZE = 1_000_000_000_000L;
  private static final long MAX_SQUARES = 10_000_000_000_000L;

  @Override
  public String id() {
    return "sum-of-squares";
  }

  @Override
  public String title() {
    return "Sum of squares";
  }

  @Override
  public String summary() {
    return "Every task sums i * i for all i below the size: pure computing with hardly any data,"
        + " the best case for processes.";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter.Whole(
            "tasks",
            "Tasks",
            "How many times the sum is computed. A multiple of the workers keeps all of them busy.",
            "",
            1,
            100_000,
            OptionalLong.of(8)),
        new Parameter.Whole(
            "size",
            "Size of a task",
            "How many squares a task sums. Left empty, it is chosen so that a run takes a few"
                + " seconds.",
            "",
            MIN_SIZE,
            MAX_SIZE,
            OptionalLong.empty()));
  }

  @Override
  public List<Preset> presets() {
    return List.of(
        Preset.of(
            "lesson",
            "The lesson's size: 4 tasks of 10,000,000",
            "Four cores can each take one task. Java needs about 0.01 s for a task, so make them"
                + " larger to see the gain.",
            Map.of("tasks", "4", "size", Long.toString(LESSON_SIZE))),
        Preset.of(
            "lesson-8",
            "The lesson's size: 8 tasks of 10,000,000",
            "Twice the tasks on the same cores take twice as long.",
            Map.of("tasks", "8", "size", Long.toString(LESSON_SIZE))),
        new Preset(
            "uneven",
            "3 tasks on 2 workers",
            "One worker gets two tasks and the other one: the speedup is 1.5 at best.",
            Map.of("tasks", "3", "size", "500000000"),
            OptionalInt.of(2),
            OptionalInt.of(1)));
  }

  @Override
  public Optional<Sizing> sizing() {
    return Optional.of(new LinearSizing("size", 5_000_000, 0, MIN_SIZE, MAX_SIZE));
  }

  @Override
  public Optional<String> sizeParameter() {
    return Optional.of("tasks");
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
  public Prepared<Range, TaskSums, TaskSums> prepare(Settings settings, Preparation preparation)
      throws InputException {
    var tasks = settings.whole("tasks");
    var size = settings.optionalWhole("size").orElse(LESSON_SIZE);
    if (tasks > MAX_SQUARES / size) {
      throw new InputException(
          "size",
          Words.say(
              "size: %,d tasks of %,d would run for hours; lower one so that their product is at"
                  + " most %,d",
              tasks, size, MAX_SQUARES));
    }
    return new Plan(tasks, size);
  }

  /**
   * The sums of several tasks.
   *
   * @param tasks how many there were
   * @param sum what each of them found, or the first where they differ
   * @param equal whether all found the same
   */
  public record TaskSums(long tasks, SquareSum sum, boolean equal) {
    private TaskSums plus(TaskSums other) {
      return new TaskSums(tasks + other.tasks, sum, equal && other.equal && sum.equals(other.sum));
    }
  }

  /**
   * What a worker does.
   *
   * @param size how many squares a task sums
   */
  public record Task(long size) implements SliceTask<Range, TaskSums> {
    @Override
    public TaskSums run(Range tasks) {
      var sums = one();
      for (var task = tasks.from() + 1; task < tasks.end(); task++) {
        sums = sums.plus(one());
      }
      return sums;
    }

    private TaskSums one() {
      return new TaskSums(1, SquareSum.of(new Range(0, size)), true);
    }
  }

  private record Plan(long tasks, long size) implements Prepared<Range, TaskSums, TaskSums> {
    @Override
    public String description() {
      return Words.say("%s of %,d squares", Words.count(tasks, "task", "tasks"), size);
    }

    @Override
    public List<Stage<Range, TaskSums>> stages() {
      return List.of(new RangeStage<>(0, tasks, new Task(size)));
    }

    @Override
    public TaskSums merge(List<TaskSums> results) {
      return results.stream().reduce(TaskSums::plus).orElseThrow();
    }

    @Override
    public Optional<PythonWork<Range, TaskSums>> inPython() {
      return Optional.of(
          new PythonWork<>(
              "sum_of_squares",
              tasks -> new long[] {tasks.length(), size},
              value -> {
                var sums = (Map<?, ?>) value;
                return new TaskSums(
                    PythonWork.whole(sums.get("tasks")),
                    SquareSum.ofNumber(PythonWork.large(sums.get("sum"))),
                    (Boolean) sums.get("equal"));
              }));
    }

    @Override
    public String inWords(TaskSums result) {
      if (!result.equal()) {
        return "the tasks found different sums";
      }
      return result.tasks() == 1
          ? Words.say("the task found %,d", result.sum().value())
          : Words.say("each of %,d tasks found %,d", result.tasks(), result.sum().value());
    }

    @Override
    public List<Shown> show(TaskSums result) {
      return List.of(
          SquareShares.bars(size),
          new FactTable("What the tasks found")
              .row("Tasks", result.tasks())
              .row("Squares in each", size)
              .row("Squares in all", result.tasks() * size)
              .row(result.equal() ? "Sum of each" : "Sum of the first", result.sum().value())
              .row("All found the same", result.equal())
              .done());
    }

    @Override
    public Map<String, Object> inValues(TaskSums result) {
      var values = new LinkedHashMap<String, Object>();
      values.put("tasks", result.tasks());
      values.put("size", size);
      values.put("sum", result.sum().value());
      values.put("equal", result.equal());
      return values;
    }
  }
}
