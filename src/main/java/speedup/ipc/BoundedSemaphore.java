package speedup.ipc;

import speedup.shm.SharedRegion;

/**
 * A {@link ProcessSemaphore} that never has more permits than it began with, as {@code
 * multiprocessing.BoundedSemaphore}: to release one too many is an error. Any thread.
 */
public final class BoundedSemaphore extends ProcessSemaphore {
  /**
   * A semaphore.
   *
   * @param permits that are free at first, and the most that there can be
   * @throws IllegalArgumentException when they are fewer than 0
   * @throws java.io.UncheckedIOException when the system gives no shared memory
   */
  public BoundedSemaphore(int permits) {
    this(made(Kind.BOUNDED_SEMAPHORE, permits));
  }

  BoundedSemaphore(SharedRegion region) {
    super(Kind.BOUNDED_SEMAPHORE, region);
  }

  @Override
  int bound() {
    return initialPermits();
  }
}
