package speedup.measure;

import java.util.ArrayList;
import java.util.List;

/** Takes down what one worker slot does. Thread-safe; its own lock guards every field. */
final class LaneRecorder {
  private final int worker;
  private final SpanColumns spans = new SpanColumns();
  private final HeartbeatColumns heartbeats = new HeartbeatColumns();
  private final List<WorkerLane.Life> lives = new ArrayList<>();
  private long pid;
  private int process;
  private long items;
  private long busyNanos;
  private int finished;
  private boolean closed;

  // the chunk under way, when the worker told of its beginning
  private boolean open;
  private long openStarted;
  private int openJob;
  private int openChunk;
  private int openItems;

  LaneRecorder(int worker, long pid) {
    this.worker = worker;
    this.pid = pid;
  }

  synchronized void accept(PoolEvent event) {
    if (closed) {
      return;
    }
    switch (event) {
      case PoolEvent.ChunkFinished e -> finished(e);
      case PoolEvent.ChunkStarted e -> {
        open = true;
        openStarted = e.at();
        openJob = e.job();
        openChunk = e.chunk();
        openItems = e.items();
      }
      case PoolEvent.ChunkFailed e -> {
        if (open && openJob == e.job() && openChunk == e.chunk()) {
          abandon(e.at());
        }
      }
      case PoolEvent.Heartbeat e ->
          heartbeats.add(process, e.at(), e.cpuNanos(), e.residentBytes());
      case PoolEvent.Starting e -> live(WorkerLane.Kind.STARTING, e.at(), -1);
      case PoolEvent.Ready e -> {
        pid = e.pid();
        process++;
        live(WorkerLane.Kind.READY, e.at(), e.pid());
      }
      case PoolEvent.Died e -> {
        abandon(e.at());
        live(WorkerLane.Kind.DIED, e.at(), e.pid());
      }
      case PoolEvent.Left e -> {
        abandon(e.at());
        live(WorkerLane.Kind.LEFT, e.at(), e.pid());
      }
      case PoolEvent.Progress _,
          PoolEvent.Told _,
          PoolEvent.Output _,
          PoolEvent.GaveUp _,
          PoolEvent.Blocked _ -> {
        // they take no time of their own; who is blocked is between two chunks, which is waiting
      }
    }
  }

  synchronized WorkerTotals totals() {
    return new WorkerTotals(finished, items, busyNanos);
  }

  /** Ends the recording: later events are ignored, what was under way ends here. */
  synchronized WorkerLane close(long runEnd) {
    if (closed) {
      throw new IllegalStateException("the run was finished before");
    }
    abandon(runEnd);
    closed = true;
    return new WorkerLane(worker, pid, lives, spans, heartbeats);
  }

  private void finished(PoolEvent.ChunkFinished e) {
    if (open && openJob == e.job() && openChunk == e.chunk()) {
      open = false;
    }
    spans.add(
        e.started(),
        e.at(),
        e.deserialiseNanos(),
        e.computeNanos(),
        e.serialiseNanos(),
        e.chunk(),
        e.items());
    finished++;
    items += e.items();
    busyNanos += Math.max(0, e.at() - e.started());
  }

  private void abandon(long at) {
    if (open) {
      open = false;
      long ended = at - openStarted > 0 ? at : openStarted;
      spans.addUnfinished(openStarted, ended, openChunk, openItems);
      busyNanos += ended - openStarted;
    }
  }

  private void live(WorkerLane.Kind kind, long at, long pid) {
    lives.add(new WorkerLane.Life(kind, at, pid));
  }
}
