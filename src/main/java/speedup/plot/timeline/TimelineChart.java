package speedup.plot.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import speedup.measure.LaneTimes;
import speedup.measure.WorkerLane;
import speedup.plot.Align;
import speedup.plot.Chart;
import speedup.plot.Ink;
import speedup.plot.LaneBrush;
import speedup.plot.Pen;
import speedup.plot.Texts;
import speedup.plot.TimeAxis;

/**
 * Lanes of workers over time, with what is looked at and what is measured.
 *
 * @param state everything that decides what it looks like
 */
public record TimelineChart(TimelineState state) implements Chart {
  @Override
  public void draw(Pen pen, double width, double height) {
    var layout = TimelineLayout.of(state, width, height, pen.scale);
    var window = state.window();
    new TimeAxis(window.from() / 1e9, window.to() / 1e9)
        .draw(pen, layout.left(), layout.right(), 2, layout.bottom());
    var lanes = new LaneDrawing(pen, layout);
    for (var row : layout.rows()) {
      var run = state.runs().get(row.run());
      switch (row.kind()) {
        case TITLE -> title(pen, run, row, layout);
        case PARENT -> {
          lanes.begin();
          parent(pen, run, row, layout);
        }
        case WORKER -> lanes.draw(run, row);
        case LEFT -> left(pen, run, row, layout, lanes);
      }
    }
    names(pen, layout);
    for (int i = 0; i < state.runs().size(); i++) {
      end(pen, i, layout);
    }
    var marks = new MarkDrawing(pen, layout, state);
    marks.ruler();
    marks.selection();
  }

  private static void title(Pen pen, TimedTrace run, TimelineLayout.Row row, TimelineLayout at) {
    double room = at.right() - Pen.MARGIN;
    String text = Pen.fit(pen.strong, run.title(), room);
    double y = row.middle() - pen.strong.lineHeight() / 2;
    pen.text(pen.strong, text, Pen.MARGIN, y, Align.LEFT, pen.theme.foreground());
  }

  /** Its times before the first chunk and after the last one are known; between it hands out. */
  private static void parent(Pen pen, TimedTrace run, TimelineLayout.Row row, TimelineLayout at) {
    var brush = new LaneBrush(pen);
    brush.row(at.left(), at.inside(run.all().to()), row.top(), row.height());
    if (run.firstStart() > at.window().from()) {
      Ink ink = run.cold() ? pen.theme.start() : pen.theme.serialise();
      brush.thin(at.left(), at.inside(run.firstStart()), ink);
    }
    double merged = at.inside(run.workLength());
    double end = at.inside(run.all().to());
    if (end > at.left() && merged < at.right() && run.all().to() > run.workLength()) {
      pen.fill(merged, row.top(), Math.max(1, end - merged), row.height(), pen.theme.merge());
    }
  }

  /** How many chunks had not begun, as steps. */
  private static void left(
      Pen pen, TimedTrace run, TimelineLayout.Row row, TimelineLayout at, LaneDrawing lanes) {
    Ink ink = pen.theme.muted().mix(pen.theme.background(), 0.45);
    int from = 0;
    long high = -1;
    int columns = Math.min(at.columns(), (int) Math.round(at.inside(run.all().to()) - at.left()));
    for (int i = 0; i <= columns; i++) {
      long next = i == columns ? -1 : high(run, lanes.begun(i), row.height());
      if (next != high) {
        if (high > 0) {
          pen.fill(at.left() + from, row.top() + row.height() - high, i - from, high, ink);
        }
        from = i;
        high = next;
      }
    }
    if (row.height() >= pen.small.lineHeight() + 2) {
      count(pen, run, row, at.left() + columns);
    }
    double floor = Pen.crisp(row.top() + row.height());
    pen.line(at.left(), floor, at.left() + columns, floor, 1, pen.theme.grid());
  }

  /** How many chunks the full height is. */
  private static void count(Pen pen, TimedTrace run, TimelineLayout.Row row, double right) {
    String all = Texts.say("timeline.lane.left.of", Texts.whole(run.chunks()));
    double width = pen.small.width(all) + 8;
    pen.fill(right - width, row.top(), width, pen.small.lineHeight(), pen.theme.background());
    // beside the line where the run ended
    pen.text(pen.small, all, right - 4, row.top(), Align.RIGHT, pen.theme.muted());
  }

  private static long high(TimedTrace run, int begun, double height) {
    long left = run.chunks() - begun;
    return left == 0 ? 0 : Math.max(1, Math.round(left * height / run.chunks()));
  }

  /** Every lane has its name where lanes are high, every nth one where they are thin. */
  private void names(Pen pen, TimelineLayout layout) {
    double line = pen.small.lineHeight();
    double free = 0;
    for (var row : layout.rows()) {
      if (row.kind() == TimelineLayout.Kind.TITLE) {
        free = row.top() + row.height();
        continue;
      }
      double y = row.middle() - line / 2;
      if (y >= free - 2 && y + line <= layout.bottom() + 4) {
        String text = Pen.fit(pen.small, name(row), layout.left() - Pen.MARGIN - 6);
        pen.text(pen.small, text, layout.left() - 6, y, Align.RIGHT, pen.theme.foreground());
        free = y + line;
      }
    }
  }

  private String name(TimelineLayout.Row row) {
    var run = state.runs().get(row.run());
    return switch (row.kind()) {
      case TITLE -> run.title();
      case PARENT -> Texts.say("timeline.lane.parent");
      case WORKER -> run.name(row.lane());
      case LEFT -> Texts.say("timeline.lane.left");
    };
  }

  /** A dashed line where a run ended. */
  private void end(Pen pen, int run, TimelineLayout layout) {
    long end = state.runs().get(run).all().to();
    var rows = layout.rows().stream().filter(row -> row.run() == run).toList();
    if (end < layout.window().to() && end > layout.window().from()) {
      double x = Pen.crisp(layout.x(end));
      var last = rows.getLast();
      pen.dashed(x, rows.get(1).top(), x, last.top() + last.height(), 1, pen.theme.border());
    }
  }

  @Override
  public String spoken() {
    var window = state.window();
    var parts = new ArrayList<String>();
    for (var run : state.runs()) {
      var times = run.times(window);
      parts.add(
          Texts.say(
              "timeline.spoken.run",
              run.title(),
              Integer.toString(run.lanes()),
              Texts.whole(run.chunksIn(window)),
              Long.toString(run.trace().deaths()),
              Texts.percent(share(times.compute(), times)),
              Texts.percent(share(times.waiting() + times.idleTail(), times))));
    }
    return Texts.say(
        "timeline.spoken.window",
        Texts.seconds(window.from() / 1e9),
        Texts.seconds(window.to() / 1e9),
        String.join(" ", parts));
  }

  private static double share(long nanos, LaneTimes times) {
    return times.total() == 0 ? 0 : nanos / (double) times.total();
  }

  @Override
  public List<List<String>> table() {
    var rows = new ArrayList<List<String>>();
    rows.add(
        Stream.of(
                "run",
                "worker",
                "chunks",
                "items",
                "start",
                "warmup",
                "waiting",
                "serialise",
                "compute",
                "tail",
                "merge",
                "deaths")
            .map(name -> Texts.say("timeline.column." + name))
            .toList());
    for (var run : state.runs()) {
      for (int lane = 0; lane < run.lanes(); lane++) {
        rows.add(tableRow(run, lane));
      }
    }
    return rows;
  }

  private List<String> tableRow(TimedTrace run, int lane) {
    var window = state.window();
    var profile = run.profile(lane);
    var times = new LaneTimes();
    profile.add(window.from(), window.to(), times);
    long deaths =
        run.lane(lane).lives().stream()
            .filter(life -> life.kind() == WorkerLane.Kind.DIED)
            .filter(life -> window.contains(life.at() - run.trace().runStart()))
            .count();
    var cells = new ArrayList<String>();
    cells.add(run.title());
    cells.add(run.name(lane));
    cells.add(Texts.whole(TimedTrace.chunksIn(profile, window)));
    cells.add(Texts.whole(profile.items(window.from(), window.to())));
    for (long nanos :
        new long[] {
          times.start(),
          times.warmUp(),
          times.waiting(),
          times.serialise(),
          times.compute(),
          times.idleTail(),
          times.merge()
        }) {
      cells.add(Texts.number(nanos / 1e9, 4));
    }
    cells.add(Long.toString(deaths));
    return cells;
  }
}
