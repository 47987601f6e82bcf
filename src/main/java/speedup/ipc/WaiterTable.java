package speedup.ipc;

import java.lang.foreign.MemorySegment;
import speedup.shm.LockWord;
import speedup.shm.ProcessId;
import speedup.shm.SharedRegion;
import speedup.shm.Waiting;
import speedup.shm.Words;

/**
 * Who waits for a condition, in the order of coming. A notification is never lost with the one it
 * went to: if that one died, the next one gets it. Any thread.
 */
final class WaiterTable {
  private final MemorySegment memory;
  private final LockWord guard;
  private final Waiting waiting;

  WaiterTable(SharedRegion region, Waiting waiting) {
    memory = region.body();
    guard = new LockWord(region, ConditionLayout.GUARD);
    this.waiting = waiting;
  }

  private int state(int place) {
    return Words.getInt(memory, ConditionLayout.state(place));
  }

  private int used() {
    return Words.getInt(memory, ConditionLayout.USED);
  }

  private boolean isOfDead(int place) {
    return !ProcessId.isAlive(Words.getLong(memory, ConditionLayout.process(place)));
  }

  /**
   * Enters this thread.
   *
   * @return its place
   * @throws IllegalStateException when too many wait
   */
  int add() {
    guard.guard();
    try {
      var place = 0;
      while (place < ConditionLayout.MOST && state(place) != ConditionLayout.FREE) {
        place++;
      }
      if (place == ConditionLayout.MOST) {
        throw new IllegalStateException(
            "more than %d threads wait for one condition".formatted(place));
      }
      var number = Words.getLong(memory, ConditionLayout.NEXT);
      Words.setLong(memory, ConditionLayout.NEXT, number + 1);
      Words.setLong(memory, ConditionLayout.process(place), ProcessId.self());
      Words.setLong(memory, ConditionLayout.number(place), number);
      if (place >= used()) {
        Words.setInt(memory, ConditionLayout.USED, place + 1);
      }
      Words.setInt(memory, ConditionLayout.state(place), ConditionLayout.WAITING);
      return place;
    } finally {
      guard.release();
    }
  }

  /**
   * Takes this thread out.
   *
   * @param notified whether it knows already that it was notified
   * @return whether it was notified
   */
  boolean remove(int place, boolean notified) {
    var at = ConditionLayout.state(place);
    if (notified) {
      Words.setInt(memory, at, ConditionLayout.FREE);
      return true;
    }
    guard.guard();
    try {
      return Words.swapInt(memory, at, ConditionLayout.FREE) == ConditionLayout.NOTIFIED;
    } finally {
      guard.release();
    }
  }

  /** Notifies those who came first, as many as are there at most. */
  void notify(int count) {
    guard.guard();
    try {
      for (var i = 0; i < count && notifyFirst(); i++) {}
    } finally {
      guard.release();
    }
  }

  private boolean notifyFirst() {
    var first = -1;
    var lowest = Long.MAX_VALUE;
    for (var place = 0; place < used(); place++) {
      var state = state(place);
      if (state == ConditionLayout.WAITING || state == ConditionLayout.SLEEPING) {
        var number = Words.getLong(memory, ConditionLayout.number(place));
        if (number < lowest) {
          lowest = number;
          first = place;
        }
      }
    }
    if (first < 0) {
      return false;
    }
    var at = ConditionLayout.state(first);
    if (Words.swapInt(memory, at, ConditionLayout.NOTIFIED) == ConditionLayout.SLEEPING) {
      waiting.wake(memory, at, 1);
    }
    return true;
  }

  /** Takes out those who died; what one of them was notified of goes to the next. */
  void passOnFromDead() {
    guard.guard();
    try {
      for (var place = 0; place < used(); place++) {
        if (state(place) != ConditionLayout.FREE && isOfDead(place)) {
          var state = Words.swapInt(memory, ConditionLayout.state(place), ConditionLayout.FREE);
          if (state == ConditionLayout.NOTIFIED) {
            notifyFirst();
          }
        }
      }
    } finally {
      guard.release();
    }
  }
}
