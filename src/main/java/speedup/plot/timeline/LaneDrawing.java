package speedup.plot.timeline;

import java.util.Arrays;
import speedup.measure.Gap;
import speedup.measure.LaneProfile;
import speedup.measure.LaneTimes;
import speedup.measure.WorkerLane;
import speedup.plot.Align;
import speedup.plot.ChartTheme;
import speedup.plot.Ink;
import speedup.plot.LaneBrush;
import speedup.plot.Pen;

/**
 * Draws the row of a worker: every chunk that has room of its own, and for the others, column by
 * column, how much of the time was computing and how much serialising. Costs O(columns x log
 * chunks), however many chunks there are. For one drawing.
 */
final class LaneDrawing {
  /** Pixels from which a chunk is drawn by itself. */
  private static final double WIDE = 3;

  private static final double ROOM_FOR_NUMBER = 40;

  private final Pen pen;
  private final LaneBrush brush;
  private final TimelineLayout layout;
  private final LaneTimes column = new LaneTimes();

  // of each column, pixels above the bottom of the row
  private final int[] floors;
  private final int[] computed;
  private final int[] serialised;

  // of the run that is being drawn, chunks begun by the start of each column
  private final int[] begun;

  LaneDrawing(Pen pen, TimelineLayout layout) {
    this.pen = pen;
    this.layout = layout;
    brush = new LaneBrush(pen);
    floors = new int[layout.columns()];
    computed = new int[layout.columns()];
    serialised = new int[layout.columns()];
    begun = new int[layout.columns()];
  }

  /** Another run follows. */
  void begin() {
    Arrays.fill(begun, 0);
  }

  /** Chunks of the lanes drawn so far that had begun at the start of a column. */
  int begun(int at) {
    return begun[at];
  }

  void draw(TimedTrace run, TimelineLayout.Row row) {
    var lane = run.lane(row.lane());
    var profile = run.profile(row.lane());
    brush.row(layout.left(), layout.inside(run.all().to()), row.top(), row.height());
    stretches(profile);
    columns(run, lane, profile, row);
    lives(run, lane);
  }

  private void stretches(LaneProfile profile) {
    for (var stretch : profile.stretches()) {
      if (stretch.to() <= layout.window().from() || stretch.from() >= layout.window().to()) {
        continue;
      }
      double left = layout.inside(stretch.from());
      double right = layout.inside(stretch.to());
      if (stretch.gap() == Gap.START) {
        brush.starting(left, right);
      } else if (stretch.gap() == Gap.WARM_UP) {
        brush.thin(left, right, pen.theme.warmUp());
      }
    }
  }

  private void columns(
      TimedTrace run, WorkerLane lane, LaneProfile profile, TimelineLayout.Row row) {
    int columns = layout.columns();
    var walk = profile.walk(layout.column(0));
    long from = layout.column(0);
    int drawn = -1;
    // the wide ones come later, over the columns at their edges
    var wide = new int[columns / 2 + 2];
    int wideCount = 0;
    for (int i = 0; i < columns; i++) {
      long to = layout.column(i + 1);
      int before = walk.chunk();
      boolean isBegun = before < profile.endOfChunks() && profile.started(before) <= from;
      begun[i] += before - profile.firstChunk() + (isBegun ? 1 : 0);
      column.clear();
      walk.to(to, column);
      if (before == walk.chunk() && before != drawn && isBegun && isWide(profile, before)) {
        drawn = before;
        wide[wideCount++] = before;
      }
      if (wideAt(profile, before, walk.chunk(), to)) {
        computed[i] = 0;
        serialised[i] = 0;
      } else {
        boolean any = before != walk.chunk() || column.compute() > 0;
        gather(i, any, to - from, row.height());
      }
      from = to;
    }
    brush.columns(layout.left(), floors, computed, columns, pen.theme.compute());
    brush.columns(layout.left(), computed, serialised, columns, pen.theme.serialise());
    for (int i = 0; i < wideCount; i++) {
      chunk(run, lane, wide[i], row);
    }
  }

  private boolean isWide(LaneProfile profile, int chunk) {
    return layout.x(profile.ended(chunk)) - layout.x(profile.started(chunk)) >= WIDE;
  }

  /** Whether all that is in a column is the end of a wide chunk and the beginning of another. */
  private boolean wideAt(LaneProfile profile, int first, int last, long to) {
    if (last - first > 1) {
      return false;
    }
    for (int i = first; i <= last; i++) {
      if (i < profile.endOfChunks() && profile.started(i) < to && !isWide(profile, i)) {
        return false;
      }
    }
    return true;
  }

  private void gather(int at, boolean any, long nanos, double height) {
    int compute = (int) Math.round(column.compute() * height / nanos);
    int serialise = (int) Math.round(column.serialise() * height / nanos);
    if (any && compute + serialise == 0) {
      compute = 1; // something happened there, however short
    }
    computed[at] = compute;
    serialised[at] = compute + serialise;
  }

  private void chunk(TimedTrace run, WorkerLane lane, int chunk, TimelineLayout.Row row) {
    long started = lane.started(chunk) - run.trace().runStart();
    long read = started + lane.deserialiseNanos(chunk);
    long computed = read + lane.computeNanos(chunk);
    long written = computed + lane.serialiseNanos(chunk);
    double left = pixel(started);
    double right = pixel(lane.ended(chunk) - run.trace().runStart());
    pen.fill(left, row.top(), right - left, row.height(), pen.theme.background());
    brush.serialising(left, pixel(read));
    if (lane.finished(chunk)) {
      brush.computing(pixel(read), pixel(computed));
    } else {
      broken(pixel(read), pixel(computed), row);
    }
    brush.serialising(pixel(computed), pixel(written));
    if (right < layout.right()) {
      brush.end(right);
    }
    number(lane, chunk, pixel(read), pixel(computed), row);
  }

  /** A chunk that did not come to its end. */
  private void broken(double left, double right, TimelineLayout.Row row) {
    Ink ink = pen.theme.compute().faded(0.4);
    pen.fill(left, row.top(), right - left, row.height(), ink);
    pen.outline(left, row.top(), right - left, row.height(), pen.theme.compute());
  }

  private void number(
      WorkerLane lane, int chunk, double left, double right, TimelineLayout.Row row) {
    double line = pen.small.lineHeight();
    if (right - left < ROOM_FOR_NUMBER * pen.scale || row.height() < line) {
      return;
    }
    String text = Integer.toString(lane.chunk(chunk));
    if (pen.small.width(text) + 8 <= right - left) {
      Ink ink =
          lane.finished(chunk) ? ChartTheme.textOn(pen.theme.compute()) : pen.theme.foreground();
      pen.text(pen.small, text, (left + right) / 2, row.middle() - line / 2, Align.CENTER, ink);
    }
  }

  /** Edges on whole pixels are sharp and fast to draw. */
  private double pixel(long time) {
    return Math.round(layout.inside(time));
  }

  private void lives(TimedTrace run, WorkerLane lane) {
    long start = run.trace().runStart();
    var lives = lane.lives();
    for (int i = 0; i < lives.size(); i++) {
      long at = lives.get(i).at() - start;
      if (at < 0 || at > layout.window().to()) {
        continue;
      }
      switch (lives.get(i).kind()) {
        case READY -> {
          if (at >= layout.window().from()) {
            brush.ready(layout.x(at));
          }
        }
        case DIED -> death(run, lane, i, at);
        case STARTING, LEFT -> {}
      }
    }
  }

  private void death(TimedTrace run, WorkerLane lane, int index, long at) {
    long until = run.all().to();
    if (index + 1 < lane.lives().size()) {
      until = lane.lives().get(index + 1).at() - run.trace().runStart();
    }
    if (until > layout.window().from()) {
      brush.gone(layout.inside(at), layout.inside(until));
    }
    if (at >= layout.window().from()) {
      brush.death(layout.x(at));
    }
  }
}
