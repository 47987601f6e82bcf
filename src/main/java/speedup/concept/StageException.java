package speedup.concept;

/** A stage cannot be set up; the message says what to do. */
public final class StageException extends RuntimeException {
  StageException(String message) {
    super(message);
  }

  StageException(String message, Throwable cause) {
    super(message, cause);
  }
}
