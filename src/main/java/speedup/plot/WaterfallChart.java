package speedup.plot;

import java.util.ArrayList;
import java.util.List;
import speedup.scaling.Verdict;
import speedup.scaling.Waterfall;

/**
 * From the ideal speedup down to the measured one, a row for each loss, the largest in bold.
 *
 * @param waterfall what is shown
 */
public record WaterfallChart(Waterfall waterfall) implements Chart {
  /** Losses under this share of the ideal are drawn as one. */
  private static final double SMALL = 0.01;

  /**
   * A row.
   *
   * @param from speedup at which its bar begins
   * @param to speedup at which it ends
   */
  private record Row(String name, double from, double to, Ink ink, boolean strong, boolean whole) {
    String number() {
      return whole
          ? Texts.say("times", Texts.number(to, 2))
          : (to > from ? "+" : "\u2212") + Texts.number(Math.abs(to - from), 2);
    }
  }

  /** How many rows it has: the ideal, the measured speedup, and the losses worth seeing. */
  public int rows() {
    return rows(ChartTheme.LIGHT).size();
  }

  private List<Row> rows(ChartTheme theme) {
    var rows = new ArrayList<Row>();
    rows.add(
        new Row(
            Texts.say("waterfall.ideal", Integer.toString(waterfall.workers())),
            0,
            waterfall.workers(),
            theme.border(),
            false,
            true));
    double small = 0;
    double level = waterfall.workers();
    var largest = waterfall.largest();
    for (var step : waterfall.steps()) {
      if (Math.abs(step.loss()) < SMALL * waterfall.workers()) {
        small += step.loss();
        continue;
      }
      var ink =
          step.loss() < 0
              ? theme.done()
              : step.cause().evidence().map(part -> color(part, theme)).orElse(theme.muted());
      boolean strong = largest.isPresent() && largest.get().equals(step);
      rows.add(new Row(step.cause().label(), level, level - step.loss(), ink, strong, false));
      level -= step.loss();
    }
    if (Math.abs(small) >= 0.005) {
      rows.add(
          new Row(Texts.say("waterfall.small"), level, level - small, theme.muted(), false, false));
    }
    rows.add(
        new Row(
            Texts.say("waterfall.measured"), 0, waterfall.speedup(), theme.compute(), true, true));
    return rows;
  }

  /** Waiting is blank in other charts; a bar needs something to be seen by. */
  private static Ink color(Verdict.Part part, ChartTheme theme) {
    return switch (part) {
      case WAITING, IDLE_TAIL -> theme.waiting();
      case COMPUTE -> theme.lock();
      case START, WARM_UP, SERIALISE, MERGE -> theme.part(part);
    };
  }

  @Override
  public void draw(Pen pen, double width, double height) {
    var theme = pen.theme;
    var rows = rows(theme);
    double names = 0;
    double numbers = 0;
    for (var row : rows) {
      var type = row.strong ? pen.strong : pen.body;
      names = Math.max(names, type.width(row.name));
      numbers = Math.max(numbers, type.width(row.number()));
    }
    double line = pen.body.lineHeight();
    double left = Math.min(Pen.MARGIN + names + 10 * pen.scale, 0.45 * width);
    double right = width - Pen.MARGIN - numbers - 8 * pen.scale;
    double most = Math.max(waterfall.workers(), waterfall.speedup());
    for (var row : rows) {
      most = Math.max(most, Math.max(row.from, row.to));
    }
    double scale = Math.max(1, right - left) / most;
    double pitch = Math.min((height - 2 * Pen.MARGIN) / rows.size(), 1.9 * line);
    double top = Pen.MARGIN;
    double bar = Math.max(4, Math.min(pitch - 4 * pen.scale, 1.25 * line));
    for (var row : rows) {
      var type = row.strong ? pen.strong : pen.body;
      double textTop = top + (pitch - line) / 2;
      pen.text(
          type,
          Pen.fit(type, row.name, left - Pen.MARGIN - 6 * pen.scale),
          left - 8 * pen.scale,
          textTop,
          Align.RIGHT,
          theme.foreground());
      double x = left + Math.min(row.from, row.to) * scale;
      double wide = Math.max(1.5, Math.abs(row.to - row.from) * scale);
      double y = top + (pitch - bar) / 2;
      pen.fill(x, y, wide, bar, row.ink);
      pen.outline(x, y, wide, bar, theme.border());
      pen.text(
          type, row.number(), x + wide + 6 * pen.scale, textTop, Align.LEFT, theme.foreground());
      if (!row.equals(rows.getLast())) {
        // from the end of this bar down to the next one
        double at = Pen.crisp(left + row.to * scale);
        pen.dashed(at, y + bar, at, y + pitch, 1, theme.muted());
      }
      top += pitch;
    }
    pen.line(Pen.crisp(left), Pen.MARGIN, Pen.crisp(left), top, 1, theme.border());
  }

  @Override
  public String spoken() {
    var losses =
        waterfall.steps().stream()
            .filter(step -> Math.abs(step.loss()) >= SMALL * waterfall.workers())
            .map(step ->
                Texts.say(
                    step.loss() > 0 ? "waterfall.spoken.loss" : "waterfall.spoken.gain",
                    step.cause().label(),
                    Texts.number(Math.abs(step.loss()), 2)))
            .toList();
    return Texts.say(
        "waterfall.spoken",
        Integer.toString(waterfall.workers()),
        Texts.number(waterfall.speedup(), 2),
        losses.isEmpty() ? Texts.say("waterfall.spoken.none") : String.join(", ", losses));
  }

  @Override
  public List<List<String>> table() {
    var rows = new ArrayList<List<String>>();
    rows.add(
        List.of(
            Texts.say("waterfall.column.cause"),
            Texts.say("waterfall.column.lost"),
            Texts.say("waterfall.column.after")));
    for (var step : waterfall.steps()) {
      rows.add(
          List.of(
              step.cause().label(), Texts.number(step.loss(), 3), Texts.number(step.after(), 3)));
    }
    return rows;
  }
}
