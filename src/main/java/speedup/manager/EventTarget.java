package speedup.manager;

import java.util.concurrent.locks.Condition;

/** A flag in the manager's process. */
final class EventTarget extends Target {
  private static final EventCall[] CALLS = EventCall.values();

  private final Condition changed = lock.newCondition();
  private boolean set;

  /** How often it was set: who waits goes on even if it is cleared at once. */
  private long times;

  @Override
  Object call(Request in, Client client) throws InterruptedException {
    return switch (CALLS[in.operation()]) {
      case IS_SET -> set;
      case AWAIT -> await(in.nanos(0));
      case SET -> {
        set();
        yield null;
      }
      case CLEAR -> {
        set = false;
        yield null;
      }
    };
  }

  private void set() {
    if (!set) {
      set = true;
      times++;
      changed.signalAll();
    }
  }

  private boolean await(long nanos) throws InterruptedException {
    if (set) {
      return true;
    }
    var seen = times;
    var left = nanos;
    while (times == seen) {
      if (left <= 0) {
        return false;
      }
      left = changed.awaitNanos(left);
    }
    return true;
  }
}
