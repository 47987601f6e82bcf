package speedup.ipc;

import speedup.shm.SharedRegion;
import speedup.shm.Words;

/**
 * Numbers of one primitive type in shared memory, with a lock of their own: they are a {@link
 * ProcessRLock}, for changes that are more than one step.
 *
 * <pre>{@code
 * try (var _ = balance.hold()) {
 *   balance.set(balance.get() * 2);
 * }
 * }</pre>
 *
 * <p>The lock does not keep out who does not ask for it. It costs nothing as long as nobody does.
 * Any thread.
 */
public abstract sealed class SharedNumbers extends ProcessRLock permits SharedValue, SharedArray {
  private final transient NumberType type;
  private transient boolean lockless; // changed before any other thread knows it

  SharedNumbers(Kind kind, NumberType type, SharedRegion region) {
    super(kind, region);
    this.type = type;
    lockless = Words.getInt(memory(), NumberLayout.LOCKLESS) != 0;
  }

  /** Memory for numbers that are all zero. */
  static SharedRegion made(Kind kind, NumberType type, int length, String name) {
    var region = create(kind, NumberLayout.bytes(type, length));
    var memory = region.body();
    ShortText.write(memory, LockLayout.NAME, name);
    Words.setInt(memory, NumberLayout.TYPE, type.code());
    Words.setInt(memory, NumberLayout.LENGTH, length);
    return region;
  }

  final NumberType type() {
    return type;
  }

  /**
   * Makes it one without a lock: all that has to do with the lock then throws {@code
   * UnsupportedOperationException}, for whoever has it. For who has just made it and has not passed
   * it on.
   *
   * @return itself
   */
  public abstract SharedNumbers withoutLock();

  /** Whether it has a lock. */
  public final boolean hasLock() {
    return !lockless;
  }

  final void removeLock() {
    if (isHeld()) {
      throw new IllegalStateException(this + " is locked; call withoutLock() when it is new");
    }
    Words.setInt(memory(), NumberLayout.LOCKLESS, 1);
    lockless = true;
  }

  private void requireLock() {
    if (lockless) {
      throw new UnsupportedOperationException(
          this + " has no lock; make it without calling withoutLock()");
    }
  }

  /**
   * {@inheritDoc}
   *
   * @throws UnsupportedOperationException when it is without a lock
   */
  @Override
  public boolean tryAcquire() {
    requireLock();
    return super.tryAcquire();
  }

  @Override
  boolean take(long nanos) throws InterruptedException {
    requireLock();
    return super.take(nanos);
  }

  /**
   * {@inheritDoc}
   *
   * @throws UnsupportedOperationException when it is without a lock
   */
  @Override
  public void release() {
    requireLock();
    super.release();
  }
}
