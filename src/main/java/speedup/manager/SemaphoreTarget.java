package speedup.manager;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;

/** Permits in the manager's process. */
final class SemaphoreTarget extends Target {
  private static final SemaphoreCall[] CALLS = SemaphoreCall.values();

  private final Condition freed = lock.newCondition();
  private final int initial;
  private final int most;
  private int free;

  /** How many more each process has taken than given. */
  private final Map<Client, Integer> taken = new HashMap<>();

  SemaphoreTarget(int permits, boolean bounded) {
    if (permits < 0) {
      throw new IllegalArgumentException(
          "a semaphore with " + permits + " permits; give 0 or more");
    }
    initial = permits;
    free = permits;
    most = bounded ? permits : Integer.MAX_VALUE;
  }

  @Override
  Object call(Request in, Client client) throws InterruptedException {
    return switch (CALLS[in.operation()]) {
      case ACQUIRE -> acquire(client, in.nanos(0));
      case AVAILABLE -> free;
      case RELEASE -> {
        release(client, in.number(0));
        yield null;
      }
    };
  }

  private boolean acquire(Client client, long nanos) throws InterruptedException {
    var left = nanos;
    while (free == 0) {
      if (left <= 0) {
        return false;
      }
      left = freed.awaitNanos(left);
    }
    client.requireAlive(left < nanos, freed);
    free--;
    taken.merge(client, 1, Integer::sum);
    return true;
  }

  private void release(Client client, int permits) {
    if (permits < 1) {
      throw new IllegalArgumentException("release of " + permits + " permits; give 1 or more");
    }
    if (permits > most - free) {
      throw new IllegalStateException(
          "release of %d permits, with %d free of at most %d; release once for each acquire"
              .formatted(permits, free, most));
    }
    taken.merge(client, -permits, Integer::sum);
    give(permits);
  }

  private void give(int permits) {
    free += permits;
    freed.signalAll();
  }

  @Override
  boolean hasOwners() {
    return true;
  }

  /** Beyond the first number permits are signals, which somebody has used. */
  @Override
  void died(Client client) {
    var had = taken.remove(client);
    if (had != null && had > 0 && free < initial) {
      give(Math.min(had, initial - free));
    }
  }
}
