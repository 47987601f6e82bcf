package speedup.pool;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import speedup.pool.task.TaskAction;

/**
 * How a pool behaves. {@link PoolBuilder} sets what users of the library need.
 *
 * @param heartbeat time between a busy worker's signs of life
 * @param silence a worker that is not heard for this long is taken for dead and killed
 * @param startLimit a worker that is not ready by then is killed
 * @param stopGrace how long a worker may take to leave a cancelled task before it is killed
 * @param exitLimit how long a worker may take to leave when it is asked to, before it is killed
 * @param crashLimit so many deaths of one worker within {@link #crashWindow} that brought nothing
 *     forward end its replacement
 * @param crashWindow see {@link #crashLimit}
 * @param admitted package prefixes of classes that may cross, beside plain values and the package
 *     of the task itself
 * @param initializer run in every worker before its first task; null for none
 * @param exitFunction run in every worker that leaves as asked; null for none
 * @param maxTasksPerWorker chunks after which a worker is replaced by a fresh one; 0 for never
 * @param taskTimeout how long one chunk may run; null for ever
 * @param retries how often a chunk is given to another worker after its worker died of it
 */
public record PoolOptions(
    Duration heartbeat,
    Duration silence,
    Duration startLimit,
    Duration stopGrace,
    Duration exitLimit,
    int crashLimit,
    Duration crashWindow,
    List<String> admitted,
    TaskAction initializer,
    TaskAction exitFunction,
    int maxTasksPerWorker,
    Duration taskTimeout,
    int retries) {
  /** Copies the prefixes. */
  public PoolOptions {
    admitted = List.copyOf(admitted);
  }

  /** What suits a desktop machine, for the program's own tasks. */
  public static PoolOptions defaults() {
    return new PoolBuilder().admit("speedup.").options();
  }

  /** The same, with more classes that may cross; see {@link PoolBuilder#admit}. */
  public PoolOptions admitting(List<String> packages) {
    var all = new ArrayList<>(admitted);
    all.addAll(packages);
    return new PoolOptions(
        heartbeat,
        silence,
        startLimit,
        stopGrace,
        exitLimit,
        crashLimit,
        crashWindow,
        all,
        initializer,
        exitFunction,
        maxTasksPerWorker,
        taskTimeout,
        retries);
  }
}
