package speedup.cli;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import speedup.measure.EngineKind;

/** Engines by the names that people type, and in the words of reports. */
final class EngineNames {
  private EngineNames() {}

  static EngineKind find(String name) throws CliException {
    var known = EngineKind.of(name);
    if (known.isPresent()) {
      return known.get();
    }
    var ids = Stream.of(EngineKind.values()).map(EngineKind::id).toList();
    throw new CliException(
        CliException.USAGE,
        "--engine \"%s\" is not one of %s%s"
            .formatted(
                name,
                ids.stream().collect(Collectors.joining(", ")),
                Closest.to(name, ids).map(id -> "; did you mean \"" + id + "\"?").orElse("")));
  }

  /** What ran, such as "2 processes". */
  static String running(EngineKind engine, int workers) {
    return switch (engine) {
      case SEQUENTIAL -> "sequential";
      case PROCESSES -> workers == 1 ? "1 process" : workers + " processes";
      case THREADS -> workers == 1 ? "1 thread" : workers + " threads";
      case THREADS_ONE_LOCK -> running(EngineKind.THREADS, workers) + ", 1 lock";
      case PYTHON -> workers + " in Python";
    };
  }

  /** What it is, in a line of a list. */
  static String summary(EngineKind engine) {
    return switch (engine) {
      case SEQUENTIAL -> "the plain loop in one process: what all others are compared with";
      case PROCESSES -> "worker processes that take chunks from this one";
      case THREADS -> "threads of one worker process that share the chunks";
      case THREADS_ONE_LOCK ->
          "the same threads behind one lock, as CPython's interpreter lock: one computes, any wait";
      case PYTHON -> "the machine's CPython: worker processes of its multiprocessing.Pool";
    };
  }
}
