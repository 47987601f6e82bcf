package speedup.manager;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;

/** A place in the manager's process where threads of other processes wait for notifications. */
final class ConditionTarget extends Target {
  private static final ConditionCall[] CALLS = ConditionCall.values();

  private final ManagedLock proxy;
  private final LockTarget door;
  private final Deque<Waiter> waiters = new ArrayDeque<>();

  /** Who waits; in the queue until it is notified or gives up. */
  private final class Waiter {
    final Condition woken = lock.newCondition();
    boolean notified;
  }

  /**
   * Of a lock.
   *
   * @param proxy of this process
   */
  ConditionTarget(ManagedLock proxy) {
    super(proxy.target().lock); // one monitor: to release and to wait is one step
    this.proxy = proxy;
    door = (LockTarget) proxy.target();
  }

  @Override
  Object call(Request in, Client client) throws InterruptedException {
    var caller = new Owner(client, in.thread());
    return switch (CALLS[in.operation()]) {
      case LOCK -> proxy;
      case AWAIT -> await(caller, in.nanos(0));
      case SIGNAL -> {
        requireLock(caller);
        signal(in.number(0));
        yield null;
      }
      case REQUIRE_LOCK -> {
        requireLock(caller);
        yield null;
      }
    };
  }

  private void requireLock(Owner caller) {
    if (!door.isHeldBy(caller)) {
      throw new IllegalMonitorStateException(
          "this thread does not hold the lock of the condition; call lock().acquire() first");
    }
  }

  private boolean await(Owner caller, long nanos) throws InterruptedException {
    requireLock(caller);
    var waiter = new Waiter();
    waiters.add(waiter);
    var times = door.releaseAll();
    var interrupted = false;
    var left = nanos;
    while (!waiter.notified && left > 0 && !interrupted) {
      try {
        left = waiter.woken.awaitNanos(left);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    waiters.remove(waiter);
    if (waiter.notified && !caller.client().looksAlive()) {
      signal(1); // it was meant for somebody who lives
    }
    interrupted |= door.takeBack(caller, times);
    if (interrupted && !waiter.notified) {
      throw new InterruptedException();
    }
    return waiter.notified; // the caller knows of its interrupt; the notification is not lost
  }

  private void signal(int count) {
    for (var left = count; left > 0 && !waiters.isEmpty(); left--) {
      var next = waiters.poll();
      next.notified = true;
      next.woken.signal();
    }
  }
}
