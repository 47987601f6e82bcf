package speedup.experiment;

import speedup.measure.EngineKind;
import speedup.workload.InputException;
import speedup.workload.Workload;
import speedup.workload.Workloads;

/** Whether the engines of a request can run its workload. */
record EngineFit(RunRequest request, Workload workload) {
  boolean withPython() {
    return request.engines().contains(EngineKind.PYTHON);
  }

  /** Refuses a workload without a counterpart in Python, and a machine without Python. */
  void checkPython(PythonSource python) throws InputException {
    if (!withPython()) {
      return;
    }
    if (!workload.hasPython()) {
      var ids = Workloads.all().stream().filter(Workload::hasPython).map(Workload::id).toList();
      throw new InputException(
          null,
          "%s has no counterpart in Python; leave the engine python out, or run one of %s"
              .formatted(workload.id(), String.join(", ", ids)));
    }
    var why = python.unavailable();
    if (why.isPresent()) {
      throw new InputException(null, why.get());
    }
  }

  /** What has a flow is not cut into chunks, which threads would share. */
  void checkFlow(Work work) throws InputException {
    if (work.flow().isEmpty()) {
      return;
    }
    if (request.engines().stream().anyMatch(EngineKind::threads)) {
      throw new InputException(
          null,
          "%s is a chain of processes, which threads cannot run; leave out threads and threads-one-lock"
              .formatted(workload.id()));
    }
    if (request.chunk().isPresent()) {
      throw new InputException(
          null,
          "%s is not cut into chunks; leave the chunk on auto and set how much is handed on instead"
              .formatted(workload.id()));
    }
  }
}
