package speedup.ipc;

import java.lang.foreign.MemorySegment;
import speedup.shm.ProcessId;
import speedup.shm.Words;

/**
 * How many permits of a semaphore each process holds: those it acquired less those it released, so
 * below 0 for one that only releases. Used by the one thread that has the semaphore's guard.
 *
 * <pre>
 * │ process │ balance │ × 256
 * </pre>
 *
 * The balances are the truth and each changes by one store; the number of free permits follows from
 * them: a death between two stores is repaired by adding up again.
 */
final class PermitTable {
  static final int MOST = 256;
  private static final int ENTRY = 16;
  private static final int BALANCE = 8;
  static final int BYTES = MOST * ENTRY;

  /** Instead of a process: one that has ended; its balance still counts. */
  private static final long ENDED = -1;

  private final MemorySegment memory;
  private final long offset;
  private int mine = -1;

  PermitTable(MemorySegment memory, long offset) {
    this.memory = memory;
    this.offset = offset;
  }

  private long at(int entry) {
    return offset + (long) entry * ENTRY;
  }

  private long process(int entry) {
    return Words.getLong(memory, at(entry));
  }

  private long balance(int entry) {
    return Words.getLong(memory, at(entry) + BALANCE);
  }

  /** Adds to the balance of this process. */
  void add(int permits) {
    if (mine < 0) {
      mine = place();
    }
    Words.setLong(memory, at(mine) + BALANCE, balance(mine) + permits);
  }

  private int place() {
    var place = freePlace();
    if (place == MOST) {
      mergeDead();
      place = freePlace();
    }
    if (place == MOST) {
      throw new IllegalStateException(
          "more than %d processes use one semaphore; make a new one".formatted(MOST));
    }
    Words.setLong(memory, at(place), ProcessId.self());
    return place;
  }

  private int freePlace() {
    for (var i = 0; i < MOST; i++) {
      var process = process(i);
      if (process == ProcessId.self()
          || process == ProcessId.NOBODY
          || process == ENDED && balance(i) == 0) {
        return i;
      }
    }
    return MOST;
  }

  /** Frees the places of processes that have ended; the first one's keeps all their balances. */
  private void mergeDead() {
    var first = -1;
    for (var i = 0; i < MOST; i++) {
      // what is held by one that died just now is not lost: it returns to who waits for it
      if (process(i) == ENDED || balance(i) <= 0 && !ProcessId.isAlive(process(i))) {
        Words.setLong(memory, at(i), ENDED);
        if (first < 0) {
          first = i;
        } else {
          Words.setLong(memory, at(first) + BALANCE, balance(first) + balance(i));
          Words.setLong(memory, at(i) + BALANCE, 0);
        }
      }
    }
  }

  /** All permits that are held. */
  long sum() {
    var sum = 0L;
    for (var i = 0; i < MOST && process(i) != ProcessId.NOBODY; i++) {
      sum += balance(i);
    }
    return sum;
  }

  /**
   * Takes permits from processes that have ended.
   *
   * @param most to take
   * @return how many
   */
  int takeFromDead(int most) {
    var taken = 0;
    for (var i = 0; i < MOST && process(i) != ProcessId.NOBODY; i++) {
      if (process(i) != ENDED && !ProcessId.isAlive(process(i))) {
        var balance = balance(i);
        var back = (int) Math.max(0, Math.min(balance, most - taken));
        Words.setLong(memory, at(i) + BALANCE, balance - back);
        Words.setLong(memory, at(i), ENDED);
        taken += back;
      }
    }
    return taken;
  }
}
