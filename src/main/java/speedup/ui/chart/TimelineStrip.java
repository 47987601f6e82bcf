package speedup.ui.chart;

import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;

/** What each worker did when: a lane each, busy time drawn, idle time left blank. */
public final class TimelineStrip extends CanvasPane {
  private static final double LANE = 30;
  private static final double LEAST_LANE = 7;
  private static final double AXIS = 24;
  private static final int LANES_AT_FULL_HEIGHT = 4;

  /** Blocks narrower than this run together; then the share of busy time is drawn. */
  private static final double LEAST_BLOCK = 3;

  /** What happened to a worker's process. */
  public enum MarkerKind {
    /** It takes work. */
    READY,
    /** It died. */
    DIED
  }

  /**
   * Something at one moment.
   *
   * @param at nanoseconds since the start of the run
   */
  public record Marker(MarkerKind kind, long at) {}

  /** One worker. */
  public record Lane(String label, DensityTrack.View busy, List<Marker> markers) {
    /** Copies the markers. */
    public Lane {
      markers = List.copyOf(markers);
    }
  }

  /** What is drawn: the lanes from 0 to so many seconds. */
  public record Data(List<Lane> lanes, double seconds) {
    /** Copies the lanes. */
    public Data {
      lanes = List.copyOf(lanes);
    }
  }

  private Data data = new Data(List.of(), 0);
  private double left;
  private double right;
  private double perNano;

  /** Makes an empty strip. */
  public TimelineStrip() {
    setTextScale(1);
  }

  /** Shows other data from the next drawing on. */
  public void show(Data next) {
    if (next.seconds() == data.seconds() && next.lanes().equals(data.lanes())) {
      return;
    }
    data = next;
    setAccessibleText(
        next.lanes().isEmpty()
            ? word("timeline.empty")
            : words(
                "timeline.spoken",
                next.lanes().size(),
                next.seconds(),
                next.lanes().stream().mapToLong(lane -> lane.busy().count()).sum()));
    changed();
  }

  @Override
  double heightAt(double scale) {
    return (LANES_AT_FULL_HEIGHT - 1) * LANE * scale + AXIS * scale;
  }

  @Override
  void draw(GraphicsContext g, double width, double height) {
    left = scaled(72);
    right = width - scaled(64);
    var axisY = height - scaled(AXIS);
    if (data.lanes().isEmpty() || data.seconds() <= 0) {
      g.setStroke(theme().grid());
      for (var lane = 0; lane <= 2; lane++) {
        g.strokeLine(left, sharp(axisY * lane / 2), right, sharp(axisY * lane / 2));
      }
      text(
          g,
          word("timeline.empty"),
          (left + right) / 2,
          axisY / 2,
          TextAlignment.CENTER,
          theme().muted());
      return;
    }
    perNano = (right - left) / (data.seconds() * 1e9);
    axis(g, axisY);
    var laneHeight =
        Math.max(Math.min(scaled(LANE), axisY / data.lanes().size()), LEAST_LANE / 2);
    var labelled = laneHeight >= scaled(13) ? 1 : (int) Math.ceil(scaled(13) / laneHeight);
    for (var i = 0; i < data.lanes().size(); i++) {
      var lane = data.lanes().get(i);
      var y = i * laneHeight;
      if (i % labelled == 0) {
        text(
            g,
            words("timeline.lane", lane.label()),
            left - scaled(10),
            y + laneHeight / 2,
            TextAlignment.RIGHT,
            theme().foreground());
      }
      lane(g, lane, y + laneHeight * 0.12, laneHeight * 0.76);
      g.setStroke(theme().grid());
      g.strokeLine(left, sharp(y + laneHeight), right, sharp(y + laneHeight));
    }
  }

  private void axis(GraphicsContext g, double axisY) {
    var ticks = Ticks.upTo(data.seconds(), (int) Math.max(2, (right - left) / scaled(80)));
    for (var i = 0; i < ticks.count() && ticks.at(i) <= data.seconds(); i++) {
      var x = sharp(left + ticks.at(i) * 1e9 * perNano);
      g.setStroke(theme().grid());
      g.strokeLine(x, 0, x, axisY);
      text(g, ticks.label(i), x, axisY + scaled(11), TextAlignment.CENTER, theme().muted());
    }
    text(
        g,
        word("axis.seconds"),
        right + scaled(8),
        axisY + scaled(11),
        TextAlignment.LEFT,
        theme().muted());
  }

  private void lane(GraphicsContext g, Lane lane, double top, double height) {
    var busy = lane.busy();
    var chunks = busy.spans().length / 2;
    if (chunks > 0 && averageBlock(busy) >= LEAST_BLOCK) {
      blocks(g, busy, top, height);
    } else {
      columns(g, busy, top, height);
    }
    for (var marker : lane.markers()) {
      if (marker.kind() == MarkerKind.DIED) {
        death(g, left + marker.at() * perNano, top, height);
      }
    }
  }

  private double averageBlock(DensityTrack.View busy) {
    var sum = 0L;
    for (var i = 0; i < busy.spans().length; i += 2) {
      sum += busy.spans()[i + 1] - busy.spans()[i];
    }
    return sum * perNano / (busy.spans().length / 2.0);
  }

  private void blocks(GraphicsContext g, DensityTrack.View busy, double top, double height) {
    g.setFill(theme().compute());
    g.setStroke(theme().background());
    for (var i = 0; i < busy.spans().length; i += 2) {
      var x = left + busy.spans()[i] * perNano;
      var width = (busy.spans()[i + 1] - busy.spans()[i]) * perNano;
      g.fillRect(x, top, Math.min(width, right - x), height);
      g.strokeLine(sharp(x + width), top, sharp(x + width), top + height);
    }
  }

  /** Each pixel column as high as the share of its time that was busy; equal columns in one go. */
  private void columns(GraphicsContext g, DensityTrack.View busy, double top, double height) {
    var nanosPerPixel = 1 / perNano;
    var pixels = (int) (right - left);
    var from = 0;
    var computeHeight = -1.0;
    var serialiseHeight = -1.0;
    for (var pixel = 0; pixel <= pixels; pixel++) {
      var begin = pixel * nanosPerPixel;
      var compute =
          pixel == pixels ? -1 : Math.round(height * share(busy, busy.compute(), begin));
      var serialise =
          pixel == pixels ? -1 : Math.round(height * share(busy, busy.serialise(), begin));
      if (compute != computeHeight || serialise != serialiseHeight) {
        if (pixel > from) {
          column(g, from, pixel, top, height, computeHeight, serialiseHeight);
        }
        from = pixel;
        computeHeight = compute;
        serialiseHeight = serialise;
      }
    }
  }

  private void column(
      GraphicsContext g,
      int from,
      int to,
      double top,
      double height,
      double compute,
      double serialise) {
    var bottom = top + height;
    if (compute > 0) {
      g.setFill(theme().compute());
      g.fillRect(left + from, bottom - compute, (double) to - from, compute);
    }
    if (serialise > 0) {
      g.setFill(theme().serialise());
      g.fillRect(left + from, bottom - compute - serialise, (double) to - from, serialise);
    }
  }

  /** Busy share of one pixel's time. */
  private double share(DensityTrack.View busy, long[] bins, double begin) {
    var end = begin + 1 / perNano;
    var firstBin = (int) (begin / busy.binNanos());
    var lastBin = Math.min(bins.length - 1, (int) ((end - 1) / busy.binNanos()));
    var sum = 0.0;
    for (var bin = firstBin; bin <= lastBin; bin++) {
      var overlap =
          Math.min(end, (bin + 1.0) * busy.binNanos())
              - Math.max(begin, (double) bin * busy.binNanos());
      sum += bins[bin] * overlap / busy.binNanos();
    }
    return Math.min(1, sum / (end - begin));
  }

  private void death(GraphicsContext g, double x, double top, double height) {
    var arm = Math.min(height / 2, scaled(6));
    var middle = top + height / 2;
    g.setStroke(theme().background());
    g.setLineWidth(5);
    cross(g, x, middle, arm);
    g.setStroke(theme().error());
    g.setLineWidth(2.5);
    cross(g, x, middle, arm);
    g.setLineWidth(1);
  }

  private static void cross(GraphicsContext g, double x, double y, double arm) {
    g.strokeLine(x - arm, y - arm, x + arm, y + arm);
    g.strokeLine(x - arm, y + arm, x + arm, y - arm);
  }
}
