package speedup.app;

/** Starts the program. */
public final class Main {
  private Main() {}

  /** Opens the window, or runs the command that the arguments name. */
  public static void main(String[] args) {
    throw new UnsupportedOperationException(String.join(" ", args));
  }
}
