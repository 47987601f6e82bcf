package speedup.workload;

/** What a person's jar does in the app took too long. The message says what to do about it. */
public final class SlowJarException extends RuntimeException {
  SlowJarException(String message) {
    super(message);
  }
}
