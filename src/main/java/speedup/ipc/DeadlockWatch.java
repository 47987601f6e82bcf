package speedup.ipc;

import java.util.concurrent.TimeUnit;
import speedup.shm.LockWord;
import speedup.shm.Pause;

/**
 * Records that a thread waits for a lock for long, and looks for a deadlock from time to time. Used
 * by that thread alone.
 */
final class DeadlockWatch implements LockWord.Watch, AutoCloseable {
  private static final long FIRST_LOOK = TimeUnit.MILLISECONDS.toNanos(100);
  private static final long LOOKS_APART = TimeUnit.MILLISECONDS.toNanos(100);

  private final BaseLock lock;
  private int record = -1; // not recorded yet, or no room
  private long nextLook = FIRST_LOOK;
  private DeadlockSearch.Circle suspected;

  DeadlockWatch(BaseLock lock) {
    this.lock = lock;
  }

  @Override
  public void look(Pause pause) {
    // one that ends by itself is no deadlock, and whoever waits for its end may do so
    if (!pause.isForever() || pause.waitedNanos() < nextLook) {
      return;
    }
    nextLook = pause.waitedNanos() + LOOKS_APART;
    if (record < 0) {
      record = WaitRecords.add(lock.memory());
      return;
    }
    var found = DeadlockSearch.from(WaitRecords.get(lock.memory(), record));
    // all in it have waited without a break since the first look, so what was seen one after the
    // other has been the case at one time
    if (found != null && found.equals(suspected) && found.isUpToFirst()) {
      throw new DeadlockException(found.inWords());
    }
    suspected = found;
  }

  @Override
  public void close() {
    if (record >= 0) {
      WaitRecords.remove(lock.memory(), record);
    }
  }
}
