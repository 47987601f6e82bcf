package speedup.ipc;

import speedup.shm.SharedRegion;

/**
 * A lock that processes share and that its holder can take again, as {@code multiprocessing.RLock}:
 * it is free when it was released as often as it was taken. It belongs to a thread; no other can
 * release it. Any thread.
 */
public sealed class ProcessRLock extends BaseLock permits SharedNumbers {
  /** A free lock without a name. */
  public ProcessRLock() {
    this("lock");
  }

  /**
   * A free lock.
   *
   * @param name for messages
   * @throws java.io.UncheckedIOException when the system gives no shared memory
   */
  public ProcessRLock(String name) {
    this(named(Kind.RLOCK, name));
  }

  ProcessRLock(SharedRegion region) {
    this(Kind.RLOCK, region);
  }

  ProcessRLock(Kind kind, SharedRegion region) {
    super(kind, region);
  }

  @Override
  boolean again() {
    if (!isMine()) {
      return false;
    }
    setDepth(Math.addExact(depth(), 1));
    return true;
  }

  /**
   * Gives the lock back, once.
   *
   * @throws IllegalMonitorStateException when this thread does not have it
   */
  @Override
  public void release() {
    if (!isMine()) {
      throw new IllegalMonitorStateException(
          this + " is not held by this thread; the thread that acquired it releases it");
    }
    var depth = depth();
    if (depth > 0) {
      setDepth(depth - 1);
    } else {
      releaseAll();
    }
  }
}
