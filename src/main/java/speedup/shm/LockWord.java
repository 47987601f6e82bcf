package speedup.shm;

import java.lang.foreign.MemorySegment;

/**
 * A lock in 8 bytes of shared memory, which no death leaves locked. It belongs to a process, not to
 * a thread: two threads of one process exclude each other all the same. Any thread.
 *
 * <pre>
 * 0: free     else: {@link ProcessId} of the holder     bit 31: somebody sleeps
 * </pre>
 *
 * A waiter that has slept a slice looks whether the holder still runs, and takes its place if not.
 * It then has the lock and knows that what the lock protects may be half changed.
 */
public final class LockWord {
  /** How many bytes it needs; begin at a multiple of 8. */
  public static final int BYTES = Long.BYTES;

  private static final long SLEEPERS = 1L << 31;

  private final MemorySegment memory;
  private final long offset;
  private final Waiting waiting;
  private final long self = ProcessId.self();

  /** How a lock was got, or not. */
  public enum Taken {
    /** The time was up. */
    NO,
    /** It was free. */
    FREE,
    /** Its holder had died with it. */
    ABANDONED
  }

  /** Asked between two slices of a long wait. */
  @FunctionalInterface
  public interface Watch {
    /** May throw what ends the wait. */
    void look(Pause pause);
  }

  /**
   * Over memory that was zeroed before anybody used it.
   *
   * @param offset in bytes, a multiple of 8
   */
  public LockWord(SharedRegion region, long offset) {
    this(region.body(), offset, region.waiting());
  }

  LockWord(MemorySegment memory, long offset, Waiting waiting) {
    this.memory = memory;
    this.offset = offset;
    this.waiting = waiting;
  }

  /** The same lock, to be released in another mapping of its memory. */
  public LockWord in(MemorySegment body) {
    return new LockWord(body, offset, waiting);
  }

  /** Takes it if it is free. */
  public boolean tryTake() {
    return Words.casLong(memory, offset, ProcessId.NOBODY, self);
  }

  /**
   * Takes it, or waits for it.
   *
   * @param pause how long
   * @param watch looks after every slice; null for none
   * @throws InterruptedException when this thread is interrupted while it waits
   */
  public Taken take(Pause pause, Watch watch) throws InterruptedException {
    if (tryTake()) {
      return Taken.FREE;
    }
    Pause.throwIfInterrupted();
    for (; ; ) {
      var taken = spin(pause);
      if (taken != Taken.NO) {
        return taken;
      }
      var timeLeft = nap(pause);
      Pause.throwIfInterrupted();
      taken = takeOver(pause);
      if (taken != Taken.NO) {
        return taken;
      }
      if (!timeLeft) {
        return spin(pause); // once more: it may have been woken at the last moment
      }
      if (watch != null) {
        watch.look(pause);
      }
    }
  }

  /**
   * Takes it for as long as some words are changed: never gives up, and heeds no interrupt.
   *
   * @return whether the last holder died while it had it
   */
  public boolean guard() {
    if (tryTake()) {
      return false;
    }
    var pause = Pause.upTo(Pause.FOREVER);
    for (; ; ) {
      var taken = spin(pause);
      if (taken == Taken.NO) {
        nap(pause);
        taken = takeOver(pause);
      }
      if (taken != Taken.NO) {
        return taken == Taken.ABANDONED;
      }
    }
  }

  /** Tries again and again, as long as that is sensible without sleeping. */
  private Taken spin(Pause pause) {
    do {
      var seen = Words.getLong(memory, offset);
      // who has slept does not know whether others still do
      var mine = pause.hasSlept() ? self | SLEEPERS : self;
      if (seen == ProcessId.NOBODY && Words.casLong(memory, offset, seen, mine)) {
        return Taken.FREE;
      }
    } while (pause.spin());
    return Taken.NO;
  }

  /**
   * Sleeps for a slice, unless it is free by now.
   *
   * @return false when the time is up
   */
  private boolean nap(Pause pause) {
    var seen = Words.getLong(memory, offset);
    if (seen == ProcessId.NOBODY) {
      return true;
    }
    var marked = seen | SLEEPERS;
    if (seen != marked && !Words.casLong(memory, offset, seen, marked)) {
      return true;
    }
    return pause.sleep(waiting, memory, offset + Words.LOWER_HALF, (int) marked);
  }

  private Taken takeOver(Pause pause) {
    var seen = Words.getLong(memory, offset);
    var holder = seen & ~SLEEPERS;
    return pause.hasSlept()
            && holder != ProcessId.NOBODY
            && !ProcessId.isAlive(holder)
            && Words.casLong(memory, offset, seen, self | SLEEPERS)
        ? Taken.ABANDONED
        : Taken.NO;
  }

  /** Gives it back; the caller has made sure that it is held. */
  public void release() {
    if ((Words.swapLong(memory, offset, ProcessId.NOBODY) & SLEEPERS) != 0) {
      waiting.wake(memory, offset + Words.LOWER_HALF, 1);
    }
  }

  /** The {@link ProcessId} of the process that has it, at this moment; or nobody. */
  public long holder() {
    return holder(memory, offset);
  }

  /** As {@link #holder()}, for who only looks. */
  public static long holder(MemorySegment memory, long offset) {
    return Words.getLong(memory, offset) & ~SLEEPERS;
  }

  /** Whether this process has it, in whichever thread. */
  public boolean isHeldHere() {
    return holder() == self;
  }
}
