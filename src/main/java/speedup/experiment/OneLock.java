package speedup.experiment;

import java.util.concurrent.locks.ReentrantLock;
import speedup.workload.Waits;

/**
 * One lock for all threads of a process, as CPython has one for its interpreter: who computes holds
 * it, who waits gives it up, and nobody holds it much longer than the switch interval while others
 * want it. Unlike there, a task that computes keeps it to the end of its chunk: the threads take
 * turns less often, and compute no more and no less.
 */
final class OneLock {
  /** As {@code sys.getswitchinterval()} is by default. */
  private static final long SWITCH_NANOS = 5_000_000;

  /** Fair, so that giving it up lets another thread have it. */
  private final ReentrantLock lock = new ReentrantLock(true);

  /** One thread's way to the lock; used by that thread only. */
  Turn turn() {
    return new Turn();
  }

  /** See {@link OneLock#turn}. */
  final class Turn implements Waits.Gate {
    private long heldSince;
    private long waited;

    @Override
    public void enter() {
      var began = System.nanoTime();
      lock.lock();
      heldSince = System.nanoTime();
      waited += heldSince - began;
    }

    @Override
    public void leave() {
      lock.unlock();
    }

    /** Lets others compute, when this thread has done so for long enough. */
    void between() {
      if (System.nanoTime() - heldSince > SWITCH_NANOS && lock.hasQueuedThreads()) {
        leave();
        enter();
      }
    }

    /** Time spent on waiting for the lock so far. */
    long waitedNanos() {
      return waited;
    }
  }
}
