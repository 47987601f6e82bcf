package speedup.experiment;

import java.util.Optional;
import speedup.measure.EngineKind;
import speedup.workload.InputException;
import speedup.workload.Workload;
import speedup.workload.Workloads;

/** Which engines can run a workload: known before anything is prepared, and asked nowhere else. */
final class EngineFit {
  private EngineFit() {}

  /** Why an engine cannot run a workload on any machine, one sentence; empty where it can. */
  static Optional<String> refusal(Workload workload, EngineKind engine) {
    return switch (engine) {
      case SEQUENTIAL, PROCESSES -> Optional.empty();
      case THREADS, THREADS_ONE_LOCK -> forThreads(workload);
      case PYTHON -> forPython(workload);
    };
  }

  /** What is a chain is not cut into chunks, which threads would share. */
  private static Optional<String> forThreads(Workload workload) {
    return workload.isChain()
        ? Optional.of(
            "%s is a chain of processes, which threads cannot run; leave out threads and threads-one-lock"
                .formatted(workload.id()))
        : Optional.empty();
  }

  private static Optional<String> forPython(Workload workload) {
    if (workload.hasPython()) {
      return Optional.empty();
    }
    var ids = Workloads.all().stream().filter(Workload::hasPython).map(Workload::id).toList();
    return Optional.of(
        "%s has no counterpart in Python; leave the engine python out, or run one of %s"
            .formatted(workload.id(), String.join(", ", ids)));
  }

  /**
   * Refuses a request whose workload one of its engines cannot run, or not here.
   *
   * @param python told of only where Python is asked for: looking for it takes a moment
   */
  static void check(RunRequest request, Workload workload, PythonSource python)
      throws InputException {
    for (var engine : request.engines()) {
      var refusal = refusal(workload, engine);
      if (refusal.isEmpty() && engine == EngineKind.PYTHON) {
        refusal = python.unavailable();
      }
      if (refusal.isPresent()) {
        throw new InputException(null, refusal.get());
      }
    }
    if (workload.isChain() && request.chunk().isPresent()) {
      throw new InputException(
          null,
          "%s is not cut into chunks; leave the chunk on auto and set how much is handed on instead"
              .formatted(workload.id()));
    }
  }
}
