package speedup.manager;

import java.util.concurrent.locks.Condition;

/** A lock in the manager's process, which belongs to threads of other processes. */
final class LockTarget extends Target {
  private static final LockCall[] CALLS = LockCall.values();

  private final boolean reentrant;
  private final Condition freed = lock.newCondition();
  private Owner owner;

  /** How often the owner has it. */
  private int depth;

  /** The last one died with it: a mark for the next, and then its own until it is free again. */
  private boolean abandoned;

  LockTarget(boolean reentrant) {
    this.reentrant = reentrant;
  }

  @Override
  Object call(Request in, Client client) throws InterruptedException {
    var caller = new Owner(client, in.thread());
    return switch (CALLS[in.operation()]) {
      case ACQUIRE -> acquire(caller, in.nanos(0));
      case IS_HELD -> owner != null;
      case WAS_ABANDONED -> owner != null && abandoned;
      case RELEASE -> {
        release(caller);
        yield null;
      }
    };
  }

  private boolean acquire(Owner caller, long nanos) throws InterruptedException {
    if (reentrant && isHeldBy(caller)) {
      depth++;
      return true;
    }
    var left = nanos;
    while (owner != null) {
      if (left <= 0) {
        return false;
      }
      left = freed.awaitNanos(left);
    }
    caller.client().requireAlive(left < nanos, freed);
    owner = caller;
    depth = 1;
    return true;
  }

  private void release(Owner caller) {
    if (owner == null) {
      throw new IllegalMonitorStateException(
          "the lock is not held by anybody; release it once for each time it was acquired");
    }
    if (reentrant && !isHeldBy(caller)) {
      throw new IllegalMonitorStateException(
          "the lock is held by another thread, which is the one to release it");
    }
    if (--depth == 0) {
      free();
    }
  }

  private void free() {
    owner = null;
    depth = 0;
    abandoned = false;
    freed.signal();
  }

  boolean isHeldBy(Owner caller) {
    return caller.equals(owner);
  }

  /**
   * Gives it back, however often it was taken.
   *
   * @return how often that was
   */
  int releaseAll() {
    var times = depth;
    free();
    return times;
  }

  /**
   * Takes it again as often as before, whatever happens.
   *
   * @return whether the caller was to be interrupted meanwhile
   */
  boolean takeBack(Owner caller, int times) {
    var interrupted = false;
    while (owner != null) {
      try {
        freed.await();
      } catch (InterruptedException e) {
        caller.client().requireAlive(false, freed);
        interrupted = true; // told to the caller, who cannot go on without the lock
      }
    }
    caller.client().requireAlive(true, freed);
    owner = caller;
    depth = times;
    return interrupted;
  }

  @Override
  boolean hasOwners() {
    return true;
  }

  @Override
  void died(Client client) {
    if (owner != null && owner.client() == client) {
      free();
      abandoned = true;
    }
  }
}
