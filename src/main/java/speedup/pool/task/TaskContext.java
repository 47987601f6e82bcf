package speedup.pool.task;

/** What the running task can say and ask; see {@link #current()}. */
public interface TaskContext {
  /** The context of the task that runs on this thread, in a worker process. */
  static TaskContext current() {
    return Holder.current;
  }

  /**
   * Installed once by the worker before it takes tasks.
   *
   * @param context answers for every task of this process
   */
  static void install(TaskContext context) {
    Holder.current = context;
  }

  /** Reports how far the task is, in its own units; at most some tens of times a second. */
  void progress(long done);

  /** Holds the process's context; outside a worker progress goes nowhere. */
  final class Holder {
    private static volatile TaskContext current = done -> {};

    private Holder() {}
  }
}
