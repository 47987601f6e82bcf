package speedup.ipc;

/**
 * An object cannot cross to another process, or cannot be rebuilt in this one; the message names
 * the part to blame and what to do. What it was thrown for is not in the queue or pipe any more.
 */
public final class TransferException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TransferException(String message, Throwable cause) {
    super(message, cause);
  }
}
