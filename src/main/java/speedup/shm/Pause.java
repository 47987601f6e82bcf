package speedup.shm;

import java.lang.foreign.MemorySegment;
import java.time.Duration;

/**
 * One wait for other processes: spins for a moment, since waking a sleeping core takes longer than
 * most waits; then gives way to whoever wants the core; then sleeps in slices. Used by one thread.
 *
 * <pre>{@code
 * var pause = Pause.upTo(nanos);
 * while (!tryIt()) {
 *   if (pause.spin()) {
 *     continue;
 *   }
 *   // tell those who change the word that somebody sleeps, then
 *   if (!pause.sleep(waiting, memory, offset, expected)) {
 *     return tryIt();
 *   }
 * }
 * }</pre>
 */
public final class Pause {
  /** As long as it takes. */
  public static final long FOREVER = Long.MAX_VALUE;

  private static final int TURNS = 24; // about a microsecond: the other gets some rounds done
  private static final long MOST_SPIN_NANOS = 20_000;
  private static final long LEAST_SPIN_NANOS = 1_000;
  private static final long YIELD_NANOS = 60_000;
  private static final long FIRST_SLICE = 2_000_000;
  private static final long LAST_SLICE = 32_000_000;
  private static final boolean ONE_CORE = Runtime.getRuntime().availableProcessors() == 1;

  /**
   * How long spinning is worth it, learned from the waits of this process: each that has to be
   * given up halves it, each that begins adds a little. Where the other side waits for this very
   * core, it soon gets it. Changed without protection: a lost change does no harm.
   */
  private static long spinNanos = MOST_SPIN_NANOS;

  private final long limit;
  private long started; // 0: not yet
  private boolean gaveUpSpinning;
  private boolean slept;
  private long slice = FIRST_SLICE;

  private Pause(long limit) {
    this.limit = limit;
  }

  /** A limit in nanoseconds; one that is longer than 292 years has no end. */
  public static long nanos(Duration timeout) {
    try {
      return Math.max(0, timeout.toNanos());
    } catch (ArithmeticException e) {
      return timeout.isNegative() ? 0 : FOREVER;
    }
  }

  /**
   * A wait with an end.
   *
   * @param nanos {@link #FOREVER}, or how long; 0 or less: not at all
   */
  public static Pause upTo(long nanos) {
    return new Pause(nanos);
  }

  /**
   * Lets a moment pass without sleeping.
   *
   * @return whether to try again at once; if not, it is time to sleep
   */
  public boolean spin() {
    if (slept) {
      return false;
    }
    if (limit <= 0) {
      return false;
    }
    var now = System.nanoTime();
    if (started == 0) {
      begin(now);
    }
    var waited = now - started;
    if (waited >= limit) {
      return false;
    }
    if (waited < spinNanos && !ONE_CORE) {
      for (var i = 0; i < TURNS; i++) {
        Thread.onSpinWait();
      }
      return true;
    }
    giveUpSpinning();
    if (waited < YIELD_NANOS) {
      Thread.yield();
      return true;
    }
    return false;
  }

  private void begin(long now) {
    started = now;
    spinNanos = Math.min(MOST_SPIN_NANOS, spinNanos + LEAST_SPIN_NANOS);
  }

  private void giveUpSpinning() {
    if (!gaveUpSpinning) {
      gaveUpSpinning = true;
      spinNanos = Math.max(LEAST_SPIN_NANOS, spinNanos / 2);
    }
  }

  /** As {@link #spin()}, but looks at an int all the time, and returns as soon as it is another. */
  public boolean spin(MemorySegment memory, long offset, int expected) {
    if (slept || ONE_CORE || started != 0 && System.nanoTime() - started >= spinNanos) {
      return spin();
    }
    for (var i = 0; i < TURNS && limit > 0; i++) {
      if (Words.getInt(memory, offset) != expected) {
        return true;
      }
      Thread.onSpinWait();
    }
    if (started == 0) {
      begin(System.nanoTime());
    }
    return limit > System.nanoTime() - started;
  }

  /**
   * Sleeps for a slice of the wait, or until the word changes. Slices grow from 2 to 32 ms; between
   * them callers look whether somebody died.
   *
   * @return false when the time of the whole wait is up
   */
  public boolean sleep(Waiting waiting, MemorySegment memory, long offset, int expected) {
    if (started == 0) {
      started = System.nanoTime();
    }
    var left = limit == FOREVER ? FOREVER : limit - (System.nanoTime() - started);
    if (left <= 0) {
      return false;
    }
    slept = true;
    if (waiting.await(memory, offset, expected, Math.min(slice, left))) {
      slice = Math.min(2 * slice, LAST_SLICE);
    }
    return limit == FOREVER || System.nanoTime() - started < limit;
  }

  /** How long this wait lasts by now. */
  public long waitedNanos() {
    return started == 0 ? 0 : System.nanoTime() - started;
  }

  /** Whether it was long enough for sleeping at least once. */
  public boolean hasSlept() {
    return slept;
  }

  /** Whether it has no end. */
  public boolean isForever() {
    return limit == FOREVER;
  }

  /**
   * For waits that an interrupt ends.
   *
   * @throws InterruptedException when this thread is interrupted
   */
  public static void throwIfInterrupted() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }
}
