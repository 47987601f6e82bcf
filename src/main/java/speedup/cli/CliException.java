package speedup.cli;

/** A command that could not do its work: one sentence for standard error, and the exit code. */
final class CliException extends Exception {
  /** The command did its work. */
  static final int DONE = 0;

  /** The run failed. */
  static final int FAILED = 1;

  /** The arguments or the input cannot be used. */
  static final int USAGE = 2;

  /** The person stopped it, as shells number it. */
  static final int STOPPED = 130;

  private final int exitCode;

  CliException(int exitCode, String sentence) {
    super(sentence);
    this.exitCode = exitCode;
  }

  CliException(int exitCode, String sentence, Throwable cause) {
    super(sentence, cause);
    this.exitCode = exitCode;
  }

  int exitCode() {
    return exitCode;
  }
}
