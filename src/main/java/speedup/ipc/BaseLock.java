package speedup.ipc;

import java.time.Duration;
import speedup.shm.LockWord;
import speedup.shm.Pause;
import speedup.shm.ProcessId;
import speedup.shm.SharedRegion;
import speedup.shm.Words;

/**
 * What {@link ProcessLock} and {@link ProcessRLock} have in common. At most one thread of all
 * processes has the lock; it goes to whoever comes first, not in the order of waiting.
 *
 * <pre>{@code
 * try (var _ = lock.hold()) {
 *   // alone
 * }
 * }</pre>
 *
 * <p>When the holder's process is killed, the next one gets the lock some milliseconds later and is
 * told so by {@link #wasAbandoned()}. Any thread.
 */
public abstract sealed class BaseLock extends SharedObject permits ProcessLock, ProcessRLock {
  private static final long SPREAD = 0x9E37_79B9_7F4A_7C15L;
  private static final long PROCESS_MARK = ProcessId.self() * SPREAD;

  private final transient LockWord word;
  private final transient Hold hold = this::release;
  private final transient String name;

  BaseLock(Kind kind, SharedRegion region) {
    super(kind, region);
    word = new LockWord(region, LockLayout.LOCK);
    name = ShortText.read(memory(), LockLayout.NAME);
  }

  /** Memory for a lock with a name. */
  static SharedRegion named(Kind kind, String name) {
    var region = create(kind, LockLayout.BYTES);
    ShortText.write(region.body(), LockLayout.NAME, name);
    return region;
  }

  /** Tells a thread from those of other processes: even a dead one of the same number. */
  static long threadTag() {
    return PROCESS_MARK ^ Thread.currentThread().threadId();
  }

  /** The thread number in a tag of a process. */
  static long threadOf(long tag, long process) {
    return tag ^ process * SPREAD;
  }

  /** What it was called when it was made; it is named so in messages. */
  public String name() {
    return name;
  }

  /**
   * Takes the lock; waits as long as it takes.
   *
   * @throws DeadlockException when its holder, directly or over others, waits for this thread
   * @throws InterruptedException when this thread is interrupted; noticed within some 30 ms
   */
  public void acquire() throws InterruptedException {
    take(Pause.FOREVER);
  }

  /** Takes the lock if it is free. */
  public boolean tryAcquire() {
    if (word.tryTake()) {
      taken();
      return true;
    }
    return again();
  }

  /**
   * Takes the lock, or waits for it for a time.
   *
   * @return false when the time is up
   * @throws InterruptedException when this thread is interrupted; noticed within some 30 ms
   */
  public boolean tryAcquire(Duration timeout) throws InterruptedException {
    return take(Pause.nanos(timeout));
  }

  /**
   * As {@link #acquire()}, for try-with-resources.
   *
   * @return releases the lock when it is closed
   */
  public Hold hold() throws InterruptedException {
    acquire();
    return hold;
  }

  boolean take(long nanos) throws InterruptedException {
    if (word.tryTake()) {
      taken();
      return true;
    }
    return again() || takeSlowly(nanos);
  }

  private boolean takeSlowly(long nanos) throws InterruptedException {
    var watch = new DeadlockWatch(this);
    try {
      return got(word.take(Pause.upTo(nanos), watch));
    } finally {
      watch.close();
    }
  }

  private boolean got(LockWord.Taken how) {
    if (how == LockWord.Taken.NO) {
      return false;
    }
    taken();
    if (how == LockWord.Taken.ABANDONED) {
      setDepth(0);
      Words.setInt(memory(), LockLayout.ABANDONED, 1);
    }
    return true;
  }

  private void taken() {
    Words.setLong(memory(), LockLayout.THREAD, threadTag());
  }

  /** Takes it once more, if the lock allows that and this thread has it. */
  abstract boolean again();

  /**
   * Gives the lock back.
   *
   * @throws IllegalMonitorStateException when it is not held by whom the lock asks for
   */
  public abstract void release();

  /** Whether this thread has it. */
  final boolean isMine() {
    return Words.getLong(memory(), LockLayout.THREAD) == threadTag() && word.isHeldHere();
  }

  /** Gives it back, however often it was taken. */
  final void releaseAll() {
    var memory = memory();
    if (Words.getInt(memory, LockLayout.ABANDONED) != 0) {
      Words.setInt(memory, LockLayout.ABANDONED, 0);
    }
    Words.setInt(memory, LockLayout.DEPTH, 0);
    Words.setLong(memory, LockLayout.THREAD, 0);
    word.release();
  }

  /** How often the holder has it beyond the first time. */
  final int depth() {
    return Words.getInt(memory(), LockLayout.DEPTH);
  }

  final void setDepth(int depth) {
    Words.setInt(memory(), LockLayout.DEPTH, depth);
  }

  /**
   * Takes back what {@link #releaseAll} gave, whatever happens.
   *
   * @param depth as it was
   * @return whether this thread was interrupted meanwhile
   */
  final boolean takeBack(int depth) {
    var interrupted = false;
    for (; ; ) {
      try {
        got(word.take(Pause.upTo(Pause.FOREVER), null));
        setDepth(depth);
        return interrupted;
      } catch (InterruptedException e) {
        interrupted = true; // told to the caller, who cannot go on without the lock
      }
    }
  }

  /** Whether anybody has it, at this moment. */
  public boolean isHeld() {
    return word.holder() != ProcessId.NOBODY;
  }

  /**
   * For the holder: whether it got the lock because the one before was killed with it. What the
   * lock protects may then be half changed. True until it is released.
   */
  public boolean wasAbandoned() {
    return Words.getInt(memory(), LockLayout.ABANDONED) != 0;
  }

  final LockWord word() {
    return word;
  }

  @Override
  public String toString() {
    return "lock \"" + name + "\"";
  }
}
