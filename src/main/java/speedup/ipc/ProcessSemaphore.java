package speedup.ipc;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import speedup.shm.LockWord;
import speedup.shm.Pause;
import speedup.shm.SharedRegion;
import speedup.shm.Words;

/**
 * A number of permits that processes share, as {@code multiprocessing.Semaphore}: a process takes
 * one, or waits for one, and gives it back. Permits belong to nobody: any thread of any process may
 * release, also one that never acquired, as a signal to others. They go to whoever comes first, not
 * in the order of waiting.
 *
 * <p>Permits that a process had when it was killed return some milliseconds after somebody waits
 * for them, up to the number that the semaphore began with. Any thread.
 *
 * <pre>
 * 0       8       12        128
 * │ guard │ value │ initial │ balances of processes │
 * </pre>
 *
 * The value is the number of free permits; its highest bit says that somebody sleeps. It is changed
 * under the guard only.
 */
public sealed class ProcessSemaphore extends SharedObject permits BoundedSemaphore {
  private static final int GUARD = 0;
  private static final int VALUE = 8;
  private static final int INITIAL = 12;
  private static final int BALANCES = 128;
  private static final int BYTES = BALANCES + PermitTable.BYTES;
  private static final int SLEEPERS = 1 << 31;
  private static final int MOST = Integer.MAX_VALUE;
  private static final long SETTLE_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

  private final transient LockWord guard;
  private final transient PermitTable balances;
  private final transient int initial;
  private final transient Hold hold = this::release;
  private transient volatile long settled = System.nanoTime() - SETTLE_NANOS;

  /**
   * A semaphore.
   *
   * @param permits that are free at first, and that there are if nobody releases more
   * @throws IllegalArgumentException when they are fewer than 0
   * @throws java.io.UncheckedIOException when the system gives no shared memory
   */
  public ProcessSemaphore(int permits) {
    this(made(Kind.SEMAPHORE, permits));
  }

  ProcessSemaphore(SharedRegion region) {
    this(Kind.SEMAPHORE, region);
  }

  static SharedRegion made(Kind kind, int permits) {
    if (permits < 0) {
      throw new IllegalArgumentException("a semaphore of " + permits + " permits; give 0 or more");
    }
    var region = create(kind, BYTES);
    Words.setInt(region.body(), INITIAL, permits);
    Words.setInt(region.body(), VALUE, permits);
    return region;
  }

  ProcessSemaphore(Kind kind, SharedRegion region) {
    super(kind, region);
    guard = new LockWord(region, GUARD);
    balances = new PermitTable(memory(), BALANCES);
    initial = Words.getInt(memory(), INITIAL);
  }

  /** The highest number of free permits. */
  int bound() {
    return MOST;
  }

  /** The number of permits that it began with. */
  final int initialPermits() {
    return initial;
  }

  private int value() {
    return Words.getInt(memory(), VALUE);
  }

  /** How many permits are free at this moment. */
  public int availablePermits() {
    return value() & ~SLEEPERS;
  }

  /**
   * Takes a permit; waits as long as it takes.
   *
   * @throws InterruptedException when this thread is interrupted; noticed within some 30 ms
   */
  public void acquire() throws InterruptedException {
    take(Pause.FOREVER);
  }

  /** Takes a permit if one is free. */
  public boolean tryAcquire() {
    return take(false) || settle() && take(false);
  }

  /**
   * Takes a permit, or waits for it for a time.
   *
   * @return false when the time is up
   * @throws InterruptedException when this thread is interrupted; noticed within some 30 ms
   */
  public boolean tryAcquire(Duration timeout) throws InterruptedException {
    return take(Pause.nanos(timeout));
  }

  /**
   * As {@link #acquire()}, for try-with-resources.
   *
   * @return releases the permit when it is closed
   */
  public Hold hold() throws InterruptedException {
    acquire();
    return hold;
  }

  private boolean take(long nanos) throws InterruptedException {
    if (take(false)) {
      return true;
    }
    Pause.throwIfInterrupted();
    var pause = Pause.upTo(nanos);
    for (; ; ) {
      var seen = value();
      if ((seen & ~SLEEPERS) == 0 && pause.spin(memory(), VALUE, seen)) {
        continue;
      }
      if (take(true)) {
        return true;
      }
      var timeLeft = pause.sleep(waiting(), memory(), VALUE, SLEEPERS);
      Pause.throwIfInterrupted();
      settle();
      if (!timeLeft) {
        return take(false);
      }
    }
  }

  /**
   * Takes a permit if one is free.
   *
   * @param sleeping whether this thread sleeps next if none is
   */
  private boolean take(boolean sleeping) {
    if (value() == SLEEPERS || value() == 0 && !sleeping) {
      return false;
    }
    enter();
    try {
      var value = value();
      if ((value & ~SLEEPERS) == 0) {
        Words.setInt(memory(), VALUE, value | (sleeping ? SLEEPERS : 0));
        return false;
      }
      balances.add(1);
      Words.setInt(memory(), VALUE, value - 1);
      return true;
    } finally {
      guard.release();
    }
  }

  /** Gives a permit back. */
  public void release() {
    release(1);
  }

  /**
   * Gives permits back.
   *
   * @throws IllegalArgumentException when they are fewer than 1
   * @throws IllegalStateException when there would be more than there can be; none is then released
   */
  public void release(int permits) {
    if (permits < 1) {
      throw new IllegalArgumentException("release of " + permits + " permits; give 1 or more");
    }
    enter();
    try {
      if (permits > bound() - availablePermits()) {
        throw new IllegalStateException(
            "release of %d permits, with %d free of at most %d; release once for each acquire"
                .formatted(permits, availablePermits(), bound()));
      }
      balances.add(-permits);
      give(permits);
    } finally {
      guard.release();
    }
  }

  /** Makes permits free and wakes who waits for them; under the guard. */
  private void give(int permits) {
    var value = value();
    Words.setInt(memory(), VALUE, value + permits);
    if ((value & SLEEPERS) != 0 && waiting().wake(memory(), VALUE, permits) < permits) {
      // nobody sleeps: who is about to, finds another value than expected
      Words.setInt(memory(), VALUE, value + permits & ~SLEEPERS);
    }
  }

  private void enter() {
    if (guard.guard()) { // the last one died in the middle of a change
      var free = Math.max(0, Math.min(MOST, initial - balances.sum()));
      Words.setInt(memory(), VALUE, (int) free | SLEEPERS);
    }
  }

  /**
   * Takes back what the dead had, but not again and again within a moment.
   *
   * @return whether there was any
   */
  private boolean settle() {
    var now = System.nanoTime();
    if (now - settled < SETTLE_NANOS || availablePermits() >= initial) {
      return false;
    }
    settled = now;
    enter();
    try {
      var back = balances.takeFromDead(Math.max(0, initial - availablePermits()));
      if (back > 0) {
        give(back);
      }
      return back > 0;
    } finally {
      guard.release();
    }
  }

  @Override
  public String toString() {
    return isClosed() ? "semaphore, closed" : "semaphore, " + availablePermits() + " permits free";
  }
}
