package speedup.workload;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/** Tasks that wait instead of compute, as tasks do that wait for a disk or a network. */
public final class Sleeping implements Workload {
  private static final long MOST_SHOWN = 12;
  private static final long LONGEST_RUN_MILLIS = 3_600_000;

  @Override
  public String id() {
    return "sleep";
  }

  @Override
  public String title() {
    return "Sleeping tasks";
  }

  @Override
  public String summary() {
    return "Tasks that wait instead of compute: more workers than cores still help, because"
        + " waiting needs no core.";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter.Whole(
            "tasks", "Tasks", "How many tasks there are.", "", 1, 100_000, OptionalLong.of(12)),
        new Parameter.Whole(
            "millis",
            "Time of a task",
            "How long a task sleeps.",
            "ms",
            1,
            600_000,
            OptionalLong.of(250)));
  }

  @Override
  public List<Preset> presets() {
    return List.of(
        new Preset(
            "lesson",
            "5 tasks of 1 s on 3 workers",
            "Three sleep at once, then the other two: about 2 s instead of 5 s.",
            Map.of("tasks", "5", "millis", "1000"),
            OptionalInt.of(3),
            OptionalInt.of(1)));
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
  public Prepared<Range, Long, Slept> prepare(Settings settings, Preparation preparation)
      throws InputException {
    var tasks = settings.whole("tasks");
    var millis = settings.whole("millis");
    if (tasks * millis > LONGEST_RUN_MILLIS) {
      throw new InputException(
          "tasks",
          Words.say(
              "tasks: %,d tasks of %,d ms are more than an hour of sleep; lower one of them",
              tasks, millis));
    }
    return new Plan(tasks, millis);
  }

  /**
   * The sleep that was had.
   *
   * @param tasks how many tasks
   * @param millis how long each of them slept
   */
  public record Slept(long tasks, long millis) {}

  /**
   * What a worker does: sleeps once for each task, and counts them.
   *
   * @param millis how long a task sleeps
   */
  public record Task(long millis) implements SliceTask<Range, Long> {
    @Override
    public Long run(Range tasks) throws InterruptedException {
      for (var task = tasks.from(); task < tasks.end(); task++) {
        Waits.sleep(millis);
      }
      return tasks.length();
    }
  }

  private record Plan(long tasks, long millis) implements Prepared<Range, Long, Slept> {
    @Override
    public String description() {
      return Words.say("%s of %,d ms of sleep", Words.count(tasks, "task", "tasks"), millis);
    }

    @Override
    public List<Stage<Range, Long>> stages() {
      return List.of(new RangeStage<>(0, tasks, new Task(millis)));
    }

    @Override
    public Slept merge(List<Long> results) {
      return new Slept(results.stream().mapToLong(Long::longValue).sum(), millis);
    }

    @Override
    public Optional<PythonWork<Range, Long>> inPython() {
      return Optional.of(
          new PythonWork<>(
              "sleep", tasks -> new long[] {tasks.length(), millis}, PythonWork::whole));
    }

    @Override
    public String inWords(Slept result) {
      return Words.say(
          "%s slept %,d ms in all",
          Words.count(result.tasks(), "task", "tasks"), result.tasks() * result.millis());
    }

    @Override
    public List<Shown> show(Slept result) {
      return List.of(
          new Shown.Bars("The least time on so many workers", "ms", least(result)),
          new FactTable("The sleep")
              .row("Tasks", result.tasks())
              .row("Sleep of each, ms", result.millis())
              .row("One after the other, ms", result.tasks() * result.millis())
              .done());
    }

    /** Workers sleep a task each, then the next: whole rounds, ceil(tasks / workers) of them. */
    private static List<Shown.Bars.Bar> least(Slept result) {
      return LongStream.rangeClosed(1, Math.min(MOST_SHOWN, result.tasks()))
          .mapToObj(workers ->
              new Shown.Bars.Bar(
                  Words.count(workers, "worker", "workers"),
                  Math.ceilDiv(result.tasks(), workers) * result.millis()))
          .toList();
    }

    @Override
    public Map<String, Object> inValues(Slept result) {
      var values = new LinkedHashMap<String, Object>();
      values.put("tasks", result.tasks());
      values.put("millis", result.millis());
      values.put("sleptMillis", result.tasks() * result.millis());
      return values;
    }
  }
}
