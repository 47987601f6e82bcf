package speedup.ipc;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.VarHandle;
import speedup.shm.Pause;
import speedup.shm.Waiting;
import speedup.shm.Words;

/**
 * Wakes threads of all processes that sleep until something in the memory has changed. An int: 1
 * says that somebody may sleep on it. Any thread.
 *
 * <p>Who waits arms it, looks once more, and sleeps; who changes something rings afterwards. One of
 * the two sees what the other did.
 */
final class PipeBell {
  private final MemorySegment memory;
  private final long offset;
  private final Waiting waiting;

  PipeBell(MemorySegment memory, long offset, Waiting waiting) {
    this.memory = memory;
    this.offset = offset;
    this.waiting = waiting;
  }

  /** To be called before the last look. */
  void arm() {
    Words.setIntVolatile(memory, offset, 1);
  }

  /**
   * Sleeps for a slice, or until it rings.
   *
   * @return false when the time of the wait is up
   */
  boolean sleep(Pause pause) {
    return pause.sleep(waiting, memory, offset, 1);
  }

  /** Wakes all who sleep; costs a few nanoseconds if nobody does. */
  void ring() {
    VarHandle.fullFence(); // what was changed before is seen by who arms it after the look here
    if (Words.getInt(memory, offset) != 0) {
      Words.setIntVolatile(memory, offset, 0);
      waiting.wake(memory, offset, Integer.MAX_VALUE);
    }
  }
}
