package speedup.ui.run;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import speedup.measure.PoolEvent;
import speedup.ui.Messages;
import speedup.ui.chart.DensityTrack;
import speedup.ui.chart.TimelineStrip;

/** The lanes of the timeline: one a worker, filled on the pool's threads. Thread-safe. */
final class LaneTracks {
  /** One worker's lane. */
  private static final class Lane {
    // guarded by this
    private final DensityTrack track = new DensityTrack();
    private final List<TimelineStrip.Marker> markers = new ArrayList<>();
    private final DensityTrack.View view = new DensityTrack.View(); // the drawing thread's
    private final long start;
    private boolean starting;

    Lane(long start) {
      this.start = start;
    }

    synchronized void accept(PoolEvent event) {
      switch (event) {
        case PoolEvent.ChunkFinished chunk ->
            track.add(
                Math.max(0, chunk.started() - start),
                chunk.deserialiseNanos(),
                chunk.computeNanos(),
                chunk.serialiseNanos());
        case PoolEvent.Blocked held ->
            track.addBlocked(held.started() - start, Math.max(0, held.at() - held.started()));
        case PoolEvent.Ready ready -> {
          if (starting) { // threads of a process that was there before only say who they are
            starting = false;
            mark(TimelineStrip.Marker.Kind.READY, ready.at());
          }
        }
        case PoolEvent.Died died -> mark(TimelineStrip.Marker.Kind.DEATH, died.at());
        case PoolEvent.Starting _ -> starting = true;
        case PoolEvent.ChunkStarted _,
            PoolEvent.ChunkFailed _,
            PoolEvent.Progress _,
            PoolEvent.Told _,
            PoolEvent.Heartbeat _,
            PoolEvent.Output _,
            PoolEvent.Left _,
            PoolEvent.GaveUp _ -> {}
      }
    }

    private void mark(TimelineStrip.Marker.Kind kind, long at) {
      markers.add(new TimelineStrip.Marker(Math.max(0, at - start) / 1e9, kind));
    }

    synchronized TimelineStrip.Lane look(String label) {
      track.copyInto(view);
      return new TimelineStrip.Lane(label, view, List.copyOf(markers));
    }
  }

  private volatile boolean threads;
  private volatile List<Lane> lanes = List.of();

  /** A new run begins; its lanes are empty. */
  void begin(int workers, long start, boolean ofThreads) {
    threads = ofThreads;
    lanes = Stream.generate(() -> new Lane(start)).limit(workers).toList();
  }

  void accept(PoolEvent event) {
    var present = lanes;
    if (event.worker() < present.size()) {
      present.get(event.worker()).accept(event);
    }
  }

  /** What to draw, lane by lane. */
  List<TimelineStrip.Lane> look() {
    var looks = new ArrayList<TimelineStrip.Lane>();
    for (var lane : lanes) {
      looks.add(
          lane.look(Messages.get(threads ? "run.lane.thread" : "run.lane", looks.size() + 1)));
    }
    return looks;
  }
}
