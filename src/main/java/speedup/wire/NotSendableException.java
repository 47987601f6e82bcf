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
    this(
        path,
        type,
        " cannot be sent to another process; use records, text, numbers, arrays and"
            + " collections of these, or make it Serializable",
        cause);
  }

  private NotSendableException(String path, String type, String reason, Throwable cause) {
    super(path + ": " + type + reason, cause);
    this.path = path;
    this.type = type;
  }

  /**
   * A part of a class that the receiver would refuse.
   *
   * @param neighbour the class, or one of the same package
   */
  static NotSendableException notAdmitted(String path, String type, Class<?> neighbour) {
    var packageName = neighbour.getPackageName();
    // of a class of the program its package; of the JDK's no more than that one class
    var prefix = packageName.isEmpty() || ClassFilter.isOfJdk(neighbour) ? type : packageName + ".";
    var reason =
        " is not admitted; admit \"" + prefix + "\" when the pool, queue, pipe or manager is made";
    return new NotSendableException(path, type, reason, null);
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
