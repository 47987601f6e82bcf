package speedup.ui.chart;

import java.util.List;
import java.util.Optional;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/** The sequential time and the parallel time as two bars on one axis, growing while they run. */
public final class RaceTrack extends CanvasPane {
  private static final int MARKS = 8;
  private static final double HEADROOM = 1.02;
  private static final double GHOST = 0.35;

  /** What is drawn. */
  public record State(Optional<Bar> sequential, Optional<Bar> parallel) {}

  /**
   * One bar.
   *
   * @param seconds its length
   * @param running whether it still grows
   * @param fraction how much of the work is done, 0 to 1
   * @param runs times of the finished runs
   */
  public record Bar(
      String label, double seconds, boolean running, double fraction, List<Double> runs) {
    /** Copies the times. */
    public Bar {
      runs = List.copyOf(runs);
    }
  }

  private State state = new State(Optional.empty(), Optional.empty());
  private String placeholder = "";
  private double axisEnd;

  /** Makes an empty track. */
  public RaceTrack() {
    setTextScale(1);
  }

  /** Text while there is nothing to show. */
  public void setPlaceholder(String words) {
    placeholder = words;
    changed();
  }

  /** Shows other bars from the next drawing on. */
  public void show(State next) {
    if (next.equals(state)) {
      return;
    }
    if (next.sequential().isEmpty() && next.parallel().isEmpty()) {
      axisEnd = 0;
    }
    state = next;
    setAccessibleText(spoken());
    changed();
  }

  private String spoken() {
    var said = new StringBuilder();
    for (var bar : List.of(state.sequential(), state.parallel())) {
      bar.ifPresent(
          b ->
              said.append(words("race.spoken", b.label(), b.seconds()))
                  .append(b.running() ? word("race.running") : "")
                  .append(". "));
    }
    return said.isEmpty() ? placeholder : said.toString();
  }

  @Override
  double heightAt(double scale) {
    return 116 * scale;
  }

  @Override
  void draw(GraphicsContext g, double width, double height) {
    var left = scaled(92);
    var right = width - scaled(150);
    var axisY = height - scaled(30);
    var rowHeight = axisY / 2;
    var longest =
        Math.max(longest(state.sequential()), longest(state.parallel())) * HEADROOM;
    if (longest > axisEnd) {
      axisEnd = Ticks.upTo(longest, MARKS).end();
    }
    var empty = state.sequential().isEmpty() && state.parallel().isEmpty();
    if (empty) {
      outlines(g, left, right, rowHeight);
      text(
          g,
          placeholder,
          (left + right) / 2 + scaled(20),
          axisY / 2,
          TextAlignment.CENTER,
          theme().muted());
      return;
    }
    axis(g, left, right, axisY);
    row(g, state.sequential(), 0, left, right, rowHeight, theme().muted());
    row(g, state.parallel(), 1, left, right, rowHeight, theme().compute());
  }

  private static double longest(Optional<Bar> bar) {
    return bar.map(
            b ->
                Math.max(
                    b.seconds(),
                    b.runs().stream().mapToDouble(Double::doubleValue).max().orElse(0)))
        .orElse(0.0);
  }

  private void outlines(GraphicsContext g, double left, double right, double rowHeight) {
    g.setStroke(theme().border());
    g.setLineDashes(scaled(4));
    for (var row = 0; row < 2; row++) {
      var y = row * rowHeight + rowHeight * 0.18;
      g.strokeRect(
          sharp(left),
          sharp(y),
          Math.floor((right - left) * (row == 0 ? 1 : 0.55)),
          Math.floor(rowHeight * 0.64));
    }
    g.setLineDashes();
    text(
        g,
        word("race.sequential"),
        left - scaled(10),
        rowHeight / 2,
        TextAlignment.RIGHT,
        theme().muted());
    text(
        g,
        word("race.parallel"),
        left - scaled(10),
        rowHeight * 1.5,
        TextAlignment.RIGHT,
        theme().muted());
  }

  private void axis(GraphicsContext g, double left, double right, double axisY) {
    var ticks = Ticks.upTo(axisEnd, (int) Math.max(2, (right - left) / scaled(70)));
    for (var i = 0; i < ticks.count(); i++) {
      if (ticks.at(i) > axisEnd * (1 + 1e-9)) {
        break;
      }
      var x = sharp(left + (right - left) * ticks.at(i) / axisEnd);
      g.setStroke(i == 0 ? theme().border() : theme().grid());
      g.strokeLine(x, 0, x, axisY);
      text(g, ticks.label(i), x, axisY + scaled(10), TextAlignment.CENTER, theme().muted());
    }
    text(
        g, word("axis.seconds"), right + scaled(14), axisY + scaled(10), TextAlignment.LEFT,
        theme().muted());
  }

  private void row(
      GraphicsContext g,
      Optional<Bar> present,
      int row,
      double left,
      double right,
      double rowHeight,
      Color colour) {
    var middle = (row + 0.5) * rowHeight;
    var name = row == 0 ? word("race.sequential") : word("race.parallel");
    var bar = present.orElse(null);
    text(
        g,
        bar == null ? name : bar.label(),
        left - scaled(10),
        middle,
        TextAlignment.RIGHT,
        theme().foreground());
    if (bar == null) {
      text(g, word("race.waits"), left + scaled(8), middle, TextAlignment.LEFT, theme().muted());
      return;
    }
    var top = Math.round(middle - rowHeight * 0.32);
    var barHeight = Math.round(rowHeight * 0.64);
    var perSecond = (right - left) / axisEnd;
    var length = Math.max(1, bar.seconds() * perSecond);
    g.setFill(colour.deriveColor(0, 1, 1, bar.running() ? 0.75 : 1));
    g.fillRect(left, top, length, barHeight);
    g.setStroke(theme().foreground().deriveColor(0, 1, 1, GHOST + 0.25));
    for (var seconds : bar.runs()) {
      var x = sharp(left + seconds * perSecond);
      g.strokeLine(x, top - scaled(3), x, top + barHeight + scaled(3));
    }
    times(g, bar, row, left + Math.max(length, longestRun(bar) * perSecond), middle);
  }

  private static double longestRun(Bar bar) {
    return bar.runs().stream().mapToDouble(Double::doubleValue).max().orElse(0);
  }

  private void times(GraphicsContext g, Bar bar, int row, double end, double middle) {
    var time = words("race.seconds", bar.seconds());
    var x = end + scaled(8);
    boldText(g, time, x, middle, TextAlignment.LEFT, theme().foreground());
    var note = bar.running() ? words("race.done", 100 * bar.fraction()) : row == 1 ? saved() : "";
    text(g, note, x + widthOf(time) + scaled(8), middle, TextAlignment.LEFT, theme().muted());
  }

  private String saved() {
    if (state.sequential().isEmpty() || state.parallel().isEmpty()) {
      return "";
    }
    var saved = state.sequential().get().seconds() - state.parallel().get().seconds();
    return saved >= 0 ? words("race.saved", saved) : words("race.lost", -saved);
  }
}
