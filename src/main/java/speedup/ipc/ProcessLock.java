package speedup.ipc;

import speedup.shm.SharedRegion;

/**
 * A lock that processes share, as {@code multiprocessing.Lock}. A thread that takes it twice waits
 * for itself: use {@link ProcessRLock} for that. Any thread of any process may release it. Any
 * thread.
 */
public final class ProcessLock extends BaseLock {
  /** A free lock without a name. */
  public ProcessLock() {
    this("lock");
  }

  /**
   * A free lock.
   *
   * @param name for messages
   * @throws java.io.UncheckedIOException when the system gives no shared memory
   */
  public ProcessLock(String name) {
    this(named(Kind.LOCK, name));
  }

  ProcessLock(SharedRegion region) {
    super(Kind.LOCK, region);
  }

  @Override
  boolean again() {
    return false;
  }

  /**
   * Gives the lock back.
   *
   * @throws IllegalMonitorStateException when nobody has it
   */
  @Override
  public void release() {
    if (!isHeld()) {
      throw new IllegalMonitorStateException(
          this + " is not held by anybody; release it once for each time it was acquired");
    }
    releaseAll();
  }
}
