package speedup.manager;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import speedup.shm.Pause;

/**
 * A place in the manager's process to wait until another thread of any process says that something
 * has changed. It has a lock, which protects what changes: the thread that waits or notifies holds
 * it. Notifications go to those who waited first; one that is meant for a process that has ended
 * goes to the next.
 */
public final class ManagedCondition extends Managed {
  private static final long serialVersionUID = 1L;

  private transient volatile ManagedLock lock;

  ManagedCondition(Link link, long id, Target target) {
    super(link, Kind.CONDITION, id, target);
  }

  /** The lock that is held by who waits or notifies. */
  public ManagedLock lock() {
    if (lock == null) {
      lock = call(ConditionCall.LOCK);
    }
    return lock;
  }

  /**
   * Gives the lock back, waits for a notification as long as it takes, and takes the lock again,
   * which it then has as often as before.
   *
   * @throws IllegalMonitorStateException when this thread does not have the lock
   * @throws InterruptedException when this thread is interrupted; it has the lock again then
   */
  public void await() throws InterruptedException {
    callWaiting(ConditionCall.AWAIT, Link.FOREVER);
  }

  /**
   * As {@link #await()}, for a time.
   *
   * @return false when the time is up without a notification; this thread has the lock then too
   */
  public boolean await(Duration timeout) throws InterruptedException {
    return await(Pause.nanos(timeout));
  }

  private boolean await(long nanos) throws InterruptedException {
    return callWaiting(ConditionCall.AWAIT, nanos);
  }

  /**
   * Waits until something is the case, as long as it takes.
   *
   * @param predicate asked here with the lock held, at first and after each notification
   */
  public void awaitFor(BooleanSupplier predicate) throws InterruptedException {
    awaitFor(predicate, Link.FOREVER);
  }

  /**
   * As {@link #awaitFor(BooleanSupplier)}, for a time.
   *
   * @return what the predicate said at last
   */
  public boolean awaitFor(BooleanSupplier predicate, Duration timeout) throws InterruptedException {
    return awaitFor(predicate, Pause.nanos(timeout));
  }

  private boolean awaitFor(BooleanSupplier predicate, long nanos) throws InterruptedException {
    call(ConditionCall.REQUIRE_LOCK);
    var from = System.nanoTime();
    while (!predicate.getAsBoolean()) {
      var left = nanos == Link.FOREVER ? nanos : nanos - (System.nanoTime() - from);
      if (!await(left)) {
        return predicate.getAsBoolean();
      }
    }
    return true;
  }

  /** Lets the one go on that waits longest, if any; it goes on when it has the lock. */
  public void signal() {
    signal(1);
  }

  /**
   * Lets some go on, those first that wait longest.
   *
   * @param count how many at most
   * @throws IllegalArgumentException when that is below 1
   * @throws IllegalMonitorStateException when this thread does not have the lock
   */
  public void signal(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("a notification for " + count + "; give 1 or more");
    }
    call(ConditionCall.SIGNAL, count);
  }

  /** As {@link #signal(int)}, for all. */
  public void signalAll() {
    signal(Integer.MAX_VALUE);
  }
}
