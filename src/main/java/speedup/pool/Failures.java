package speedup.pool;

import java.util.List;
import speedup.pool.PoolException.NotTransferable;
import speedup.pool.PoolException.NotTransferable.Part;
import speedup.pool.task.ItemFailure;
import speedup.wire.Functions;
import speedup.wire.Message.Failed;
import speedup.wire.Message.Fault;
import speedup.wire.NotSendableException;
import speedup.wire.Throwables;

/** Makes the exceptions for tasks that fail while their worker lives on. */
final class Failures {
  /** So many other failures of the same call are kept beside the first. */
  static final int MAX_SUPPRESSED = 9;

  private static final String OUT_OF_MEMORY = OutOfMemoryError.class.getName();

  private Failures() {}

  /** Whether a worker that reports this can still be trusted with the next chunk. */
  static boolean leavesWorkerSound(Failed failed) {
    return !failed.type().equals(OUT_OF_MEMORY);
  }

  static PoolException of(Failed failed, Job job, Circumstances where) {
    var failure =
        new ItemFailure(failed.type(), failed.text(), failed.stackTrace(), failed.thrown());
    if (failed.fault() != Fault.NOT_INITIALIZED && !leavesWorkerSound(failed)) {
      return new PoolException.OutOfMemory(false, failed.text(), where);
    }
    return switch (failed.fault()) {
      case THREW -> threw(job, failure, where);
      case NOT_INITIALIZED ->
          new PoolException.StartFailed(
              "the initializer failed in %s with %s: %s"
                  .formatted(where.who(), failed.type(), failed.text()),
              where,
              cause(failure, job));
      case UNREADABLE ->
          new NotTransferable(
              Part.ARGUMENT,
              true,
              "",
              "%s could not be rebuilt in the worker: %s".formatted(where.work(), said(failure)),
              where,
              cause(failure, job));
      case UNSENDABLE ->
          new NotTransferable(
              Part.RESULT,
              true,
              "",
              "the result of %s on %s cannot be sent back: %s"
                  .formatted(where.task(), where.argument(), said(failure)),
              where,
              cause(failure, job));
    };
  }

  private static String said(ItemFailure failure) {
    return failure.text().isEmpty() ? failure.type() : failure.text();
  }

  /** One item of a chunk threw. */
  static PoolException threw(Job job, ItemFailure failure, int worker, long pid, String argument) {
    return threw(
        job,
        failure,
        new Circumstances(
            "worker " + (worker + 1), pid, job.terms.name(), argument, 1, -1, -1, -1, List.of()));
  }

  private static PoolException threw(Job job, ItemFailure failure, Circumstances where) {
    return new PoolException.TaskThrew(failure.type(), failure.text(), where, cause(failure, job));
  }

  /** What was thrown, if it can be rebuilt; else its stack trace as text. */
  private static Throwable cause(ItemFailure failure, Job job) {
    if (failure.thrown().length > 0 && job != null) {
      var rebuilt = Throwables.fromBytes(failure.thrown(), job.terms.filter(), job.terms.loader());
      if (rebuilt.isPresent()) {
        return rebuilt.get();
      }
    }
    return new PoolException.RemoteTrace(failure.trace());
  }

  static PoolException functionNotSendable(String name, NotSendableException e) {
    return new NotTransferable(
        Part.FUNCTION,
        false,
        e.path(),
        "the function: " + e.getMessage(),
        Circumstances.inParent(name, ""),
        e);
  }

  /** A task of the JDK's types, which do not ask that it can be sent. */
  static PoolException taskNotSerializable(Object task) {
    var name = Functions.name(task);
    return new NotTransferable(
        Part.FUNCTION,
        false,
        "",
        ("%s cannot be sent to another process, as it is not Serializable; declare it as a"
                + " TaskCallable or TaskRunnable, or cast it: (Callable<T> & Serializable)")
            .formatted(name),
        Circumstances.inParent(name, ""),
        null);
  }

  /** An argument could not be made or written. */
  static PoolException argument(String name, String argument, Throwable e) {
    return new NotTransferable(
        Part.ARGUMENT,
        false,
        e instanceof NotSendableException unsendable ? unsendable.path() : "",
        "the argument %s: %s".formatted(argument, e.getMessage() == null ? e : e.getMessage()),
        Circumstances.inParent(name, argument),
        e);
  }

  /** A result arrived and could not be rebuilt, or was not taken. */
  static PoolException result(String what, Throwable e, Circumstances where) {
    return new NotTransferable(
        Part.RESULT,
        false,
        "",
        "the result of %s on %s %s: %s"
            .formatted(
                where.task(), where.argument(), what, e.getMessage() == null ? e : e.getMessage()),
        where,
        e);
  }
}
