package speedup.plot.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import speedup.plot.Pen;

/**
 * Where everything of a timeline is, in pixels. It does not depend on how wide texts are, so a
 * place of the pointer can be understood without drawing.
 *
 * @param left edge of the lanes
 * @param right edge of the lanes
 * @param bottom edge of the lanes, where the axis is
 * @param window what is visible
 * @param rows from top to bottom
 */
public record TimelineLayout(
    double left, double right, double bottom, TimeWindow window, List<Row> rows) {
  private static final double NAMES = 92;
  private static final double AXIS = 22;
  private static final double TITLE = 20;

  /** A lane of a worker grows into free room up to this share of all, the others up to half. */
  private static final double HIGHEST = 0.25;

  private static final double LOWEST = 2;

  /** What a row shows. */
  public enum Kind {
    /** What the run is called. */
    TITLE,
    /** The process that hands out the chunks. */
    PARENT,
    /** A worker. */
    WORKER,
    /** How many chunks have not begun. */
    LEFT
  }

  /**
   * A row.
   *
   * @param run which of the runs
   * @param lane which worker; -1 for other kinds
   * @param height without the gap under it
   */
  public record Row(Kind kind, int run, int lane, double top, double height) {
    /** The middle, from the top of the picture. */
    public double middle() {
      return top + height / 2;
    }
  }

  /**
   * Finds a place for everything.
   *
   * @param scale 1 for the usual size of text
   */
  public static TimelineLayout of(TimelineState state, double width, double height, double scale) {
    double left = Math.ceil(Math.min(NAMES * scale, width / 3));
    double right = Math.max(left + 20, width - Pen.MARGIN - 14 * scale);
    double bottom = Math.floor(height - AXIS * scale);
    boolean compared = state.runs().size() > 1;
    double titles = compared ? state.runs().size() * TITLE * scale : 0;
    int workers = state.runs().stream().mapToInt(TimedTrace::lanes).sum();
    int others = 2 * state.runs().size();
    double room = bottom - 2 - titles;
    double other = height(room / (workers + others), HIGHEST / 2 * room);
    double lane = height((room - others * other) / workers, HIGHEST * room);
    var rows = new ArrayList<Row>();
    double top = 2;
    for (int run = 0; run < state.runs().size(); run++) {
      if (compared) {
        rows.add(new Row(Kind.TITLE, run, -1, top, TITLE * scale));
        top += Math.round(TITLE * scale);
      }
      rows.add(new Row(Kind.PARENT, run, -1, top, other - gap(other)));
      top += other;
      for (int i = 0; i < state.runs().get(run).lanes(); i++) {
        rows.add(new Row(Kind.WORKER, run, i, top, lane - gap(lane)));
        top += lane;
      }
      rows.add(new Row(Kind.LEFT, run, -1, top, other - gap(other)));
      top += other;
    }
    // the axis stands under the lanes, however few there are
    return new TimelineLayout(
        left, right, Math.min(bottom, Math.ceil(top)), state.window(), List.copyOf(rows));
  }

  private static double height(double room, double highest) {
    return Math.max(LOWEST, Math.floor(Math.min(room, highest)));
  }

  private static double gap(double lane) {
    return lane >= 6 ? Math.clamp(Math.round(lane * 0.15), 2, 8) : lane >= 3 ? 1 : 0;
  }

  /** The pixel of a moment; outside of the lanes where it is not visible. */
  public double x(double time) {
    return left + (time - window.from()) * (right - left) / window.span();
  }

  /** The pixel of a moment, at the edge of the lanes where it is not visible. */
  public double inside(double time) {
    return Math.clamp(x(time), left, right);
  }

  /** The moment at a pixel. */
  public long time(double x) {
    return window.from() + Math.round((x - left) * window.span() / (right - left));
  }

  /** Pixel columns of the lanes. */
  public int columns() {
    return (int) Math.round(right - left);
  }

  /** Where a column begins; the end of the window after the last one. */
  public long column(int index) {
    return window.from() + Math.round(index * (double) window.span() / columns());
  }

  /** The row of the parent or of a worker. */
  public Optional<Row> row(int run, int lane) {
    var kind = lane < 0 ? Kind.PARENT : Kind.WORKER;
    return rows.stream()
        .filter(row -> row.kind() == kind && row.run() == run && row.lane() == lane)
        .findFirst();
  }

  /** The row at a height. */
  public Optional<Row> rowAt(double y) {
    Optional<Row> found = Optional.empty();
    for (var row : rows) {
      if (y >= row.top()) {
        found = Optional.of(row);
      }
    }
    return found.filter(row -> y <= bottom);
  }
}
