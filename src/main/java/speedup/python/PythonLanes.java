package speedup.python;

import java.util.Arrays;
import java.util.function.Consumer;
import speedup.measure.PoolEvent;

/** Turns what the script tells in one job into the events of a pool. For one thread. */
final class PythonLanes {
  /** A chunk that runs for longer is told of, so that it is seen running. */
  private static final long LONG_CHUNK_NANOS = 5_000_000;

  private static final long BEAT_NANOS = 100_000_000;

  private final PythonJob job;
  private final long offset;
  private final Consumer<PoolEvent> listener;
  private final Lane[] lanes;

  /** A worker. */
  private static final class Lane {
    int chunkTold = -1;
    long beatAt;
    long resident = -1;
    boolean heard;
    PythonMessage.Done last;
  }

  PythonLanes(PythonJob job, long offset, Consumer<PoolEvent> listener, int workers) {
    this.job = job;
    this.offset = offset;
    this.listener = listener;
    lanes = new Lane[workers];
    Arrays.setAll(lanes, _ -> new Lane());
  }

  boolean knows(int worker) {
    return worker >= 0 && worker < lanes.length;
  }

  /** A chunk is under way. */
  void started(PythonMessage.Running chunk) {
    var lane = lanes[chunk.worker()];
    var at = chunk.since() + offset;
    if (lane.chunkTold != chunk.chunk() && System.nanoTime() - at > LONG_CHUNK_NANOS) {
      lane.chunkTold = chunk.chunk();
      listener.accept(
          new PoolEvent.ChunkStarted(
              chunk.worker(),
              at,
              job.number(),
              chunk.chunk(),
              job.items().applyAsInt(chunk.chunk())));
    }
  }

  /** A chunk is done. */
  void done(PythonMessage.Done done) {
    var lane = lanes[done.worker()];
    if (!lane.heard) {
      lane.heard = true; // what it had used before counts for nothing
      lane.resident = done.resident();
      beat(done.worker(), done.began(), done.cpuBefore());
    }
    listener.accept(
        new PoolEvent.ChunkFinished(
            done.worker(),
            done.ended() + offset,
            job.number(),
            done.chunk(),
            job.items().applyAsInt(done.chunk()),
            done.began() + offset,
            0,
            done.computed() - done.began(),
            done.ended() - done.computed(),
            0,
            done.bytes()));
    lane.resident = done.resident() < 0 ? lane.resident : done.resident();
    lane.last = done;
    if (done.ended() - lane.beatAt > BEAT_NANOS) {
      beat(done.worker(), done.ended(), done.cpuAfter());
    }
  }

  /** Tells what was not told yet. */
  void end() {
    for (var worker = 0; worker < lanes.length; worker++) {
      var last = lanes[worker].last;
      if (last != null && last.ended() != lanes[worker].beatAt) {
        beat(worker, last.ended(), last.cpuAfter());
      }
    }
  }

  private void beat(int worker, long at, long cpuNanos) {
    lanes[worker].beatAt = at;
    listener.accept(
        new PoolEvent.Heartbeat(worker, at + offset, cpuNanos, -1, -1, lanes[worker].resident));
  }
}
