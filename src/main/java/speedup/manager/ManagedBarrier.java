package speedup.manager;

import java.time.Duration;
import java.util.concurrent.BrokenBarrierException;
import speedup.shm.Pause;

/**
 * A place in the manager's process where a number of threads of any processes wait for each other,
 * again and again. It breaks when one of them gives up waiting, calls {@link #abort()}, or its
 * process ends while it waits: all others then get a {@code BrokenBarrierException} which says why,
 * until somebody calls {@link #reset()}. A process that ends before it comes is missed by nobody:
 * give a timeout.
 */
public final class ManagedBarrier extends Managed {
  private static final long serialVersionUID = 1L;

  ManagedBarrier(Link link, long id, Target target) {
    super(link, Kind.BARRIER, id, target);
  }

  /** How many wait for each other. */
  public int parties() {
    return call(BarrierCall.PARTIES);
  }

  /** How many wait at this moment. */
  public int waitingParties() {
    return call(BarrierCall.WAITING);
  }

  /** Whether it is broken: nobody can wait before a {@link #reset()}. */
  public boolean isBroken() {
    return call(BarrierCall.IS_BROKEN);
  }

  /** As {@link #await(Duration, Runnable)}, as long as it takes and without an action. */
  public int await() throws InterruptedException, BrokenBarrierException {
    return await(Link.FOREVER, null);
  }

  /** As {@link #await(Duration, Runnable)}, without an action. */
  public int await(Duration timeout) throws InterruptedException, BrokenBarrierException {
    return await(Pause.nanos(timeout), null);
  }

  /** As {@link #await(Duration, Runnable)}, as long as it takes. */
  public int await(Runnable action) throws InterruptedException, BrokenBarrierException {
    return await(Link.FOREVER, action);
  }

  /**
   * Waits until all parties are here.
   *
   * @param action run by the last one to come, in its process, before the others go on; theirs are
   *     not run. If it throws, the barrier breaks and the exception leaves this method
   * @return from 0 for the first that came to parties - 1 for the last: another number for each
   * @throws BrokenBarrierException when the barrier is or gets broken; also when the time is up,
   *     which breaks it
   * @throws InterruptedException when this thread is interrupted, which breaks it
   */
  public int await(Duration timeout, Runnable action)
      throws InterruptedException, BrokenBarrierException {
    return await(Pause.nanos(timeout), action);
  }

  /** The manager throws the second exception: see {@link Link#call}. */
  private int await(long nanos, Runnable action)
      throws InterruptedException, BrokenBarrierException {
    int index = callWaiting(BarrierCall.AWAIT, nanos, action != null);
    if (action != null && index == parties() - 1) {
      var done = false;
      try {
        action.run();
        done = true;
      } finally {
        call(BarrierCall.ACTION_DONE, done);
      }
    }
    return index;
  }

  /** Breaks it: all who wait, and all who come before a {@link #reset()}, are told so. */
  public void abort() {
    call(BarrierCall.ABORT);
  }

  /**
   * Makes it new: not broken, nobody waiting. Those who wait get a {@code BrokenBarrierException}.
   */
  public void reset() {
    call(BarrierCall.RESET);
  }
}
