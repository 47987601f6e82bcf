package speedup.pool;

import java.time.Duration;

/**
 * Why a task, or a whole job, failed. Each kind is a type with its own facts; {@link
 * #circumstances} tells where it happened and what the process was like.
 */
public abstract sealed class PoolException extends RuntimeException {
  private final Circumstances circumstances;

  private PoolException(String message, Circumstances circumstances, Throwable cause) {
    super(message, cause);
    this.circumstances = circumstances;
  }

  /** Worker, process, task, memory and last words; {@link Circumstances#NONE} in the parent. */
  public Circumstances circumstances() {
    return circumstances;
  }

  /**
   * The task threw. The cause is what it threw, with the stack trace of the worker, where that can
   * be rebuilt here; otherwise a {@link RemoteTrace} with the trace as text.
   */
  public static final class TaskThrew extends PoolException {
    private final String type;

    TaskThrew(String type, String text, Circumstances where, Throwable cause) {
      super(
          "%s threw %s%s%s"
              .formatted(
                  where.task().isEmpty() ? "the task" : where.work(),
                  type,
                  text.isEmpty() ? "" : ": " + text,
                  where.pid() < 0 ? "" : " (in " + where.who() + ")"),
          where,
          cause);
      this.type = type;
    }

    /** Class name of what it threw. */
    public String type() {
      return type;
    }
  }

  /** Something could not cross between the processes. */
  public static final class NotTransferable extends PoolException {
    /** What it was. */
    public enum Part {
      /** The function itself. */
      FUNCTION,
      /** An argument. */
      ARGUMENT,
      /** A result, or the place where results go. */
      RESULT
    }

    private final Part part;
    private final boolean inWorker;
    private final String path;

    NotTransferable(
        Part part,
        boolean inWorker,
        String path,
        String message,
        Circumstances where,
        Throwable cause) {
      super(message, where, cause);
      this.part = part;
      this.inWorker = inWorker;
      this.path = path;
    }

    /** What it was that could not cross. */
    public Part part() {
      return part;
    }

    /** Whether it was the worker that could not write or rebuild it; the parent otherwise. */
    public boolean inWorker() {
      return inWorker;
    }

    /** The way to the field, such as {@code Task.config.logger}; empty when that is not known. */
    public String path() {
      return path;
    }
  }

  /** The task, or a wait for several tasks, took longer than it may. */
  public static final class TimedOut extends PoolException {
    private final Duration limit;

    TimedOut(Duration limit, Circumstances where) {
      super(
          "%s was stopped after %s%s; allow more time or give it less to do"
              .formatted(where.who(), inSeconds(limit), where.doing()),
          where,
          null);
      this.limit = limit;
    }

    /** Somebody waited in this process for what did not come. */
    TimedOut(Duration limit, String what) {
      super(
          "%s within %s; allow more time or give it less to do".formatted(what, inSeconds(limit)),
          Circumstances.NONE,
          null);
      this.limit = limit;
    }

    /** How long it was allowed to take. */
    public Duration limit() {
      return limit;
    }
  }

  /** Common to all ends of a worker's process that were not asked for. */
  public abstract static sealed class WorkerDied extends PoolException
      permits WorkerExited, WorkerKilled, NativeCrash, OutOfMemory {
    private WorkerDied(String message, Circumstances where) {
      super(message, where, null);
    }
  }

  /** The task, or something it called, ended the worker's process. */
  public static final class WorkerExited extends WorkerDied {
    private final int code;
    private final boolean halted;

    WorkerExited(int code, boolean halted, Circumstances where) {
      super(
          "%s called %s(%d)%s%s; take that call out: a task ends by what it returns or throws"
              .formatted(
                  where.who(),
                  halted ? "Runtime.halt" : "System.exit",
                  code,
                  where.doing(),
                  where.more()),
          where);
      this.code = code;
      this.halted = halted;
    }

    /** Its exit code. */
    public int code() {
      return code;
    }

    /** Whether it ended without running its shutdown hooks. */
    public boolean halted() {
      return halted;
    }
  }

  /** The worker's process was ended by a signal. */
  public static final class WorkerKilled extends WorkerDied {
    private final String signal;

    WorkerKilled(String signal, String because, Circumstances where) {
      super(
          "%s was killed by %s%s%s%s"
              .formatted(
                  where.who(),
                  signal,
                  because.isEmpty() ? "" : ", because " + because,
                  where.doing(),
                  where.more()),
          where);
      this.signal = signal;
    }

    /** The signal, such as {@code SIGKILL}. */
    public String signal() {
      return signal;
    }
  }

  /** The JVM of the worker crashed in native code. */
  public static final class NativeCrash extends WorkerDied {
    private final String report;

    NativeCrash(String headline, String report, Circumstances where) {
      super(
          "the JVM of %s crashed%s: %s%s"
              .formatted(where.who(), where.doing(), headline, where.more()),
          where);
      this.report = report;
    }

    /** The JVM's error report, which it would otherwise write to a file hs_err. */
    public String report() {
      return report;
    }
  }

  /** The task, or the machine, ran out of memory. The worker was replaced. */
  public static final class OutOfMemory extends WorkerDied {
    private final boolean machine;

    OutOfMemory(boolean machine, String text, Circumstances where) {
      super(
          machine
              ? "the system killed %s because the machine ran out of memory%s%s"
                  .formatted(where.who(), where.doing(), where.more())
              : "%s ran out of memory (%s)%s%s; raise the limit or give it less to do"
                  .formatted(where.who(), text, where.doing(), where.more()),
          where);
      this.machine = machine;
    }

    /** Whether the machine ran out of memory; the worker's own heap otherwise. */
    public boolean machine() {
      return machine;
    }
  }

  /** Base of the failures in which no worker can be had. */
  public abstract static sealed class NoWorkers extends PoolException
      permits StartFailed, CrashLoop {
    private NoWorkers(String message, Circumstances where, Throwable cause) {
      super(message, where, cause);
    }
  }

  /** A worker's process does not start, or its initializer fails. */
  public static final class StartFailed extends NoWorkers {
    StartFailed(String message, Circumstances where, Throwable cause) {
      super(message, where, cause);
    }
  }

  /** A worker died again and again and was not started once more. */
  public static final class CrashLoop extends NoWorkers {
    private final int deaths;
    private final Duration window;

    CrashLoop(int deaths, Duration window, String why, Circumstances where) {
      super(
          "%s died %d times within %s and was not started again (%s)"
              .formatted(where.worker(), deaths, inSeconds(window), why),
          where,
          null);
      this.deaths = deaths;
      this.window = window;
    }

    /** How often it died. */
    public int deaths() {
      return deaths;
    }

    /** Within which time. */
    public Duration window() {
      return window;
    }
  }

  /** The task or the job was cancelled, or the thread interrupted that waited for it. */
  public static final class Cancelled extends PoolException {
    Cancelled() {
      this("the job was cancelled");
    }

    Cancelled(String message) {
      super(message, Circumstances.NONE, null);
    }
  }

  /** The pool was closed. */
  public static final class Closed extends PoolException {
    Closed() {
      super("the pool was closed", Circumstances.NONE, null);
    }
  }

  /** The stack trace of another process, as text. */
  public static final class RemoteTrace extends Exception {
    /** Of a stack trace as text. */
    public RemoteTrace(String trace) {
      super("in the worker process:\n" + trace, null, false, false);
    }
  }

  static String inSeconds(Duration time) {
    return "%.3f s".formatted(time.toNanos() / 1e9).replaceAll("[.,]?0+ s", " s");
  }
}
