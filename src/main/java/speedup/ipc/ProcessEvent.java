package speedup.ipc;

import java.time.Duration;
import speedup.shm.Pause;
import speedup.shm.SharedRegion;
import speedup.shm.Words;

/**
 * A flag that processes wait for, as {@code multiprocessing.Event}. Everybody who waits when it is
 * set goes on, even if it is cleared at once. Any thread.
 *
 * <p>Nobody owns it: a process that is killed leaves the flag as it is. One that waits for a flag
 * which only the dead would have set waits on; give a timeout where that can happen.
 */
public final class ProcessEvent extends SharedObject {
  /**
   * An int: bit 0 the flag, bit 1 somebody sleeps, above them how often it was set.
   *
   * <p>One word, so that a death in the middle of an operation leaves nothing half done.
   */
  private static final int STATE = 0;

  private static final int BYTES = 128;
  private static final int SET = 1;
  private static final int SLEEPERS = 2;
  private static final int TIMES = 4;

  /**
   * An event that is not set.
   *
   * @throws java.io.UncheckedIOException when the system gives no shared memory
   */
  public ProcessEvent() {
    this(create(Kind.EVENT, BYTES));
  }

  ProcessEvent(SharedRegion region) {
    super(Kind.EVENT, region);
  }

  private int state() {
    return Words.getInt(memory(), STATE);
  }

  /** Whether it is set. */
  public boolean isSet() {
    return (state() & SET) != 0;
  }

  /** Sets it and lets all go on that wait. Setting it again does nothing. */
  public void set() {
    for (; ; ) {
      var seen = state();
      if ((seen & SET) != 0) {
        return;
      }
      if (Words.casInt(memory(), STATE, seen, (seen & -TIMES) + TIMES | SET)) {
        if ((seen & SLEEPERS) != 0) {
          waiting().wake(memory(), STATE, Integer.MAX_VALUE);
        }
        return;
      }
    }
  }

  /** Takes the flag back: who waits from now on, waits. */
  public void clear() {
    for (; ; ) {
      var seen = state();
      if ((seen & SET) == 0 || Words.casInt(memory(), STATE, seen, seen & ~SET)) {
        return;
      }
    }
  }

  /**
   * Waits until it is set, as long as it takes.
   *
   * @throws InterruptedException when this thread is interrupted; noticed within some 30 ms
   */
  public void await() throws InterruptedException {
    await(Pause.FOREVER);
  }

  /**
   * Waits until it is set, for a time.
   *
   * @return false when the time is up
   * @throws InterruptedException when this thread is interrupted; noticed within some 30 ms
   */
  public boolean await(Duration timeout) throws InterruptedException {
    return await(Pause.nanos(timeout));
  }

  private boolean await(long nanos) throws InterruptedException {
    var first = state();
    if ((first & SET) != 0) {
      return true;
    }
    Pause.throwIfInterrupted();
    var pause = Pause.upTo(nanos);
    for (; ; ) {
      var seen = state();
      if ((seen & -TIMES) != (first & -TIMES)) {
        return true;
      }
      if (pause.spin(memory(), STATE, seen)) {
        continue;
      }
      var marked = seen | SLEEPERS;
      if (seen != marked && !Words.casInt(memory(), STATE, seen, marked)) {
        continue;
      }
      var timeLeft = pause.sleep(waiting(), memory(), STATE, marked);
      Pause.throwIfInterrupted();
      if (!timeLeft) {
        return (state() & -TIMES) != (first & -TIMES);
      }
    }
  }

  @Override
  public String toString() {
    return isClosed() ? "event, closed" : isSet() ? "event, set" : "event, not set";
  }
}
