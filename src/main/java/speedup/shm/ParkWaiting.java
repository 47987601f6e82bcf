package speedup.shm;

import java.lang.foreign.MemorySegment;
import java.util.concurrent.locks.LockSupport;

/**
 * Sleeps by the clock and looks at the word in between: ever longer, up to a millisecond. For
 * systems and processes that cannot sleep in the kernel on a word.
 */
final class ParkWaiting implements Waiting {
  private static final long SHORTEST = 4_000;
  private static final long LONGEST = 1_000_000;

  @Override
  public boolean await(MemorySegment memory, long offset, int expected, long nanos) {
    var from = System.nanoTime();
    for (var pause = SHORTEST; Words.getInt(memory, offset) == expected; ) {
      var left = nanos - (System.nanoTime() - from);
      if (left <= 0) {
        return true;
      }
      if (Thread.currentThread().isInterrupted()) {
        return false; // parking would return at once
      }
      LockSupport.parkNanos(Math.min(pause, left));
      pause = Math.min(2 * pause, LONGEST);
    }
    return false;
  }

  @Override
  public int wake(MemorySegment memory, long offset, int count) {
    return 0; // they look themselves
  }
}
