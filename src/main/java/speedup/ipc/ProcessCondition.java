package speedup.ipc;

import java.io.IOException;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import speedup.shm.Pause;
import speedup.shm.SharedRegion;
import speedup.shm.Words;

/**
 * A place to wait until another process says that something has changed, as {@code
 * multiprocessing.Condition}. It has a lock, which protects what changes: who waits or notifies
 * holds it. Notifications go to those who waited first; one that is meant for a process that was
 * killed goes to the next. Any thread.
 *
 * <pre>{@code
 * try (var _ = condition.lock().hold()) {
 *   condition.awaitFor(() -> !tray.isEmpty());
 *   ...
 * }
 * }</pre>
 */
public final class ProcessCondition extends SharedObject {
  private final transient BaseLock lock;
  private final transient boolean ownLock;
  private final transient WaiterTable waiters;

  /** A condition with a reentrant lock of its own, which is closed with it. */
  public ProcessCondition() {
    this(new ProcessRLock("lock of a condition"), true);
  }

  /**
   * A condition of a lock that may have others.
   *
   * @param lock to be closed after this condition
   * @throws java.io.UncheckedIOException when the system gives no shared memory
   */
  public ProcessCondition(BaseLock lock) {
    this(lock, false);
  }

  private ProcessCondition(BaseLock lock, boolean ownLock) {
    this(made(lock), lock, ownLock);
  }

  /** Over memory that another process filled: the lock is found by what is written there. */
  ProcessCondition(SharedRegion region) throws IOException {
    this(region, lockOf(region), false);
  }

  private ProcessCondition(SharedRegion region, BaseLock lock, boolean ownLock) {
    super(Kind.CONDITION, region);
    this.lock = lock;
    this.ownLock = ownLock;
    waiters = new WaiterTable(region, waiting());
  }

  private static SharedRegion made(BaseLock lock) {
    var region = create(Kind.CONDITION, ConditionLayout.BYTES);
    var memory = region.body();
    var path = lock.region().path().toString();
    ShortText.writeWhole(memory, ConditionLayout.LOCK_PATH, path, ConditionLayout.PATH_BYTES - 1);
    Words.setLong(memory, ConditionLayout.LOCK_SIZE, lock.region().size());
    Words.setInt(memory, ConditionLayout.LOCK_KIND, lock.kind().ordinal());
    return region;
  }

  private static BaseLock lockOf(SharedRegion region) throws IOException {
    var memory = region.body();
    var kind = Kind.values()[Words.getInt(memory, ConditionLayout.LOCK_KIND)];
    var path = ShortText.read(memory, ConditionLayout.LOCK_PATH, ConditionLayout.PATH_BYTES);
    var size = Words.getLong(memory, ConditionLayout.LOCK_SIZE);
    return (BaseLock) Attached.get(new Handle(kind, path, size));
  }

  /** The lock that is held by who waits or notifies. */
  public BaseLock lock() {
    return lock;
  }

  /**
   * Gives the lock back, waits for a notification as long as it takes, and takes the lock again,
   * which it then has as often as before.
   *
   * @throws IllegalMonitorStateException when this thread does not have the lock
   * @throws IllegalStateException when too many wait already
   * @throws InterruptedException when this thread is interrupted, noticed within some 30 ms; it
   *     then has the lock again
   */
  public void await() throws InterruptedException {
    await(Pause.FOREVER);
  }

  /**
   * As {@link #await()}, for a time.
   *
   * @return false when the time is up without a notification; this thread has the lock then too
   */
  public boolean await(Duration timeout) throws InterruptedException {
    return await(Pause.nanos(timeout));
  }

  /**
   * Waits until something is the case, as long as it takes.
   *
   * @param predicate asked with the lock held, at first and after each notification
   */
  public void awaitFor(BooleanSupplier predicate) throws InterruptedException {
    awaitFor(predicate, Pause.FOREVER);
  }

  /**
   * As {@link #awaitFor(BooleanSupplier)}, for a time.
   *
   * @return what the predicate said at last
   */
  public boolean awaitFor(BooleanSupplier predicate, Duration timeout) throws InterruptedException {
    return awaitFor(predicate, Pause.nanos(timeout));
  }

  private boolean awaitFor(BooleanSupplier predicate, long nanos) throws InterruptedException {
    requireLock();
    var from = System.nanoTime();
    while (!predicate.getAsBoolean()) {
      var left = nanos == Pause.FOREVER ? nanos : nanos - (System.nanoTime() - from);
      if (!await(left)) {
        return predicate.getAsBoolean();
      }
    }
    return true;
  }

  private boolean await(long nanos) throws InterruptedException {
    requireLock();
    Pause.throwIfInterrupted();
    var place = waiters.add();
    var depth = lock.depth();
    var notified = false;
    var interrupted = false;
    lock.releaseAll();
    try {
      notified = sleep(place, nanos);
    } finally {
      notified = waiters.remove(place, notified);
      interrupted = lock.takeBack(depth) | Thread.interrupted();
    }
    if (interrupted) {
      if (!notified) {
        throw new InterruptedException();
      }
      Thread.currentThread().interrupt(); // the notification must not be lost
    }
    return notified;
  }

  /** Until notified, interrupted, or the time is up. */
  private boolean sleep(int place, long nanos) {
    var at = ConditionLayout.state(place);
    var pause = Pause.upTo(nanos);
    for (; ; ) {
      var seen = Words.getInt(memory(), at);
      if (seen == ConditionLayout.NOTIFIED) {
        return true;
      }
      if (pause.spin(memory(), at, seen)) {
        continue;
      }
      if (seen != ConditionLayout.SLEEPING
          && !Words.casInt(memory(), at, seen, ConditionLayout.SLEEPING)) {
        continue;
      }
      var timeLeft = pause.sleep(waiting(), memory(), at, ConditionLayout.SLEEPING);
      if (!timeLeft || Thread.currentThread().isInterrupted()) {
        return false;
      }
      if (Words.getInt(memory(), at) == ConditionLayout.SLEEPING) {
        waiters.passOnFromDead();
      }
    }
  }

  /** Lets the one go on that waits longest, if any; it goes on when it has the lock. */
  public void signal() {
    signal(1);
  }

  /**
   * Lets some go on, those first that wait longest.
   *
   * @param count how many at most
   * @throws IllegalArgumentException when that is below 1
   * @throws IllegalMonitorStateException when this thread does not have the lock
   */
  public void signal(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("a notification for " + count + "; give 1 or more");
    }
    requireLock();
    waiters.notify(count);
  }

  /** As {@link #signal(int)}, for all. */
  public void signalAll() {
    signal(Integer.MAX_VALUE);
  }

  private void requireLock() {
    if (!lock.isMine()) {
      throw new IllegalMonitorStateException(
          "this thread does not hold the lock of the condition; call lock().acquire() first");
    }
  }

  /** As for any shared object; closes the lock too if it came with the condition. */
  @Override
  public void close() {
    super.close();
    if (ownLock) {
      lock.close();
    }
  }

  @Override
  public String toString() {
    return "condition of " + lock;
  }
}
