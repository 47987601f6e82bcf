package speedup.experiment;

/** A run that could not be finished. The message says what happened and what to do next. */
public final class ExperimentFailedException extends Exception {
  /** Says what happened. */
  public ExperimentFailedException(String message, Throwable cause) {
    super(message, cause);
  }
}
