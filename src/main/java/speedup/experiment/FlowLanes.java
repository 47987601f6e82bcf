package speedup.experiment;

import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import speedup.measure.PoolEvent;
import speedup.measure.TraceRecorder;

/**
 * Makes the batches of a flow appear as chunks. The pool knows of one long chunk for each part,
 * which is not passed on: in it a part works, waits for the others, and works again. Thread-safe,
 * as the recorder and the listener are.
 */
final class FlowLanes implements Consumer<PoolEvent> {
  private static final int NOBODY = -1;

  private final TraceRecorder recorder;
  private final Consumer<PoolEvent> listener;
  private final Map<Integer, Integer> workers = new ConcurrentHashMap<>();
  private volatile String gaveUp;

  FlowLanes(TraceRecorder recorder, Consumer<PoolEvent> listener) {
    this.recorder = recorder;
    this.listener = listener;
  }

  TraceRecorder recorder() {
    return recorder;
  }

  /** Who is at a part; -1 for nobody. */
  int worker(int part) {
    return workers.getOrDefault(part, NOBODY);
  }

  /** Why a place of the pool has no process any more; null while all have. */
  String gaveUp() {
    return gaveUp;
  }

  @Override
  public void accept(PoolEvent event) {
    switch (event) {
      case PoolEvent.ChunkStarted e -> workers.put(e.chunk(), e.worker());
      case PoolEvent.ChunkFinished e -> workers.remove(e.chunk(), e.worker());
      case PoolEvent.ChunkFailed e -> workers.remove(e.chunk(), e.worker());
      case PoolEvent.Told e -> FlowNews.read(e.numbers(), e.at(), news -> pass(event(e, news)));
      case PoolEvent.Died e -> {
        workers.values().remove(e.worker());
        pass(withoutChunk(e));
      }
      case PoolEvent.GaveUp e -> {
        gaveUp = e.reason();
        pass(e);
      }
      case PoolEvent.Starting _,
          PoolEvent.Ready _,
          PoolEvent.Left _,
          PoolEvent.Heartbeat _,
          PoolEvent.Output _,
          PoolEvent.Progress _,
          PoolEvent.Blocked _ ->
          pass(event);
    }
  }

  /** What it was working on is a part, not a chunk: nothing of it is lost, and it is run again. */
  private static PoolEvent withoutChunk(PoolEvent.Died e) {
    return new PoolEvent.Died(
        e.worker(),
        e.at(),
        e.pid(),
        e.exit(),
        e.why(),
        OptionalInt.empty(),
        e.retried(),
        e.lastWords());
  }

  private static PoolEvent event(PoolEvent.Told told, FlowNews news) {
    return switch (news) {
      case FlowNews.Worked n ->
          new PoolEvent.ChunkFinished(
              told.worker(),
              n.to(),
              told.job(),
              n.batch(),
              n.items(),
              n.from(),
              0,
              n.to() - n.from(),
              0,
              0,
              0);
      case FlowNews.Blocked n -> new PoolEvent.Blocked(told.worker(), n.to(), n.from());
    };
  }

  private void pass(PoolEvent event) {
    recorder.accept(event);
    listener.accept(event);
  }
}
