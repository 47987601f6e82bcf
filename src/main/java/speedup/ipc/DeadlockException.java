package speedup.ipc;

/**
 * Threads wait for each other's locks in a circle, and none of them would ever go on. The message
 * says who holds what and who waits for what. It is thrown in one of them: of the process that
 * started last, the thread with the highest number. That one releases what it holds, by leaving its
 * {@code try} blocks, and the others go on.
 *
 * <p>To avoid it, take locks in the same order everywhere, or with a timeout.
 */
public final class DeadlockException extends IllegalStateException {
  private static final long serialVersionUID = 1;

  DeadlockException(String message) {
    super(message);
  }
}
