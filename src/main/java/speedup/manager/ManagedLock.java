package speedup.manager;

import java.time.Duration;
import speedup.ipc.Hold;
import speedup.shm.Pause;

/**
 * A lock in the manager's process. At most one thread of all processes has it; it goes to whoever
 * comes first. One made by {@link Manager#lock} may be released by any thread of any process, and a
 * thread that takes it twice waits for itself; one made by {@link Manager#reentrantLock} may be
 * taken again by the thread that has it, which releases it as often.
 *
 * <p>When the holder's process ends without releasing it, the next one gets it within a second and
 * is told so by {@link #wasAbandoned()}. Where all processes are on one machine, {@code
 * speedup.ipc.ProcessLock} does the same a hundred times as fast.
 */
public final class ManagedLock extends Managed {
  private static final long serialVersionUID = 1L;

  ManagedLock(Link link, long id, Target target) {
    super(link, Kind.LOCK, id, target);
  }

  /**
   * Takes the lock; waits as long as it takes.
   *
   * @throws InterruptedException when this thread is interrupted; it does not have the lock then
   */
  public void acquire() throws InterruptedException {
    callWaiting(LockCall.ACQUIRE, Link.FOREVER);
  }

  /** Takes the lock if it is free. */
  public boolean tryAcquire() {
    return call(LockCall.ACQUIRE, 0L);
  }

  /**
   * Takes the lock, or waits for it for a time.
   *
   * @return false when the time is up
   * @throws InterruptedException when this thread is interrupted; it does not have the lock then
   */
  public boolean tryAcquire(Duration timeout) throws InterruptedException {
    return callWaiting(LockCall.ACQUIRE, Pause.nanos(timeout));
  }

  /**
   * As {@link #acquire()}, for try-with-resources.
   *
   * @return releases the lock when it is closed
   */
  public Hold hold() throws InterruptedException {
    acquire();
    return this::release;
  }

  /**
   * Gives the lock back.
   *
   * @throws IllegalMonitorStateException when nobody has it, or it is reentrant and another thread
   *     has it
   */
  public void release() {
    call(LockCall.RELEASE);
  }

  /** Whether anybody has it, at this moment. */
  public boolean isHeld() {
    return call(LockCall.IS_HELD);
  }

  /**
   * For the holder: whether it got the lock because the process of the one before ended with it.
   * What the lock protects may then be half changed. True until it is released.
   */
  public boolean wasAbandoned() {
    return call(LockCall.WAS_ABANDONED);
  }
}
