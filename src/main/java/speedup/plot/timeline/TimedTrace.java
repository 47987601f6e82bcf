package speedup.plot.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import speedup.measure.Gap;
import speedup.measure.LaneProfile;
import speedup.measure.LaneTimes;
import speedup.measure.RunTrace;
import speedup.measure.Wait;
import speedup.measure.Waits;
import speedup.measure.WorkerLane;
import speedup.plot.Texts;

/**
 * A run with everything that makes looking at any part of it fast. Takes time to make, some tens of
 * nanoseconds a chunk. Immutable; times are nanoseconds since the run started.
 */
public final class TimedTrace {
  private final String title;
  private final boolean threads;
  private final RunTrace trace;
  private final List<LaneProfile> profiles = new ArrayList<>();
  private final Waits waits;
  private final long chunks;
  private final long firstStart;

  /**
   * A run to look at.
   *
   * @param title what it is called where two are compared
   * @param threads whether its workers were threads of one process
   */
  public TimedTrace(String title, boolean threads, RunTrace trace) {
    this.title = title;
    this.threads = threads;
    this.trace = trace;
    trace.lanes().forEach(lane -> profiles.add(trace.profile(lane)));
    waits = new Waits(trace, profiles);
    long count = 0;
    long earliest = workLength();
    for (var profile : profiles) {
      count += profile.endOfChunks() - profile.firstChunk();
      if (profile.endOfChunks() > profile.firstChunk()) {
        earliest = Math.min(earliest, profile.started(profile.firstChunk()));
      }
    }
    chunks = count;
    firstStart = earliest;
  }

  /** What it is called. */
  public String title() {
    return title;
  }

  /** The run itself. */
  public RunTrace trace() {
    return trace;
  }

  /** How many workers took part. */
  public int lanes() {
    return profiles.size();
  }

  /** What a worker did. */
  public WorkerLane lane(int index) {
    return trace.lanes().get(index);
  }

  /** Where the time of a worker went. */
  public LaneProfile profile(int index) {
    return profiles.get(index);
  }

  /** What a worker is called, such as "worker 1". */
  public String name(int lane) {
    int number = lane(lane).worker() + 1;
    return Texts.say(
        threads ? "timeline.lane.thread" : "timeline.lane.worker", Integer.toString(number));
  }

  /** The whole run. */
  public TimeWindow all() {
    return TimeWindow.all(trace.runEnd() - trace.runStart());
  }

  /** When all chunks were done. */
  public long workLength() {
    return trace.workEnd() - trace.runStart();
  }

  /** When the first chunk began. */
  public long firstStart() {
    return firstStart;
  }

  /** Whether processes were started in the run before it could do anything. */
  public boolean cold() {
    return profiles.stream()
        .flatMap(profile -> profile.stretches().stream())
        .anyMatch(stretch -> stretch.gap() == Gap.START && stretch.from() < firstStart);
  }

  /** Chunks of the run, those that did not come to their end included. */
  public long chunks() {
    return chunks;
  }

  /** Chunks that lie in a stretch of time, at least partly. */
  public long chunksIn(TimeWindow window) {
    long sum = 0;
    for (var profile : profiles) {
      sum += chunksIn(profile, window);
    }
    return sum;
  }

  static int chunksIn(LaneProfile profile, TimeWindow window) {
    int first = profile.chunkAt(window.from());
    int end = profile.chunkAt(window.to());
    boolean reaches = end < profile.endOfChunks() && profile.started(end) < window.to();
    return end - first + (reaches ? 1 : 0);
  }

  /** Where the time of all workers went in a stretch of it. */
  public LaneTimes times(TimeWindow window) {
    var sum = new LaneTimes();
    profiles.forEach(profile -> profile.add(window.from(), window.to(), sum));
    return sum;
  }

  /** Items finished in a stretch of time. */
  public long items(TimeWindow window) {
    return profiles.stream().mapToLong(profile -> profile.items(window.from(), window.to())).sum();
  }

  /** The wait before a chunk of a lane, or after its last one. */
  public Optional<Wait> wait(int lane, int chunk) {
    return waits.before(lane, chunk);
  }

  /** The process that held a worker's place at a moment; -1 where that was never told. */
  public long pid(int lane, long time) {
    long before = -1;
    for (var life : lane(lane).lives()) {
      if (life.pid() >= 0) {
        if (life.at() - trace.runStart() > time) {
          return before >= 0 || life.kind() == WorkerLane.Kind.READY ? before : life.pid();
        }
        before = life.pid();
      }
    }
    return before >= 0 ? before : lane(lane).pid();
  }
}
