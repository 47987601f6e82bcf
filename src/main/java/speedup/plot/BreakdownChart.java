package speedup.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import speedup.measure.Breakdown;
import speedup.scaling.Verdict.Part;

/**
 * Where the time of all workers went, as one stacked bar.
 *
 * @param breakdown what is drawn; empty for an outline
 * @param highlight the part that a verdict speaks of, which is framed
 */
public record BreakdownChart(Optional<Breakdown> breakdown, Optional<Part> highlight)
    implements Chart {
  /** Parts smaller than this are drawn without a label. */
  private static final double SMALLEST_LABELLED = 0.005;

  private static final double THICKEST = 44;
  private static final double LABEL_GAP = 10;

  /** Neither is null. */
  public BreakdownChart {
    Objects.requireNonNull(breakdown);
    Objects.requireNonNull(highlight);
  }

  /** Where a part is drawn. */
  private record Segment(Part part, double share, double left, double width) {}

  @Override
  public void draw(Pen pen, double width, double height) {
    var line = pen.small.lineHeight();
    var top = 4.0;
    var right = width - Pen.MARGIN;
    var segments = segments(Pen.MARGIN, right);
    var rows = labelsNeedTwoRows(pen, segments, right) ? 2 : 1;
    var room = height - top - rows * line - 10 * pen.scale;
    var barHeight = Math.floor(Math.clamp(room, 8, THICKEST * pen.scale));
    if (segments.isEmpty()) {
      pen.dash(4, 4);
      pen.outline(Pen.MARGIN, top, right - Pen.MARGIN, barHeight, pen.theme.border());
      pen.solid();
      pen.text(
          pen.small,
          Pen.fit(pen.small, Texts.say("breakdown.empty"), right - 2 * Pen.MARGIN),
          width / 2,
          top + (barHeight - line) / 2,
          Align.CENTER,
          pen.theme.muted());
      return;
    }
    var outside = new ArrayList<Segment>();
    for (var segment : segments) {
      drawSegment(pen, segment, top, barHeight);
      if (!labelInside(pen, segment, top, barHeight) && segment.share() >= SMALLEST_LABELLED) {
        outside.add(segment);
      }
    }
    segments.stream()
        .filter(segment -> Optional.of(segment.part()).equals(highlight))
        .forEach(segment -> frame(pen, segment, top, barHeight));
    labelOutside(pen, outside, top + barHeight, height, right);
  }

  private static boolean labelsNeedTwoRows(Pen pen, List<Segment> segments, double right) {
    var needed =
        segments.stream()
            .filter(segment -> segment.share() >= SMALLEST_LABELLED)
            .filter(segment -> !fitsInside(pen, segment))
            .mapToDouble(segment -> pen.small.width(label(segment)) + LABEL_GAP * pen.scale)
            .sum();
    return needed > right - Pen.MARGIN;
  }

  private static boolean fitsInside(Pen pen, Segment segment) {
    return pen.small.width(label(segment)) + 8 * pen.scale <= segment.width();
  }

  private List<Segment> segments(double left, double right) {
    var segments = new ArrayList<Segment>();
    var total = breakdown.map(Breakdown::total).orElse(0.0);
    if (total <= 0) {
      return segments;
    }
    var before = 0.0;
    for (var part : Part.values()) {
      var share = seconds(part) / total;
      if (share > 0) {
        var from = Math.round(left + (right - left) * before);
        before += share;
        segments.add(
            new Segment(part, share, from, Math.round(left + (right - left) * before) - from));
      }
    }
    return segments;
  }

  private double seconds(Part part) {
    var all = breakdown.orElseThrow();
    return switch (part) {
      case START -> all.start();
      case WARM_UP -> all.warmUp();
      case WAITING -> all.waiting();
      case SERIALISE -> all.serialise();
      case COMPUTE -> all.compute();
      case IDLE_TAIL -> all.idleTail();
      case MERGE -> all.merge();
    };
  }

  /** Fill, hatching and outline: the parts differ without their colours too. */
  private static void drawSegment(Pen pen, Segment segment, double top, double height) {
    var theme = pen.theme;
    var left = segment.left();
    var width = segment.width();
    pen.fill(left, top, width, height, theme.part(segment.part()));
    switch (segment.part()) {
      case WAITING -> pen.hatch(left, top, width, height, theme.waiting());
      case START -> pen.hatch(left, top, width, height, Ink.BLACK.faded(0.35));
      default -> {}
    }
    if (width >= 2) {
      pen.outline(left, top, width, height, outlineOf(theme, segment.part()));
    }
  }

  private static Ink outlineOf(ChartTheme theme, Part part) {
    return part == Part.SERIALISE ? theme.foreground() : theme.border();
  }

  private static void frame(Pen pen, Segment segment, double top, double height) {
    var stroke = 3 * pen.scale;
    pen.frame(
        segment.left(),
        top - 1,
        Math.max(stroke, segment.width()),
        height + 2,
        stroke,
        pen.theme.foreground());
  }

  /** Name and share, or the share alone, where there is room in the part. */
  private static boolean labelInside(Pen pen, Segment segment, double top, double height) {
    var type = pen.small;
    if (height < type.lineHeight() || !fitsInside(pen, segment)) {
      return false;
    }
    var text = label(segment);
    var width = type.width(text);
    var fill = pen.theme.part(segment.part());
    var left = segment.left() + (segment.width() - width) / 2;
    var y = top + (height - type.lineHeight()) / 2;
    // hatching behind a text makes it hard to read
    pen.fill(left - 3, y, width + 6, type.lineHeight(), fill);
    pen.text(type, text, left, y, Align.LEFT, ChartTheme.textOn(fill));
    return true;
  }

  /**
   * In a row under the bar, each with a line from its part; the others in a legend under it, which
   * a room does not read.
   */
  private static void labelOutside(
      Pen pen, List<Segment> segments, double barBottom, double height, double right) {
    var line = pen.small.lineHeight();
    var top = barBottom + 8 * pen.scale;
    var lefts = new double[segments.size()];
    var gap = LABEL_GAP * pen.scale;
    var from = Pen.MARGIN;
    for (var i = 0; i < lefts.length; i++) {
      var segment = segments.get(i);
      var wish = segment.left() + segment.width() / 2 - 4;
      lefts[i] = Math.max(from, wish);
      from = lefts[i] + pen.small.width(label(segment)) + gap;
    }
    var limit = right;
    for (var i = lefts.length - 1; i >= 0; i--) {
      var width = pen.small.width(label(segments.get(i)));
      lefts[i] = Math.min(lefts[i], limit - width);
      limit = lefts[i] - gap;
    }
    var free = new LabelPlacer(new LabelPlacer.Box(Pen.MARGIN, top, right - Pen.MARGIN, line));
    var order = new ArrayList<Integer>();
    for (var i = 0; i < lefts.length; i++) {
      order.add(i);
    }
    order.sort((a, b) -> Double.compare(segments.get(b).share(), segments.get(a).share()));
    var legend = new ArrayList<Segment>();
    for (var i : order) {
      var segment = segments.get(i);
      var text = label(segment);
      var width = pen.small.width(text);
      var left = Math.clamp(lefts[i], Pen.MARGIN, Math.max(Pen.MARGIN, right - width));
      if (free.take(new LabelPlacer.Box(left, top, width, line))) {
        var middle = segment.left() + segment.width() / 2;
        var elbow = Math.clamp(middle, left + 3, left + width - 3);
        pen.line(middle, barBottom, elbow, top + 2, 1, pen.theme.muted());
        pen.text(pen.small, text, left, top, Align.LEFT, pen.theme.foreground());
      } else {
        legend.add(segment);
      }
    }
    if (!pen.theme.projected()) {
      drawLegend(pen, legend, top + line, height, right);
    }
  }

  private static void drawLegend(
      Pen pen, List<Segment> segments, double top, double height, double right) {
    var line = pen.small.lineHeight();
    var box = Math.round(line * 0.6);
    var x = Pen.MARGIN;
    for (var segment : segments) {
      var text = label(segment);
      var end = x + box + 4 + pen.small.width(text);
      if (end > right || top + line > height) {
        return;
      }
      var swatch = new Segment(segment.part(), segment.share(), x, box);
      drawSegment(pen, swatch, Math.round(top + (line - box) / 2), box);
      pen.text(pen.small, text, x + box + 4, top, Align.LEFT, pen.theme.foreground());
      x = end + LABEL_GAP * pen.scale;
    }
  }

  private static String label(Segment segment) {
    return Texts.say("breakdown.label", name(segment.part()), Texts.percent(segment.share()));
  }

  private static String name(Part part) {
    return Texts.say("breakdown.part." + part.name().toLowerCase(Locale.ROOT));
  }

  @Override
  public String spoken() {
    var segments = segments(0, 1);
    if (segments.isEmpty()) {
      return Texts.say("breakdown.empty");
    }
    var labels = segments.stream().map(BreakdownChart::label).toList();
    return Texts.say("breakdown.spoken", String.join(", ", labels));
  }

  @Override
  public List<List<String>> table() {
    var rows = new ArrayList<List<String>>();
    rows.add(
        Stream.of("part", "seconds", "share")
            .map(column -> Texts.say("breakdown.column." + column))
            .toList());
    var total = breakdown.map(Breakdown::total).orElse(0.0);
    if (total > 0) {
      Arrays.stream(Part.values())
          .map(part ->
              List.of(
                  name(part), Texts.number(seconds(part), 4), Texts.percent(seconds(part) / total)))
          .forEach(rows::add);
    }
    return rows;
  }
}
