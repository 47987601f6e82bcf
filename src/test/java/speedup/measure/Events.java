package speedup.measure;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Short forms of worker events. */
final class Events {
  private Events() {}

  static WorkerEvent starting(int worker, long at) {
    return new WorkerEvent.Starting(worker, at);
  }

  static WorkerEvent ready(int worker, long at, long pid) {
    return new WorkerEvent.Ready(worker, at, pid, 0);
  }

  static WorkerEvent begun(int worker, long at, int chunk, int items) {
    return new WorkerEvent.ChunkStarted(worker, at, 1, chunk, items);
  }

  /** A chunk whose three phases follow each other without a gap. */
  static WorkerEvent chunk(
      int worker, long started, long read, long computed, long written, int chunk, int items) {
    return new WorkerEvent.ChunkFinished(
        worker,
        started + read + computed + written,
        1,
        chunk,
        items,
        started,
        read,
        computed,
        written,
        0,
        0);
  }

  static WorkerEvent failed(int worker, long at, int chunk) {
    return new WorkerEvent.ChunkFailed(worker, at, 1, chunk, "it cannot be divided by zero");
  }

  static WorkerEvent died(int worker, long at, long pid) {
    return new WorkerEvent.Died(
        worker,
        at,
        pid,
        new Exit(137, Optional.of("SIGKILL")),
        "killed",
        OptionalInt.empty(),
        true,
        List.of());
  }

  static WorkerEvent heartbeat(int worker, long at, long cpuNanos, long resident) {
    return new WorkerEvent.Heartbeat(worker, at, cpuNanos, 1, 2, resident);
  }
}
