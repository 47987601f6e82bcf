package speedup.experiment;

import speedup.pool.PoolException;
import speedup.workload.OwnTaskException;
import speedup.workload.SlowJarException;
import speedup.workload.TaskWatch;

/** Why a run failed, in a sentence for the person whose code it may have been. */
final class OwnFailure {
  private OwnFailure() {}

  /** What is said of a step that took too long, or of a mistake of the program or of a jar. */
  static String sentence(Throwable failure) {
    return failure instanceof SlowJarException
        ? failure.getMessage()
        : "the run broke off: " + failure;
  }

  /** What the person's own task says about it, or what the pool says. */
  static String sentence(PoolException failure) {
    var worker = failure.circumstances().worker();
    if (failure.getCause() instanceof OwnTaskException own) {
      return own.getMessage() + (worker.isEmpty() ? "" : " (in " + worker + ")");
    }
    if (failure instanceof PoolException.WorkerExited exited
        && exited.code() == TaskWatch.EXIT_CODE) {
      return failure.circumstances().lastWords().stream()
          .filter(line -> line.startsWith(TaskWatch.LAST_WORDS))
          .reduce((_, last) -> last)
          .map(line ->
              line.substring(TaskWatch.LAST_WORDS.length())
                  + " (%s was ended for that)".formatted(worker))
          .orElse(failure.getMessage());
    }
    return failure.getMessage();
  }
}
