package speedup.experiment;

import java.util.Optional;
import speedup.pool.task.Adapted;
import speedup.workload.Limits;
import speedup.workload.OwnTaskException;
import speedup.workload.SliceTask;
import speedup.workload.Stage;
import speedup.workload.TaskWatch;

/**
 * A task out of a person's jar, whose slices may take only so long.
 *
 * @param function the task
 * @param millis how long one slice may take
 */
public record WatchedTask(SliceTask<Object, Object> function, long millis)
    implements SliceTask<Object, Object>, Adapted {
  private static final String SLICE = "a chunk of items";

  @Override
  public Object run(Object slice) throws Exception {
    try (var watch = TaskWatch.start(millis, 0, _ -> SLICE)) {
      try {
        var result = function.run(slice);
        if (watch.stopped()) {
          throw new OwnTaskException(watch.sentence(SLICE));
        }
        return result;
      } catch (Exception e) {
        throw watch.stopped() ? new OwnTaskException(watch.sentence(SLICE)) : e;
      }
    }
  }

  /** A stage whose task is watched, where there is a limit to its time. */
  static Stage<Object, Object> around(Stage<Object, Object> stage, Optional<Limits> limits) {
    if (limits.isEmpty() || limits.get().chunkMillis().isEmpty()) {
      return stage;
    }
    var task = new WatchedTask(stage.task(), limits.get().chunkMillis().getAsLong());
    return new WatchedStage(stage, task);
  }

  private record WatchedStage(Stage<Object, Object> stage, WatchedTask task)
      implements Stage<Object, Object> {
    @Override
    public long items() {
      return stage.items();
    }

    @Override
    public Object slice(long from, long to) {
      return stage.slice(from, to);
    }
  }
}
