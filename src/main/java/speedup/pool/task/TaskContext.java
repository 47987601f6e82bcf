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

  /**
   * Tells whoever listens to the events of the pool something that only the two understand; at most
   * some tens of times a second. Called on the thread that the task was started on.
   *
   * @param at when, on the clock of {@link System#nanoTime()} here; the listener gets it on its own
   * @param numbers not changed afterwards
   */
  void tell(long at, long[] numbers);

  /** Holds the process's context; outside a worker what is told goes nowhere. */
  final class Holder {
    private static volatile TaskContext current = new Nobody();

    private Holder() {}
  }

  /** Hears nothing. */
  record Nobody() implements TaskContext {
    @Override
    public void progress(long done) {}

    @Override
    public void tell(long at, long[] numbers) {}
  }
}
