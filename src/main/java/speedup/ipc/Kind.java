package speedup.ipc;

import java.io.IOException;
import speedup.shm.SharedRegion;

/** What lives in a region, and how the object over it is made. One constant a public class. */
enum Kind {
  LOCK(1, "lock", ProcessLock::new),
  RLOCK(2, "reentrant lock", ProcessRLock::new),
  EVENT(3, "event", ProcessEvent::new),
  BARRIER(4, "barrier", ProcessBarrier::new),
  SEMAPHORE(5, "semaphore", ProcessSemaphore::new),
  BOUNDED_SEMAPHORE(6, "bounded semaphore", BoundedSemaphore::new),
  CONDITION(7, "condition", ProcessCondition::new),
  QUEUE(8, "queue", ProcessQueue<Object>::new),
  PIPE(9, "pipe", Pipe::new),
  VALUE(11, "shared value", NumberType::valueOver),
  ARRAY(12, "shared array", NumberType::arrayOver),
  MEMORY(15, "shared memory", SharedMemory::new);

  private final int code;
  private final String text;
  private final Maker maker;

  /** Makes an object over a region that another process has filled. */
  @FunctionalInterface
  interface Maker {
    SharedObject over(SharedRegion region) throws IOException;
  }

  /**
   * A kind.
   *
   * @param code in the header of regions: never used again for another layout
   * @param text for messages
   */
  Kind(int code, String text, Maker maker) {
    this.code = code;
    this.text = text;
    this.maker = maker;
  }

  /** Whether a region of this code begins with the layout of a {@link BaseLock}. */
  static boolean isLock(int code) {
    return code == LOCK.code || code == RLOCK.code || code == VALUE.code || code == ARRAY.code;
  }

  int code() {
    return code;
  }

  SharedObject over(SharedRegion region) throws IOException {
    return maker.over(region);
  }

  @Override
  public String toString() {
    return text;
  }
}
