package speedup.ui.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import speedup.measure.EngineKind;
import speedup.measure.Summary;
import speedup.plot.Align;
import speedup.plot.Pen;
import speedup.plot.Texts;
import speedup.plot.Ticks;

/** The sequential bar against those of other engines, on one shared time axis. FX thread only. */
public final class RaceTrack extends CanvasPane {
  /**
   * All bars.
   *
   * @param bars from above; the first one is the baseline, and there is at least one more
   */
  public record State(List<Bar> bars) {
    /** Copies the list. */
    public State {
      bars = List.copyOf(bars);
      if (bars.size() < 2) {
        throw new IllegalArgumentException("a race needs two bars");
      }
    }

    /** Two bars. */
    public State(Bar sequential, Bar parallel) {
      this(List.of(sequential, parallel));
    }

    Bar sequential() {
      return bars.getFirst();
    }

    Bar parallel() {
      return bars.get(1);
    }

    /** Whether the difference of the two is the matter. */
    boolean isPair() {
      return bars.size() == 2;
    }
  }

  /**
   * One side of the race.
   *
   * @param engine which decides about the colour
   * @param label who runs, such as "parallel, 4 workers"
   * @param seconds time of the current or last run; 0 while there was none
   * @param running whether the time still grows
   * @param fraction how much of the work of the current run is done, 0 to 1
   * @param former seconds of earlier repeats, drawn as ghosts
   * @param median all repeats in short, once the last one is over; the bar is then as long as their
   *     median
   * @param speedup against the baseline, so far; NaN where it is not known. Written where there are
   *     more than two bars
   */
  public record Bar(
      EngineKind engine,
      String label,
      double seconds,
      boolean running,
      double fraction,
      List<Double> former,
      Optional<Summary> median,
      double speedup) {
    /** Copies the list. */
    public Bar {
      former = List.copyOf(former);
      Objects.requireNonNull(median);
    }

    /** A side that has not run yet. */
    public static Bar waiting(EngineKind engine, String label) {
      return new Bar(engine, label, 0, false, 0, List.of(), Optional.empty(), Double.NaN);
    }

    /** What the bar shows: the median of a finished side, else the latest time. */
    double shown() {
      return running ? seconds : median.map(Summary::median).orElse(seconds);
    }

    boolean finished() {
      return !running && shown() > 0;
    }

    double longest() {
      return Math.max(
          Math.max(seconds, shown()),
          former.stream().mapToDouble(Double::doubleValue).max().orElse(0));
    }
  }

  private static final double TICK = 4;

  private State state =
      new State(Bar.waiting(EngineKind.SEQUENTIAL, ""), Bar.waiting(EngineKind.PROCESSES, ""));
  private String placeholder = "";

  /** A race that nobody has run. */
  public RaceTrack() {
    super(640, 176);
  }

  /** Shows new times. */
  public void show(State state) {
    this.state = Objects.requireNonNull(state);
    changed();
  }

  /** What to say where the bars will be, while neither side has run. */
  public void setPlaceholder(String text) {
    placeholder = Objects.requireNonNull(text);
    changed();
  }

  @Override
  void draw(Pen pen, double width, double height) {
    var layout = RaceLayout.of(pen, width, height, end(), state);
    drawAxis(pen, layout);
    if (difference().isPresent()) {
      drawGuides(pen, layout);
    }
    for (var i = 0; i < state.bars().size(); i++) {
      drawBar(pen, layout, state.bars().get(i), layout.top(i));
    }
    if (isEmpty()) {
      drawPlaceholder(pen, layout, width);
    }
    if (difference().isPresent()) {
      drawDifference(pen, layout);
    }
    for (var i = 0; i < state.bars().size(); i++) {
      drawTime(pen, layout, state.bars().get(i), layout.top(i));
    }
  }

  /** In large text the words go on in the next bar, and past the end of the bars. */
  private void drawPlaceholder(Pen pen, RaceLayout layout, double all) {
    var room = layout.right() - layout.left() - 2 * MARGIN;
    var large = pen.body.width(placeholder) > room;
    var lines =
        Pen.wrap(
            pen.body,
            placeholder,
            large ? all - layout.left() - 2 * MARGIN : room,
            Math.max(1, state.bars().size()));
    for (var i = 0; i < lines.size(); i++) {
      var width = pen.body.width(lines.get(i)) + MARGIN;
      var left = large ? layout.left() + MARGIN : (layout.left() + layout.right() - width) / 2;
      var top = layout.top(i) + (layout.barHeight() - pen.body.lineHeight()) / 2;
      // no line of the grid through the words
      pen.fill(left, top, width, pen.body.lineHeight(), pen.theme.background());
      pen.text(pen.body, lines.get(i), left + width / 2, top, Align.CENTER, pen.theme.muted());
    }
  }

  /** The end of the axis in seconds: it stands still while the bars grow within it. */
  private double end() {
    var longest = state.bars().stream().mapToDouble(Bar::longest).max().orElse(0);
    return longest > 0 ? Ticks.roundEnd(longest) : 1;
  }

  private boolean isEmpty() {
    return state.bars().stream().allMatch(bar -> bar.longest() == 0 && !bar.running());
  }

  private void drawAxis(Pen pen, RaceLayout layout) {
    var milliseconds = layout.end() <= 0.2;
    var factor = milliseconds ? 1000 : 1;
    var most = Math.max(1, (int) ((layout.right() - layout.left()) / (72 * pen.scale)));
    var ticks = Ticks.upTo(layout.end() * factor, most);
    var top = layout.axisTop();
    for (var i = 0; i < ticks.count(); i++) {
      var x = Pen.crisp(layout.x(ticks.at(i) / factor));
      pen.line(x, layout.top(0), x, top, 1, pen.theme.grid());
      pen.line(x, top, x, top + TICK, 1, pen.theme.border());
      var label = Texts.number(ticks.at(i), i == 0 ? 0 : ticks.decimals());
      pen.text(pen.small, label, x, top + TICK, Align.CENTER, pen.theme.muted());
    }
    pen.line(
        layout.left(), Pen.crisp(top), layout.right() + 1, Pen.crisp(top), 1, pen.theme.border());
    var title = Texts.say(milliseconds ? "race.axis.ms" : "race.axis.s");
    pen.text(
        pen.small, title, layout.width() - MARGIN, top + TICK, Align.RIGHT, pen.theme.foreground());
  }

  private void drawBar(Pen pen, RaceLayout layout, Bar bar, double top) {
    var theme = pen.theme;
    var height = layout.barHeight();
    var color = theme.engine(bar.engine());
    drawLabel(pen, layout, bar, top);
    if (bar.shown() <= 0) {
      pen.dash(4, 4);
      pen.outline(layout.left(), top, layout.right() - layout.left(), height, theme.border());
      pen.solid();
    } else {
      var end = layout.x(bar.shown());
      var length = Math.max(1, end - layout.left());
      if (bar.running()) {
        pen.fill(layout.left(), top, length, height, color.faded(0.35));
        pen.fill(layout.left(), top, length * Math.clamp(bar.fraction(), 0, 1), height, color);
        pen.line(end, top, end, top + height, 2, theme.foreground());
      } else {
        pen.fill(layout.left(), top, length, height, color);
      }
    }
    drawFormer(pen, layout, bar, top);
  }

  /** Above its bar, or beside it where there are more than two. */
  private void drawLabel(Pen pen, RaceLayout layout, Bar bar, double top) {
    var theme = pen.theme;
    var lineHeight = pen.body.lineHeight();
    if (!state.isPair()) {
      var label = Pen.fit(pen.body, bar.label(), layout.left() - 2 * MARGIN);
      var y = top + (layout.barHeight() - lineHeight) / 2;
      pen.text(pen.body, label, MARGIN, y, Align.LEFT, theme.foreground());
      return;
    }
    var label = Pen.fit(pen.body, bar.label(), layout.width() - layout.left() - MARGIN);
    var labelTop = top - lineHeight - RaceLayout.LABEL_GAP;
    pen.fill(layout.left(), labelTop, pen.body.width(label) + 2, lineHeight, theme.background());
    pen.text(pen.body, label, layout.left(), labelTop, Align.LEFT, theme.foreground());
  }

  /** Earlier repeats: a line across the bar each, bright on the bar and dark beside it. */
  private void drawFormer(Pen pen, RaceLayout layout, Bar bar, double top) {
    var theme = pen.theme;
    var end = bar.shown() > 0 ? layout.x(bar.shown()) : 0;
    var inset = Math.round(layout.barHeight() / 4);
    for (var seconds : bar.former()) {
      var x = Pen.crisp(layout.x(seconds));
      var color = x < end ? theme.background() : theme.muted();
      pen.line(x, top + inset, x, top + layout.barHeight() - inset, 1, color.faded(0.7));
    }
  }

  /** The time at the end of its bar, after a check mark once the bar is finished. */
  private void drawTime(Pen pen, RaceLayout layout, Bar bar, double top) {
    if (bar.shown() <= 0 && !bar.running()) {
      return;
    }
    var type = pen.strong;
    // beside the ghosts of slower repeats too
    var x = layout.x(bar.longest()) + 6 * pen.scale;
    var y = top + (layout.barHeight() - type.lineHeight()) / 2;
    var text = timeText(bar);
    var mark = bar.finished() ? 14 * pen.scale : 0;
    var width = mark + type.tabularWidth(text) + 4;
    pen.fill(x - 2, y, width, type.lineHeight(), pen.theme.background().faded(0.85));
    if (bar.finished()) {
      var size = 10 * pen.scale;
      pen.check(x, top + (layout.barHeight() - size) / 2, size, pen.theme.done());
    }
    pen.tabular(type, text, x + mark, y, pen.theme.foreground());
  }

  private String timeText(Bar bar) {
    var time = Texts.seconds(bar.shown());
    if (!state.isPair() && !Double.isNaN(bar.speedup())) {
      return Texts.say("race.speedup", time, times(bar.speedup()));
    }
    return bar.running()
        ? Texts.say("race.running", time, Texts.number(bar.fraction() * 100, 0))
        : time;
  }

  private static String times(double speedup) {
    return Texts.say("times", Texts.number(speedup, speedup < 0.1 ? 3 : 2));
  }

  /** Saved seconds once both sides are finished; negative where the parallel one was slower. */
  private Optional<Double> difference() {
    return state.isPair() && state.sequential().finished() && state.parallel().finished()
        ? Optional.of(state.sequential().shown() - state.parallel().shown())
        : Optional.empty();
  }

  private String differenceText(double saved) {
    return Texts.say(saved >= 0 ? "race.saved" : "race.lost", Texts.seconds(Math.abs(saved)));
  }

  /** From the end of each bar down to the bracket. */
  private void drawGuides(Pen pen, RaceLayout layout) {
    var bottom = layout.bracketTop() + pen.small.lineHeight() / 2;
    for (var i = 0; i < 2; i++) {
      var x = Pen.crisp(layout.x(state.bars().get(i).shown()));
      var top = layout.top(i);
      pen.dashed(x, top + layout.barHeight(), x, bottom, 1, pen.theme.muted());
    }
  }

  /** A bracket under the bars from the end of one to the end of the other. */
  private void drawDifference(Pen pen, RaceLayout layout) {
    var theme = pen.theme;
    var saved = difference().orElseThrow();
    var sequential = Pen.crisp(layout.x(state.sequential().shown()));
    var parallel = Pen.crisp(layout.x(state.parallel().shown()));
    var y = Pen.crisp(layout.bracketTop() + pen.small.lineHeight() / 2);
    var left = Math.min(sequential, parallel);
    var right = Math.max(sequential, parallel);
    var color = saved >= 0 ? theme.done() : theme.lock();
    pen.line(left, y, right, y, 2 * pen.scale, color);
    for (var x : new double[] {left, right}) {
      pen.line(x, y - 4 * pen.scale, x, y + 4 * pen.scale, 2 * pen.scale, color);
    }
    var text = differenceText(saved);
    var width = pen.strong.width(text);
    var gap = 6 * pen.scale;
    var top = y - pen.strong.lineHeight() / 2;
    double x;
    if (width + 4 * gap <= right - left) {
      x = (left + right - width) / 2;
      pen.fill(x - gap, top, width + 2 * gap, pen.strong.lineHeight(), theme.background());
    } else if (left - gap - width >= layout.left()) {
      x = left - gap - width;
    } else {
      x = Math.min(right + gap, layout.width() - MARGIN - width);
    }
    pen.text(pen.strong, text, x, top, Align.LEFT, theme.foreground());
  }

  @Override
  String spoken() {
    if (isEmpty()) {
      return Texts.say("race.spoken.empty", placeholder);
    }
    var sides = state.bars().stream().map(this::spokenBar).toList();
    if (!state.isPair()) {
      return String.join("; ", sides) + ".";
    }
    return difference()
        .map(saved ->
            Texts.say("race.spoken.done", sides.get(0), sides.get(1), differenceText(saved)))
        .orElseGet(() -> Texts.say("race.spoken", sides.get(0), sides.get(1)));
  }

  /** Without the time while it runs: a screen reader would never stop. */
  private String spokenBar(Bar bar) {
    if (bar.running()) {
      return Texts.say("race.spoken.running", bar.label());
    }
    return bar.finished()
        ? Texts.say("race.spoken.bar", bar.label(), timeText(bar))
        : Texts.say("race.spoken.waiting", bar.label());
  }

  @Override
  public List<List<String>> table() {
    var rows = new ArrayList<List<String>>();
    rows.add(Stream.of("who", "seconds", "low", "high", "former").map(RaceTrack::column).toList());
    for (var bar : state.bars()) {
      var interval = bar.median().flatMap(Summary::interval);
      rows.add(
          List.of(
              bar.label(),
              bar.shown() > 0 ? Texts.number(bar.shown(), 4) : "",
              interval.map(i -> Texts.number(i.low(), 4)).orElse(""),
              interval.map(i -> Texts.number(i.high(), 4)).orElse(""),
              String.join("; ", bar.former().stream().map(s -> Texts.number(s, 4)).toList())));
    }
    return rows;
  }

  private static String column(String name) {
    return Texts.say("race.column." + name);
  }
}
