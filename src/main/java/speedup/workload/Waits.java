package speedup.workload;

/**
 * How a task waits: for a time, a disk, a network, another program. Every engine runs the wait as
 * it is; the engine whose threads stand behind one global lock lets another thread compute
 * meanwhile, as CPython's interpreter lock does.
 *
 * <pre>
 * Waits.sleep(250);
 * byte[] page = Waits.during(() -&gt; in.readNBytes(length));
 * </pre>
 *
 * Wrap what takes a millisecond or more and hardly computes. What is not wrapped counts as
 * computing: that engine then does not run it beside anything else.
 */
public final class Waits {
  /** The gate of the thread; nothing is bound where nobody has to be let past. */
  private static final ScopedValue<Gate> GATE = ScopedValue.newInstance();

  private Waits() {}

  /** What an engine does at both ends of a wait, on the thread that waits. */
  public interface Gate {
    /** The wait begins. */
    void leave();

    /** The wait is over; returns once the thread may compute again, interrupted or not. */
    void enter();
  }

  /**
   * Something that waits.
   *
   * @param <R> what it gives
   * @param <E> what it throws
   */
  @FunctionalInterface
  public interface Wait<R, E extends Exception> {
    /** Waits. */
    R run() throws E;
  }

  /** Sleeps, as {@link Thread#sleep(long)} does. */
  public static void sleep(long millis) throws InterruptedException {
    Waits.<Void, InterruptedException>during(() -> {
      Thread.sleep(millis);
      return null;
    });
  }

  /** Runs something that waits rather than computes. */
  public static <R, E extends Exception> R during(Wait<R, E> wait) throws E {
    if (!GATE.isBound()) {
      return wait.run();
    }
    var gate = GATE.get();
    gate.leave();
    try {
      return wait.run();
    } finally {
      gate.enter();
    }
  }

  /** For engines: runs something whose waits, on this thread, go through a gate. */
  public static void through(Gate gate, Runnable body) {
    ScopedValue.where(GATE, gate).run(body);
  }
}
