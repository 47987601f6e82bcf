package speedup.workload;

/**
 * A picture that cannot be read. The message goes on after the name of the file, says what is wrong
 * and what to do.
 */
final class PictureException extends Exception {
  PictureException(String message) {
    super(message);
  }

  PictureException(String message, Throwable cause) {
    super(message, cause);
  }
}
