package speedup.ui.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import speedup.plot.Align;
import speedup.plot.Pen;
import speedup.plot.PlotArea;
import speedup.plot.Texts;
import speedup.plot.TimeAxis;

/** A lane for each worker: what it did when, up to 64 of them. FX thread only. */
public final class TimelineStrip extends CanvasPane {
  /**
   * What is drawn.
   *
   * @param lanes from top to bottom
   * @param fromSeconds left end of the axis, since the run started
   * @param toSeconds right end of the axis, above the left one
   */
  public record Data(List<Lane> lanes, double fromSeconds, double toSeconds) {
    /** Copies the list. */
    public Data {
      lanes = List.copyOf(lanes);
      if (!(toSeconds > fromSeconds)) {
        throw new IllegalArgumentException(
            "a time axis cannot run from " + fromSeconds + " to " + toSeconds);
      }
    }
  }

  /**
   * One worker.
   *
   * @param label such as "worker 1"
   * @param view what it did
   * @param markers what happened to its process, in the order of time
   */
  public record Lane(String label, DensityTrack.View view, List<Marker> markers) {
    /** Copies the list. */
    public Lane {
      Objects.requireNonNull(view);
      markers = List.copyOf(markers);
    }
  }

  /**
   * Something that happened to a worker process.
   *
   * @param seconds when, since the run started
   * @param kind what
   */
  public record Marker(double seconds, Kind kind) {
    /** What can happen to a process. */
    public enum Kind {
      /** The process can take work. */
      READY,
      /** The process is gone. */
      DEATH
    }
  }

  private static final double LOWEST_LANE = 2;
  private static final double HIGHEST_LANE = 40;

  private Data data = new Data(List.of(), 0, 1);

  /** A timeline without lanes. */
  public TimelineStrip() {
    super(640, 160);
  }

  /** Shows new data; also needed after a view of it changed. */
  public void show(Data data) {
    this.data = Objects.requireNonNull(data);
    changed();
  }

  @Override
  void draw(Pen pen, double width, double height) {
    var line = pen.small.lineHeight();
    var labels =
        data.lanes().stream().mapToDouble(lane -> pen.small.width(lane.label())).max().orElse(0);
    var axis = new TimeAxis(data.fromSeconds(), data.toSeconds());
    labels = Math.max(labels, pen.small.width(axis.title()) + 8);
    var left = Math.ceil(Math.min(MARGIN + labels + 8, width / 3));
    var right = Math.max(left + 20, width - MARGIN - pen.small.width("00.0") / 2);
    var bottom = height - line - TimeAxis.TICK - 4;
    var lanes = Math.max(1, data.lanes().size());
    var lane =
        Math.clamp(Math.floor((bottom - MARGIN) / lanes), LOWEST_LANE, HIGHEST_LANE * pen.scale);
    var plot = new PlotArea(left, MARGIN, right, bottom, data.fromSeconds(), data.toSeconds(), 1);
    axis.draw(pen, plot.left(), plot.right(), plot.top(), plot.bottom());
    drawLabels(pen, plot, lane);
    var painter = new LanePainter(pen, plot);
    for (var i = 0; i < data.lanes().size(); i++) {
      var gap = lane >= 6 ? Math.max(2, Math.round(lane * 0.15)) : lane >= 3 ? 1 : 0;
      painter.paint(data.lanes().get(i), MARGIN + i * lane, lane - gap);
    }
  }

  /** Every lane has its label where lanes are high, every nth one where they are thin. */
  private void drawLabels(Pen pen, PlotArea plot, double lane) {
    var line = pen.small.lineHeight();
    var every = (int) Math.max(1, Math.ceil((line - 2) / lane));
    for (var i = 0; i < data.lanes().size(); i += every) {
      var middle = MARGIN + i * lane + lane / 2;
      var y = Math.max(0, middle - line / 2);
      if (y + line > plot.bottom() + 2) {
        return;
      }
      var text = Pen.fit(pen.small, data.lanes().get(i).label(), plot.left() - MARGIN - 6);
      pen.text(pen.small, text, plot.left() - 6, y, Align.RIGHT, pen.theme.foreground());
    }
  }

  @Override
  String spoken() {
    var chunks = data.lanes().stream().mapToLong(lane -> lane.view().count()).sum();
    var deaths = data.lanes().stream().mapToLong(TimelineStrip::deaths).sum();
    return Texts.say(
        "timeline.spoken",
        Integer.toString(data.lanes().size()),
        Long.toString(chunks),
        Long.toString(deaths));
  }

  private static long deaths(Lane lane) {
    return lane.markers().stream().filter(marker -> marker.kind() == Marker.Kind.DEATH).count();
  }

  @Override
  public List<List<String>> table() {
    var rows = new ArrayList<List<String>>();
    rows.add(
        Stream.of("worker", "chunks", "compute", "serialise", "held", "deaths")
            .map(name -> Texts.say("timeline.column." + name))
            .toList());
    for (var lane : data.lanes()) {
      rows.add(
          List.of(
              lane.label(),
              Long.toString(lane.view().count()),
              Texts.number(lane.view().computeSeconds(), 4),
              Texts.number(lane.view().serialiseSeconds(), 4),
              Texts.number(lane.view().blockedSeconds(), 4),
              Long.toString(deaths(lane))));
    }
    return rows;
  }
}
