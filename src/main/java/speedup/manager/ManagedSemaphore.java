package speedup.manager;

import java.time.Duration;
import speedup.ipc.Hold;
import speedup.shm.Pause;

/**
 * Permits in the manager's process. Any thread of any process may release, also one that never
 * acquired, as a signal to others; a bounded one has never more permits than it began with. Permits
 * that a process had when it ended return, up to the number that the semaphore began with.
 */
public final class ManagedSemaphore extends Managed {
  private static final long serialVersionUID = 1L;

  ManagedSemaphore(Link link, long id, Target target) {
    super(link, Kind.SEMAPHORE, id, target);
  }

  /**
   * Takes a permit; waits as long as it takes.
   *
   * @throws InterruptedException when this thread is interrupted; it has no permit then
   */
  public void acquire() throws InterruptedException {
    callWaiting(SemaphoreCall.ACQUIRE, Link.FOREVER);
  }

  /** Takes a permit if one is free. */
  public boolean tryAcquire() {
    return call(SemaphoreCall.ACQUIRE, 0L);
  }

  /**
   * Takes a permit, or waits for one for a time.
   *
   * @return false when the time is up
   * @throws InterruptedException when this thread is interrupted; it has no permit then
   */
  public boolean tryAcquire(Duration timeout) throws InterruptedException {
    return callWaiting(SemaphoreCall.ACQUIRE, Pause.nanos(timeout));
  }

  /**
   * As {@link #acquire()}, for try-with-resources.
   *
   * @return gives the permit back when it is closed
   */
  public Hold hold() throws InterruptedException {
    acquire();
    return this::release;
  }

  /**
   * Gives a permit back.
   *
   * @throws IllegalStateException when there would be more than there can be
   */
  public void release() {
    release(1);
  }

  /**
   * Gives permits back.
   *
   * @throws IllegalArgumentException when they are fewer than 1
   * @throws IllegalStateException when there would be more than there can be; none is released then
   */
  public void release(int permits) {
    call(SemaphoreCall.RELEASE, permits);
  }

  /** How many are free at this moment. */
  public int availablePermits() {
    return call(SemaphoreCall.AVAILABLE);
  }
}
