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
 * @param numbers what the stages have done and the processes do, see {@link Clock}, and how many
 *     batches are saved
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
  private static final int PLACES = DROPPED + 1;

  /** A shorter wait for room is none. */
  private static final long BLOCKED_NANOS = 50_000;

  private static final byte NEW = 0;
  private static final byte SENT = 1;
  private static final byte PUT = 2;
  private static final byte SAVED = 3;
  private static final byte FIRST_HOLDER = 4;

  /**
   * All batches are new.
   *
   * @param places how many processes there are
   */
  static PipelineState of(int batches, int places) {
    SharedByteArray states = null;
    SharedLongArray numbers = null;
    ProcessEvent news = null;
    try {
      states = SharedArray.ofByte(batches).withoutLock();
      numbers = SharedArray.ofLong(PLACES + places).withoutLock();
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

  /** What the process at a place does: busy, waiting for input or room, or done. */
  int doing(int place) {
    return (int) numbers.get(PLACES + place);
  }

  /**
   * A clock for one process, which begins now.
   *
   * @param place of the process among all of them
   * @param log is told of batches, and of waits for room
   * @param doing what it does first
   */
  Clock clock(int place, FlowLog log, int stage, int doing) {
    var clock = new Clock(place, log);
    clock.begin(stage, doing, System.nanoTime());
    return clock;
  }

  /** Adds up what a process spends its time on, and says what it does just now. For one thread. */
  final class Clock {
    private final int place;
    private final FlowLog log;
    private int stage;
    private int doing;
    private long since;
    private long batchSince;

    private Clock(int place, FlowLog log) {
      this.place = place;
      this.log = log;
    }

    private void begin(int nextStage, int next, long now) {
      if (next != BUSY || doing != BUSY) {
        batchSince = now;
      }
      stage = nextStage;
      doing = next;
      since = now;
      numbers.set(PLACES + place, next);
    }

    /** From now on the process does this: it is busy, waits for input or room, or is done. */
    void turnTo(int next) {
      turnTo(stage, next);
    }

    /** The same, for a stage that may be another one. */
    void turnTo(int nextStage, int next) {
      turnTo(nextStage, next, System.nanoTime());
    }

    private void turnTo(int nextStage, int next, long now) {
      numbers.getAndAdd(stage * FIELDS + doing, now - since);
      if (doing == ROOM && now - since > BLOCKED_NANOS) {
        log.blocked(since, now);
      }
      begin(nextStage, next, now);
      log.look(now);
    }

    /** It was busy with a batch, which is ready now; then it does this. */
    void worked(int batch, int rows, int nextStage, int next) {
      var now = System.nanoTime();
      log.worked(batch, rows, batchSince, now);
      turnTo(nextStage, next, now);
      batchSince = now;
    }
  }
}
