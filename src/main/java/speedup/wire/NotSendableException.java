package speedup.wire;

/** A value that cannot cross to another process. */
public final class NotSendableException extends Exception {
  private final String path;
  private final String type;

  /**
   * Names the value.
   *
   * @param path where it sits, such as {@code Task.config.logger}
   * @param type its class name
   */
  public NotSendableException(String path, String type) {
    this(path, type, null);
  }

  NotSendableException(String path, String type, Throwable cause) {
    super(
        path
            + ": "
            + type
            + " cannot be sent to another process; use records, text, numbers, arrays and"
            + " collections of these, or make it Serializable",
        cause);
    this.path = path;
    this.type = type;
  }

  /** Where the value sits. */
  public String path() {
    return path;
  }

  /** The class name of the value. */
  public String type() {
    return type;
  }
}
