package speedup.ipc;

/** Shared memory of this name is in use already; the message says what to do. */
public final class NameTakenException extends IllegalStateException {
  private static final long serialVersionUID = 1;

  NameTakenException(String message, Throwable cause) {
    super(message, cause);
  }
}
