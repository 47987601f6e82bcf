package speedup.ipc;

import speedup.shm.LockWord;
import speedup.shm.Pause;

/** Looks for a deadlock while a thread waits for a lock for long. Used by that thread alone. */
final class DeadlockWatch implements LockWord.Watch, AutoCloseable {
  private final BaseLock lock;

  DeadlockWatch(BaseLock lock) {
    this.lock = lock;
  }

  @Override
  public void look(Pause pause) {}

  @Override
  public void close() {}
}
