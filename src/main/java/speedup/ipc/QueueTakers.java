package speedup.ipc;

import java.lang.foreign.MemorySegment;
import speedup.shm.ProcessId;
import speedup.shm.Words;

/**
 * How many items each process has taken, and said to be done: so that it is known when some are in
 * the hands of the dead. Only numbers of processes that live are ever used, so it does no harm when
 * one is killed between two of its steps.
 *
 * <pre>
 * │ process │ taken │ done │ - │ × 256
 * </pre>
 */
final class QueueTakers {
  private static final int MOST = QueueLayout.MOST_TAKERS;
  private static final int TAKEN = 8;
  private static final int DONE = 16;

  /** No place yet. */
  private static final int NONE = -1;

  private final MemorySegment memory;
  private volatile int mine = NONE; // written under the take lock

  QueueTakers(MemorySegment memory) {
    this.memory = memory;
  }

  private static long at(int place) {
    return QueueLayout.TAKERS + (long) place * QueueLayout.TAKER_BYTES;
  }

  private long process(int place) {
    return Words.getLong(memory, at(place));
  }

  /** This process takes one at once. Under the take lock. */
  void takes() {
    var place = mine;
    if (place == NONE) {
      place = place();
      mine = place;
    }
    if (place < MOST) {
      var taken = at(place) + TAKEN;
      Words.setLong(memory, taken, Words.getLong(memory, taken) + 1);
    }
  }

  /** This process has said that one is done, and it counts. Any thread. */
  void done() {
    var place = mine;
    if (place != NONE && place < MOST) {
      Words.addLong(memory, at(place) + DONE, 1);
    }
  }

  private int place() {
    for (var place = 0; place < MOST; place++) {
      var process = process(place);
      if (process == ProcessId.self()) {
        return place; // from before it closed the queue
      }
      if (process == ProcessId.NOBODY) {
        claim(place);
        return place;
      }
    }
    for (var place = 0; place < MOST; place++) {
      if (!ProcessId.isAlive(process(place))) {
        claim(place);
        return place;
      }
    }
    Words.setInt(memory, QueueLayout.UNKNOWN_TAKERS, 1);
    return MOST;
  }

  private void claim(int place) {
    Words.setLong(memory, at(place), ProcessId.NOBODY);
    Words.setLong(memory, at(place) + TAKEN, 0);
    Words.setLong(memory, at(place) + DONE, 0);
    Words.setLong(memory, at(place), ProcessId.self());
  }

  /**
   * How many items were taken by processes that have ended and are not done. Costs some ten
   * microseconds a process. Fewer than there are when somebody takes meanwhile, or when one process
   * says what another one has done; never more.
   *
   * @param ring what was taken from
   * @param tasks what is done
   */
  long lost(QueueRing ring, QueueTasks tasks) {
    // each number only grows: in this order, all that changes meanwhile makes the result smaller
    var processes = new long[MOST];
    var done = new long[MOST];
    for (var place = 0; place < MOST; place++) {
      processes[place] = process(place);
      done[place] = Words.getLong(memory, at(place) + DONE);
    }
    var lost = QueueLayout.count(ring.takes());
    for (var place = 0; place < MOST; place++) {
      if (ProcessId.isAlive(processes[place])) {
        var open = Words.getLong(memory, at(place) + TAKEN) - done[place];
        lost -= Math.max(0, open);
      }
      if (process(place) != processes[place]) {
        return 0; // somebody has just come; look another time
      }
    }
    var known = Words.getInt(memory, QueueLayout.UNKNOWN_TAKERS) == 0;
    return known ? Math.max(0, lost - tasks.doneCount()) : 0;
  }
}
