package speedup.workload;

/**
 * A person's own method failed. Made in the worker out of what it threw, so that no class of the
 * person's is rebuilt in the app's process.
 */
public final class OwnTaskException extends Exception {
  private static final int MOST_TEXT = 1_000;

  /** Made in the worker. */
  public OwnTaskException(String message) {
    super(message);
  }

  /** What the method threw, with the place in the person's source. */
  static OwnTaskException of(Throwable thrown, String item, Class<?> caller) {
    var why =
        thrown instanceof ExceptionInInitializerError && thrown.getCause() != null
            ? thrown.getCause()
            : thrown;
    var text = text(why);
    var failure =
        new OwnTaskException(
            "%s: the task threw %s%s%s"
                .formatted(
                    item,
                    why.getClass().getName(),
                    text.isEmpty() ? "" : ": " + text,
                    place(why, caller)));
    failure.setStackTrace(why.getStackTrace());
    return failure;
  }

  private static String text(Throwable why) {
    try {
      var text = why.getMessage() == null ? "" : Words.plain(why.getMessage());
      return text.length() <= MOST_TEXT ? text : text.substring(0, MOST_TEXT) + "…";
    } catch (RuntimeException | Error e) { // of the person's own exception
      return "(its getMessage threw " + e.getClass().getName() + ")";
    }
  }

  /**
   * The innermost line of the person's; classes of the JDK and of this program have known loaders.
   */
  private static String place(Throwable why, Class<?> caller) {
    var own = caller.getClassLoader() == null ? null : caller.getClassLoader().getName();
    for (var frame : why.getStackTrace()) {
      if (own != null
          && own.equals(frame.getClassLoaderName())
          && !frame.getClassName().equals(caller.getName())) {
        return " (%s, line %d)".formatted(frame.getFileName(), frame.getLineNumber());
      }
    }
    return "";
  }
}
