package speedup.workload;

import speedup.ipc.ProcessEvent;
import speedup.ipc.SharedArray;
import speedup.ipc.SharedByteArray;
import speedup.ipc.SharedLongArray;

/**
 * What the processes of a pipeline know of each other: where every batch is, and what every stage
 * has done. It outlives each of them, so that whoever is started anew goes on where the state says.
 *
 * <pre>
 *   NEW ──► SENT ──► held by one ──► PUT ──► held by the save stage ──► SAVED
 *    ▲                   │                            │
 *    └───────────────────┴── its process was killed ──┘
 * </pre>
 *
 * A batch may be under way twice; it is saved once, as the target knows what is in it. Any thread.
 *
 * @param batches where each of them is
 * @param numbers what the stages have done, see {@link Clock}, and how many batches are saved
 * @param news set when the fetch stage has to look: something came back, or all is saved
 */
public record PipelineState(SharedByteArray batches, SharedLongArray numbers, ProcessEvent news) {
  static final int FETCH = 0;
  static final int TRANSFORM = 1;
  static final int SAVE = 2;
  static final int STAGES = 3;

  static final int ROWS = 0;
  static final int BUSY = 1;
  static final int INPUT = 2;
  static final int ROOM = 3;
  static final int DONE = 4;
  private static final int FIELDS = 5;

  private static final int SAVED_COUNT = STAGES * FIELDS;
  private static final int AGAIN = SAVED_COUNT + 1;
  private static final int DROPPED = AGAIN + 1;
  private static final int LENGTH = DROPPED + 1;

  private static final byte NEW = 0;
  private static final byte SENT = 1;
  private static final byte PUT = 2;
  private static final byte SAVED = 3;
  private static final byte FIRST_HOLDER = 4;

  /** All batches are new. */
  static PipelineState of(int batches) {
    SharedByteArray states = null;
    SharedLongArray numbers = null;
    ProcessEvent news = null;
    try {
      states = SharedArray.ofByte(batches).withoutLock();
      numbers = SharedArray.ofLong(LENGTH).withoutLock();
      news = new ProcessEvent();
      return new PipelineState(states, numbers, news);
    } finally {
      if (news == null) {
        if (numbers != null) {
          numbers.close();
        }
        if (states != null) {
          states.close();
        }
      }
    }
  }

  /** In the process that made it. */
  void close() {
    batches.close();
    numbers.close();
    news.close();
  }

  boolean isNew(int batch) {
    return batches.get(batch) == NEW;
  }

  boolean isSaved(int batch) {
    return batches.get(batch) == SAVED;
  }

  /** It is in the pipe, or further by now. */
  void sent(int batch) {
    batches.compareAndSet(batch, NEW, SENT);
  }

  /**
   * Somebody has it in hand.
   *
   * @return false when it is saved already, and nothing is to be done
   */
  boolean hold(int batch, int holder) {
    var mark = (byte) (FIRST_HOLDER + holder);
    for (; ; ) {
      var seen = batches.get(batch);
      if (seen == SAVED) {
        numbers.getAndAdd(DROPPED, 1);
        return false;
      }
      if (batches.compareAndSet(batch, seen, mark)) {
        return true;
      }
    }
  }

  /** It is in the queue, or further by now. */
  void put(int batch, int holder) {
    batches.compareAndSet(batch, (byte) (FIRST_HOLDER + holder), PUT);
  }

  /** It is in the target. For the one process that saves. */
  void saved(int batch) {
    if (batches.getAndSet(batch, SAVED) != SAVED) {
      numbers.getAndAdd(SAVED_COUNT, 1);
    }
  }

  /** What the target has counts, not what a killed process had counted. */
  void savedCount(long count) {
    numbers.set(SAVED_COUNT, count);
  }

  long savedCount() {
    return numbers.get(SAVED_COUNT);
  }

  boolean allSaved() {
    return savedCount() == batches.length();
  }

  /** A process begins: what one before it had in hand is new again. */
  void giveBack(int holder) {
    var mark = (byte) (FIRST_HOLDER + holder);
    var some = false;
    for (var batch = 0; batch < batches.length(); batch++) {
      some |= renew(batch, mark);
    }
    if (some) {
      news.set();
    }
  }

  private boolean renew(int batch, byte from) {
    if (batches.get(batch) == from && batches.compareAndSet(batch, from, NEW)) {
      numbers.getAndAdd(AGAIN, 1);
      return true;
    }
    return false;
  }

  /** Whether a process has a batch in hand. */
  boolean isAnyHeld() {
    for (var batch = 0; batch < batches.length(); batch++) {
      if (batches.get(batch) >= FIRST_HOLDER) {
        return true;
      }
    }
    return false;
  }

  /** What is neither saved nor in any hand is new again. */
  void renewLost() {
    for (var batch = 0; batch < batches.length(); batch++) {
      renew(batch, SENT);
      renew(batch, PUT);
    }
  }

  /** How many batches were sent once more. */
  long again() {
    return numbers.get(AGAIN);
  }

  /** How many batches came twice and were left out. */
  long dropped() {
    return numbers.get(DROPPED);
  }

  /** What a stage has done, in all of its processes. */
  long number(int stage, int field) {
    return numbers.get(stage * FIELDS + field);
  }

  void rows(int stage, int rows) {
    numbers.getAndAdd(stage * FIELDS + ROWS, rows);
  }

  /** A clock for one process. */
  Clock clock() {
    return new Clock();
  }

  /** Adds up what a process spends its time on. For one thread. */
  final class Clock {
    private long last = System.nanoTime();

    /** The time since the last call was spent on this: busy, waiting for input or room, or done. */
    void lap(int stage, int field) {
      var now = System.nanoTime();
      numbers.getAndAdd(stage * FIELDS + field, now - last);
      last = now;
    }
  }
}
