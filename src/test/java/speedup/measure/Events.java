package speedup.measure;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Short forms of worker events. */
final class Events {
  private Events() {}

  static PoolEvent starting(int worker, long at) {
    return new PoolEvent.Starting(worker, at);
  }

  static PoolEvent ready(int worker, long at, long pid) {
    return new PoolEvent.Ready(worker, at, pid, 0);
  }

  static PoolEvent begun(int worker, long at, int chunk, int items) {
    return new PoolEvent.ChunkStarted(worker, at, 1, chunk, items);
  }

  /** A chunk whose three phases follow each other without a gap. */
  static PoolEvent chunk(
      int worker, long started, long read, long computed, long written, int chunk, int items) {
    return new PoolEvent.ChunkFinished(
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

  static PoolEvent failed(int worker, long at, int chunk) {
    return new PoolEvent.ChunkFailed(worker, at, 1, chunk, "it cannot be divided by zero");
  }

  static PoolEvent died(int worker, long at, long pid) {
    return new PoolEvent.Died(
        worker,
        at,
        pid,
        new Exit(137, Optional.of("SIGKILL")),
        "killed",
        OptionalInt.empty(),
        true,
        List.of());
  }

  static PoolEvent heartbeat(int worker, long at, long cpuNanos, long resident) {
    return new PoolEvent.Heartbeat(worker, at, cpuNanos, 1, 2, resident);
  }
}
