package speedup.shm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;

/**
 * A process in 64 bits, for the words of shared memory: its process id and when it started, such
 * that a later process with the same id is another one.
 *
 * <pre>
 * 63            32 31 30        22 21        0
 * │ start, high   │ - │ start, low │   pid    │
 * </pre>
 *
 * Bit 31 is always 0 and free for a mark of the word's own; 0 is nobody. Any thread.
 */
public final class ProcessId {
  /** Nobody. */
  public static final long NOBODY = 0;

  private static final int PID_BITS = 22;
  private static final int LOW_BITS = 31;
  private static final long PID_MASK = (1L << PID_BITS) - 1;
  private static final long LOW_START = (1L << LOW_BITS - PID_BITS) - 1;

  private ProcessId() {}

  /** This process. */
  public static long self() {
    return Self.ID;
  }

  /** The process id as the system knows it. */
  public static long pid(long id) {
    return id & PID_MASK;
  }

  /** When it started, to be compared with others' only: higher is later. */
  public static long started(long id) {
    return id >>> 32 << LOW_BITS - PID_BITS | id >>> PID_BITS & LOW_START;
  }

  static long of(long pid, long started) {
    if ((pid & PID_MASK) != pid) {
      throw new IllegalStateException("process id " + pid + " is higher than expected");
    }
    var high = started >>> LOW_BITS - PID_BITS;
    return high << 32 | (started & LOW_START) << PID_BITS | pid;
  }

  /**
   * Whether it still runs; a zombie does not. Costs some ten microseconds: for waits that already
   * last milliseconds.
   */
  public static boolean isAlive(long id) {
    if (id == NOBODY) {
      return false;
    }
    if (id == self()) {
      return true;
    }
    try {
      return Creator.started(pid(id)) == started(id);
    } catch (NoSuchFileException e) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot see whether process " + pid(id) + " runs", e);
    }
  }

  /** Found out once, when it is first needed. */
  private static final class Self {
    static final long ID = find();

    private static long find() {
      try {
        var pid = ProcessHandle.current().pid();
        return of(pid, Creator.started(pid));
      } catch (IOException e) {
        throw new UncheckedIOException("cannot see when this process started", e);
      }
    }
  }
}
