package speedup.ui.chart;

import speedup.plot.Align;
import speedup.plot.LaneBrush;
import speedup.plot.Pen;
import speedup.plot.PlotArea;
import speedup.plot.Texts;

/** Draws what one worker did: single chunks where they are wide, else how busy each column was. */
final class LanePainter {
  private static final double WIDE = 3;
  private static final double NANOS = 1e9;

  /** Half of a column and more is a column. */
  private static final double HELD = 0.5;

  private final Pen pen;
  private final PlotArea plot;
  private final LaneBrush brush;

  LanePainter(Pen pen, PlotArea plot) {
    this.pen = pen;
    this.plot = plot;
    brush = new LaneBrush(pen);
  }

  void paint(TimelineStrip.Lane lane, double top, double height) {
    brush.row(plot.left(), plot.right(), top, height);
    starting(lane);
    if (chunksAreWide(lane.view())) {
      chunks(lane.view());
    } else {
      columns(lane.view(), height);
    }
    blocked(lane.view(), top, height);
    deaths(lane);
  }

  /** From the left end to the moment the process was ready, where that was later. */
  private void starting(TimelineStrip.Lane lane) {
    if (lane.markers().isEmpty()) {
      return;
    }
    var first = lane.markers().getFirst();
    if (first.kind() == TimelineStrip.Marker.Kind.READY && first.seconds() > plot.xMin()) {
      var right = Math.min(plot.right(), plot.x(first.seconds()));
      brush.starting(plot.left(), right);
    }
    for (var marker : lane.markers()) {
      if (marker.kind() == TimelineStrip.Marker.Kind.READY && inside(marker.seconds())) {
        brush.ready(plot.x(marker.seconds()));
      }
    }
  }

  private boolean inside(double seconds) {
    return seconds >= plot.xMin() && seconds <= plot.xMax();
  }

  private boolean chunksAreWide(DensityTrack.View view) {
    if (!view.isExact() || view.exactCount() == 0) {
      return false;
    }
    var busy = 0L;
    for (var i = 0; i < view.exactCount(); i++) {
      busy += view.exact(i, 1) + view.exact(i, 2) + view.exact(i, 3);
    }
    var mean = busy / NANOS / view.exactCount();
    return plot.x(plot.xMin() + mean) - plot.left() >= WIDE;
  }

  private void chunks(DensityTrack.View view) {
    for (var i = 0; i < view.exactCount(); i++) {
      var start = view.exact(i, 0) / NANOS;
      var computeFrom = start + view.exact(i, 1) / NANOS;
      var computeTo = computeFrom + view.exact(i, 2) / NANOS;
      var end = computeTo + view.exact(i, 3) / NANOS;
      if (end < plot.xMin() || start > plot.xMax()) {
        continue;
      }
      brush.serialising(x(start), x(computeFrom));
      brush.computing(x(computeFrom), x(computeTo));
      brush.serialising(x(computeTo), x(end));
      var right = x(end);
      if (right - x(start) > WIDE && end < plot.xMax()) {
        brush.end(right);
      }
    }
  }

  private double x(double seconds) {
    return Math.clamp(plot.x(seconds), plot.left(), plot.right());
  }

  /** Neighbouring columns that look the same are one rectangle. */
  private void columns(DensityTrack.View view, double height) {
    if (view.count() == 0) {
      return;
    }
    var columns = (int) (plot.right() - plot.left());
    var nanosPerPixel = (plot.xMax() - plot.xMin()) * NANOS / (plot.right() - plot.left());
    var runFrom = 0;
    var runCompute = 0L;
    var runSerialise = 0L;
    for (var column = 0; column <= columns; column++) {
      var from = plot.xMin() * NANOS + column * nanosPerPixel;
      var compute = 0L;
      var serialise = 0L;
      if (column < columns) {
        compute = Math.round(view.computeShare(from, from + nanosPerPixel) * height);
        serialise = Math.round(view.serialiseShare(from, from + nanosPerPixel) * height);
      }
      if (column == columns || compute != runCompute || serialise != runSerialise) {
        var left = plot.left() + runFrom;
        var wide = column - runFrom;
        brush.stack(left, wide, 0, runCompute, pen.theme.compute());
        brush.stack(left, wide, runCompute, runSerialise, pen.theme.serialise());
        runFrom = column;
        runCompute = compute;
        runSerialise = serialise;
      }
    }
  }

  /** Hatching where the worker was held back, and once the word for it where it fits. */
  private void blocked(DensityTrack.View view, double top, double height) {
    if (view.blockedSeconds() == 0) {
      return;
    }
    var columns = (int) (plot.right() - plot.left());
    var nanosPerPixel = (plot.xMax() - plot.xMin()) * NANOS / (plot.right() - plot.left());
    var said = false;
    var from = -1;
    for (var column = 0; column <= columns; column++) {
      var nanos = plot.xMin() * NANOS + column * nanosPerPixel;
      var isBlocked = column < columns && view.blockedShare(nanos, nanos + nanosPerPixel) >= HELD;
      if (isBlocked && from < 0) {
        from = column;
      } else if (!isBlocked && from >= 0) {
        pen.hatch(plot.left() + from, top, column - from, height, pen.theme.lock());
        said = said || word(plot.left() + from, top, column - from, height);
        from = -1;
      }
    }
  }

  private boolean word(double left, double top, double width, double height) {
    var type = pen.small;
    var text = Texts.say("timeline.held");
    if (type.lineHeight() > height || type.width(text) + 12 > width) {
      return false;
    }
    var y = top + (height - type.lineHeight()) / 2;
    pen.fill(left + 2, y, type.width(text) + 8, type.lineHeight(), pen.theme.background());
    pen.text(type, text, left + 6, y, Align.LEFT, pen.theme.foreground());
    return true;
  }

  /** A cross where the process died, and hatching until another one is ready. */
  private void deaths(TimelineStrip.Lane lane) {
    var markers = lane.markers();
    for (var i = 0; i < markers.size(); i++) {
      var marker = markers.get(i);
      if (marker.kind() != TimelineStrip.Marker.Kind.DEATH || marker.seconds() > plot.xMax()) {
        continue;
      }
      var again = i + 1 < markers.size() ? markers.get(i + 1).seconds() : plot.xMax();
      brush.gone(x(marker.seconds()), x(again));
      if (inside(marker.seconds())) {
        brush.death(x(marker.seconds()));
      }
    }
  }
}
