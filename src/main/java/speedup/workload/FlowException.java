package speedup.workload;

/** A {@link Flow} cannot go on. The message says why and what to do. */
public final class FlowException extends Exception {
  /** Names what is wrong. */
  public FlowException(String message) {
    super(message);
  }
}
