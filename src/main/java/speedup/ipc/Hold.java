package speedup.ipc;

/** Holds a lock, or a permit of a semaphore; closing it gives that back. */
@FunctionalInterface
public interface Hold extends AutoCloseable {
  /** Releases what it holds. */
  @Override
  void close();
}
