package speedup.check;

import java.nio.file.FileSystemException;
import java.util.Objects;

/**
 * What came of looking at one thing.
 *
 * @param subject the thing
 * @param state how it is
 * @param detail where or how many, or where it is not good, the system's reason
 */
public record Finding(Subject subject, State state, String detail) {
  /** What is looked at. */
  public enum Subject {
    /** Whether a worker process starts, computes and answers. */
    WORKER,
    /** Whether processes can share memory. */
    SHARED_MEMORY,
    /** Whether temporary files can be written. */
    TEMPORARY_FILES,
    /** Whether generated input can be kept. */
    CACHE,
    /** Whether runs can be kept. */
    DATA,
    /** How many processors there are. */
    CORES,
    /** Whether there is a Python to compare with. */
    PYTHON,
    /** What draws the window. */
    DRAWING
  }

  /** How it is. */
  public enum State {
    /** As it should be. */
    GOOD,
    /** Something is slower or missing that one can do without. */
    NOTE,
    /** Part of the program will not work. */
    BAD
  }

  /** Checks that nothing is missing. */
  public Finding {
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(detail, "detail");
  }

  static Finding good(Subject subject, Object detail) {
    return new Finding(subject, State.GOOD, detail.toString());
  }

  static Finding bad(Subject subject, Throwable why) {
    var message = why.getMessage();
    var told =
        message != null && !(why instanceof FileSystemException file && file.getReason() == null);
    // of a file, Java often gives the path alone and says the rest by the name of the exception
    return new Finding(subject, State.BAD, told ? message : why.toString());
  }
}
