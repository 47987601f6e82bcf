package speedup.pool;

import java.util.List;
import speedup.measure.Exit;

/** Why a job failed. Each kind is a type with its own facts. */
public abstract sealed class PoolException extends RuntimeException {
  private PoolException(String message) {
    super(message);
  }

  private PoolException(String message, Throwable cause) {
    super(message, cause);
  }

  /** The task threw; the worker's stack trace is in the cause. */
  public static final class TaskThrew extends PoolException {
    TaskThrew(int worker, String type, String text, String remoteTrace) {
      super(
          "the task failed on worker %d: %s%s"
              .formatted(worker + 1, type, text.isEmpty() ? "" : ": " + text),
          new RemoteTrace(remoteTrace));
    }
  }

  /** An argument, a function or a result could not cross. */
  public static final class NotTransferable extends PoolException {
    NotTransferable(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /** A worker died, and so did its replacements where the chunk was tried again. */
  public static final class WorkerDied extends PoolException {
    private final int worker;
    private final long pid;
    private final Exit exit;
    private final List<String> lastWords;

    WorkerDied(int worker, long pid, Exit exit, String why, int attempts, List<String> lastWords) {
      super(
          "worker %d (process %d) died: %s%s%s"
              .formatted(
                  worker + 1,
                  pid,
                  why,
                  attempts > 1 ? "; the chunk was tried %d times".formatted(attempts) : "",
                  lastWords.isEmpty() ? "" : "; its last words: " + String.join(" / ", lastWords)));
      this.worker = worker;
      this.pid = pid;
      this.exit = exit;
      this.lastWords = List.copyOf(lastWords);
    }

    /** Its place in the pool, from 0. */
    public int worker() {
      return worker;
    }

    /** Its process id. */
    public long pid() {
      return pid;
    }

    /** How it ended. */
    public Exit exit() {
      return exit;
    }

    /** Its last output lines. */
    public List<String> lastWords() {
      return lastWords;
    }
  }

  /** No worker can be had: it does not start, or dies again and again. */
  public static final class NoWorkers extends PoolException {
    NoWorkers(String message) {
      super(message);
    }
  }

  /** The job was cancelled. */
  public static final class Cancelled extends PoolException {
    Cancelled() {
      super("the job was cancelled");
    }
  }

  /** The pool was closed. */
  public static final class Closed extends PoolException {
    Closed() {
      super("the pool was closed");
    }
  }

  /** The stack trace of another process, as text. */
  public static final class RemoteTrace extends Exception {
    RemoteTrace(String trace) {
      super("in the worker process:\n" + trace, null, false, false);
    }
  }
}
