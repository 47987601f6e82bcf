package speedup.measure;

/**
 * Walks along one lane of a run and gives every nanosecond to one part of the breakdown:
 *
 * <ul>
 *   <li>start: no process yet, until it is ready; 0 for a process that was there before
 *   <li>warm-up: from there to its first chunk
 *   <li>serialise and compute: inside chunks; a chunk that did not finish is all compute
 *   <li>idle tail: after the last chunk, until all chunks of the run are finished
 *   <li>merge: from there to the end
 *   <li>waiting: the rest
 * </ul>
 *
 * Each step goes from where the one before ended, so the parts add up whatever the events say.
 */
final class LaneSweep {
  private final WorkerLane lane;
  private final long runStart;
  private final long workLength;
  private final LaneSink sink;
  private final int firstSpan;
  private final int endOfSpans;
  private final int lastBeginning;

  // how far the walk is; all positions are nanoseconds after runStart, which makes them comparable
  private long position;
  private int nextSpan;
  private int nextLife;
  private State state;

  /** What the slot holds. */
  private enum State {
    ABSENT,
    STARTING,
    FRESH,
    WARM
  }

  private LaneSweep(WorkerLane lane, long runStart, long workEnd, LaneSink sink) {
    this.lane = lane;
    this.sink = sink;
    this.runStart = runStart;
    workLength = workEnd - runStart;
    firstSpan = lane.firstEndingAfter(runStart);
    int end = lane.chunks();
    while (end > firstSpan && lane.started(end - 1) - runStart >= workLength) {
      end--;
    }
    endOfSpans = end;
    nextSpan = firstSpan;
    lastBeginning = lastBeginning();
    state = stateAtStart();
  }

  static LaneTimes of(WorkerLane lane, long runStart, long workEnd, long runEnd) {
    var times = new LaneTimes();
    walk(lane, runStart, workEnd, runEnd, times);
    return times;
  }

  /** Tells a sink of every nanosecond of the run, once. */
  static void walk(WorkerLane lane, long runStart, long workEnd, long runEnd, LaneSink sink) {
    new LaneSweep(lane, runStart, workEnd, sink).walk();
    sink.gap(Gap.MERGE, workEnd - runStart, runEnd - runStart);
  }

  private void walk() {
    while (nextLife < lane.lives().size() || nextSpan < endOfSpans) {
      if (nextSpan == endOfSpans || (nextLife < lane.lives().size() && lifeComesFirst())) {
        pass(lane.lives().get(nextLife));
      } else {
        run(nextSpan);
        nextSpan++;
        state = State.WARM;
      }
    }
    gapUntil(workLength);
  }

  private boolean lifeComesFirst() {
    return lane.lives().get(nextLife).at() - lane.started(nextSpan) <= 0;
  }

  private void pass(WorkerLane.Life life) {
    gapUntil(life.at() - runStart);
    state = stateAfter(life, State.FRESH);
    nextLife++;
  }

  private void run(int span) {
    long begin = lane.started(span) - runStart;
    gapUntil(begin);
    long from = position;
    long end = Math.min(lane.ended(span) - runStart, workLength);
    if (end <= from) {
      sink.chunk(span, from, from, from, from, from);
      return;
    }
    // where inside the span each phase ends; what is cut off at either side falls away
    long deserialised = begin + Math.max(0, lane.deserialiseNanos(span));
    long computed = deserialised + Math.max(0, lane.computeNanos(span));
    long serialised = computed + Math.max(0, lane.serialiseNanos(span));
    long a = Math.clamp(deserialised, from, end);
    long b = Math.clamp(computed, from, end);
    long c = Math.clamp(serialised, from, end);
    sink.chunk(span, from, a, b, c, end);
    position = end;
  }

  private void gapUntil(long wished) {
    long until = Math.min(wished, workLength);
    if (until <= position) {
      return;
    }
    sink.gap(gap(), position, until);
    position = until;
  }

  private Gap gap() {
    if (state == State.STARTING || (state == State.ABSENT && nextLife <= lastBeginning)) {
      return Gap.START;
    }
    if (nextSpan == endOfSpans) {
      return endOfSpans > firstSpan ? Gap.IDLE_TAIL : Gap.WAITING;
    }
    return state == State.FRESH ? Gap.WARM_UP : Gap.WAITING;
  }

  /** Passes what happened before the run, and tells what the slot held when it began. */
  private State stateAtStart() {
    var lives = lane.lives();
    State before = null;
    while (nextLife < lives.size() && lives.get(nextLife).at() - runStart <= 0) {
      before = stateAfter(lives.get(nextLife), State.WARM);
      nextLife++;
    }
    if (before != null) {
      return before;
    }
    boolean begins =
        nextLife < lives.size()
            && isBeginning(lives.get(nextLife))
            && (nextSpan == endOfSpans || lifeComesFirst());
    return begins ? State.ABSENT : State.WARM;
  }

  private static State stateAfter(WorkerLane.Life life, State ready) {
    return switch (life.kind()) {
      case STARTING -> State.STARTING;
      case READY -> ready;
      case DIED, LEFT -> State.ABSENT;
    };
  }

  private int lastBeginning() {
    int last = lane.lives().size() - 1;
    while (last >= 0 && !isBeginning(lane.lives().get(last))) {
      last--;
    }
    return last;
  }

  private static boolean isBeginning(WorkerLane.Life life) {
    return life.kind() == WorkerLane.Kind.STARTING || life.kind() == WorkerLane.Kind.READY;
  }
}
