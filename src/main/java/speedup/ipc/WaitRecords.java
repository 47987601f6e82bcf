package speedup.ipc;

import java.lang.foreign.MemorySegment;
import speedup.shm.ProcessId;
import speedup.shm.Words;

/**
 * Who has been waiting for a lock for long, written into the lock by those who wait, for those who
 * search for a deadlock. Sixteen at most; further ones are not recorded, and not found.
 *
 * <pre>
 * 0         8        16      24       32            160
 * │ process │ thread │ since │ - - -  │ process name │ thread name │ - │
 * </pre>
 *
 * The time is stored last, with release, and is 0 while a record is being written.
 */
final class WaitRecords {
  static final int MOST = 16;
  static final int BYTES = MOST * 288;

  private static final int RECORD = 288;
  private static final int PROCESS = 0;
  private static final int THREAD = 8;
  private static final int SINCE = 16;
  private static final int PROCESS_NAME = 32;
  private static final int THREAD_NAME = PROCESS_NAME + ShortText.BYTES;

  private WaitRecords() {}

  /**
   * A thread that waits.
   *
   * @param process its {@link ProcessId}
   * @param since tells this wait from a later one of the same thread
   */
  record Waiter(long process, long thread, long since, String processName, String threadName) {
    boolean is(long otherProcess, long otherThread) {
      return process == otherProcess && thread == otherThread;
    }
  }

  private static long at(int index) {
    return LockLayout.WAITS + (long) index * RECORD;
  }

  /**
   * Records that this thread waits.
   *
   * @return the record's number, or -1 where there is no room
   */
  static int add(MemorySegment memory) {
    var self = ProcessId.self();
    for (var i = 0; i < MOST; i++) {
      var there = Words.getLong(memory, at(i) + PROCESS);
      if ((there == ProcessId.NOBODY || !ProcessId.isAlive(there))
          && Words.casLong(memory, at(i) + PROCESS, there, self)) {
        var thread = Thread.currentThread();
        Words.setLongVolatile(memory, at(i) + SINCE, 0);
        Words.setLong(memory, at(i) + THREAD, thread.threadId());
        ShortText.write(
            memory, at(i) + PROCESS_NAME, System.getProperty("speedup.worker", "main process"));
        ShortText.write(memory, at(i) + THREAD_NAME, thread.getName());
        Words.setLong(memory, at(i) + SINCE, System.nanoTime() | 1);
        return i;
      }
    }
    return -1;
  }

  static void remove(MemorySegment memory, int index) {
    Words.setLong(memory, at(index) + SINCE, 0);
    Words.setLong(memory, at(index) + PROCESS, ProcessId.NOBODY);
  }

  /** The one of this number, or null. */
  static Waiter get(MemorySegment memory, int index) {
    var since = Words.getLong(memory, at(index) + SINCE);
    var process = Words.getLong(memory, at(index) + PROCESS);
    if (since == 0 || process == ProcessId.NOBODY) {
      return null;
    }
    return new Waiter(
        process,
        Words.getLong(memory, at(index) + THREAD),
        since,
        ShortText.read(memory, at(index) + PROCESS_NAME),
        ShortText.read(memory, at(index) + THREAD_NAME));
  }
}
