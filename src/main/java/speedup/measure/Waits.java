package speedup.measure;

import java.util.List;
import java.util.Optional;

/**
 * Finds what ended the waits of a run, from the times of its chunks and processes alone. Immutable.
 */
public final class Waits {
  /** So many chunks that ended in a wait are looked at for the one that was handed on. */
  private static final int MOST_LOOKED_AT = 64;

  private final RunTrace trace;
  private final List<LaneProfile> profiles;

  /**
   * The waits of a run.
   *
   * @param profiles of its lanes, in their order
   */
  public Waits(RunTrace trace, List<LaneProfile> profiles) {
    this.trace = trace;
    this.profiles = List.copyOf(profiles);
  }

  /**
   * The wait before a chunk.
   *
   * @param chunk its index in its lane; the end of the lane's chunks for what comes after the last
   * @return empty where the worker did not wait
   */
  public Optional<Wait> before(int lane, int chunk) {
    var profile = profiles.get(lane);
    long from = chunk == profile.firstChunk() ? 0 : profile.ended(chunk - 1);
    boolean tail = chunk == profile.endOfChunks();
    long to = tail ? trace.workEnd() - trace.runStart() : profile.started(chunk);
    if (to <= from) {
      return Optional.empty();
    }
    return Optional.of(tail ? untilTheLast(lane, from, to) : untilAChunk(lane, chunk, from, to));
  }

  private Wait untilTheLast(int own, long from, long to) {
    int last = own;
    long ended = -1;
    for (int lane = 0; lane < profiles.size(); lane++) {
      var profile = profiles.get(lane);
      int end = profile.endOfChunks();
      if (end > profile.firstChunk() && profile.ended(end - 1) > ended) {
        ended = profile.ended(end - 1);
        last = lane;
      }
    }
    if (ended <= from) {
      return new Wait(from, to, Wait.Cause.LAST_CHUNK, to, Wait.PARENT, -1);
    }
    int chunk = profiles.get(last).endOfChunks() - 1;
    return new Wait(from, to, Wait.Cause.LAST_CHUNK, ended, last, chunk);
  }

  private Wait untilAChunk(int lane, int chunk, long from, long to) {
    return untilAProcess(lane, from, to)
        .or(() -> untilAStage(lane, from, to))
        .or(() -> untilHandedOn(lane, chunk, from, to))
        .orElseGet(() -> new Wait(from, to, Wait.Cause.HANDED_OUT, to, Wait.PARENT, -1));
  }

  private Optional<Wait> untilAProcess(int lane, long from, long to) {
    boolean gone = false;
    Optional<Wait> found = Optional.empty();
    for (var life : trace.lanes().get(lane).lives()) {
      long at = life.at() - trace.runStart();
      switch (life.kind()) {
        case DIED, LEFT -> gone = true;
        case READY -> {
          if (at > from && at <= to) {
            var cause = gone ? Wait.Cause.RESTARTED : Wait.Cause.STARTED;
            found = Optional.of(new Wait(from, to, cause, at, lane, -1));
          }
        }
        case STARTING -> {}
      }
    }
    return found;
  }

  /** The last chunk of all others that ended in the wait, if none was under way at its end. */
  private Optional<Wait> untilAStage(int own, long from, long to) {
    int last = -1;
    long ended = from;
    for (int lane = 0; lane < profiles.size(); lane++) {
      var profile = profiles.get(lane);
      int before = profile.chunkAt(to) - 1;
      if (lane != own && before >= profile.firstChunk() && profile.ended(before) > ended) {
        ended = profile.ended(before);
        last = lane;
      }
    }
    if (last < 0) {
      return Optional.empty();
    }
    for (int lane = 0; lane < profiles.size(); lane++) {
      var profile = profiles.get(lane);
      int next = profile.chunkAt(ended);
      if (lane != own && next < profile.endOfChunks() && profile.started(next) < ended) {
        return Optional.empty();
      }
    }
    int chunk = profiles.get(last).chunkAt(to) - 1;
    return Optional.of(new Wait(from, to, Wait.Cause.STAGE, ended, last, chunk));
  }

  private Optional<Wait> untilHandedOn(int own, int chunk, long from, long to) {
    int number = trace.lanes().get(own).chunk(chunk);
    for (int lane = 0; lane < profiles.size(); lane++) {
      if (lane == own) {
        continue;
      }
      var profile = profiles.get(lane);
      int last = profile.chunkAt(to) - 1;
      int lowest = Math.max(profile.firstChunk(), last - MOST_LOOKED_AT + 1);
      for (int i = last; i >= lowest && profile.ended(i) > from; i--) {
        if (trace.lanes().get(lane).chunk(i) == number) {
          long at = profile.ended(i);
          return Optional.of(new Wait(from, to, Wait.Cause.HANDED_ON, at, lane, i));
        }
      }
    }
    return Optional.empty();
  }
}
