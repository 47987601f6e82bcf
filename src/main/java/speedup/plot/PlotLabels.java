package speedup.plot;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import speedup.measure.EngineKind;

/**
 * The labels of a plot: each finds a place of its own beside what it names, or is left out, so the
 * most important ones come first.
 */
final class PlotLabels {
  private final Pen pen;
  private final PlotArea area;
  private final LabelPlacer placer;
  private final double line;

  PlotLabels(Pen pen, PlotArea area) {
    this.pen = pen;
    this.area = area;
    placer = new LabelPlacer(area.frame());
    line = pen.small.lineHeight();
  }

  /** Keeps labels away from what stands around a pixel. */
  void block(double x, double y, double reach) {
    placer.block(new LabelPlacer.Box(x - reach, y - reach, 2 * reach, 2 * reach));
  }

  /** Names the first noisy run and the first outlier: the shapes need no legend then. */
  void namesOfShapes(List<Measured> points) {
    boolean noisy = false;
    boolean outlier = false;
    for (var point : points) {
      for (var dot : point.dots()) {
        if (dot.noisy() && !noisy) {
          noisy =
              labelBeside(Texts.say("study.noisy"), point.at(), dot.value(), 0, pen.theme.muted());
        }
        if (dot.outlier() && !outlier) {
          outlier =
              labelBeside(
                  Texts.say("study.outlier"), point.at(), dot.value(), 0, pen.theme.muted());
        }
      }
    }
  }

  /** The medians as numbers with this pattern and digits. */
  void namesOfMedians(List<Measured> points, String key, int decimals, double shift) {
    for (var point : points) {
      labelBeside(
          Texts.say(key, Texts.number(point.median(), decimals)),
          point.at(),
          point.median(),
          shift,
          pen.theme.foreground());
    }
  }

  /** What the points of an engine's colour are, at the top left with such a point before it. */
  void key(String text, EngineKind engine) {
    double dot = 4 * pen.scale;
    double x = area.left() + 4 + dot;
    double y = area.top() + 2 + line / 2;
    pen.dot(x, y, dot, pen.theme.engine(engine));
    label(text, x + dot + 4, area.top() + 2, pen.theme.muted());
  }

  /** The names of the rules at the cores of a machine. */
  void namesOfCores(int physical, int logical) {
    if (logical == physical) {
      labelOfRule(Texts.say("speedup.cores", Integer.toString(physical)), physical, muted());
    } else {
      labelOfRule(
          Texts.say("speedup.cores.physical", Integer.toString(physical)), physical, muted());
      labelOfRule(Texts.say("speedup.cores.logical", Integer.toString(logical)), logical, muted());
    }
  }

  private Ink muted() {
    return pen.theme.muted();
  }

  /** Small print in the upper left corner, or where there is room under it. */
  void note(String text, Ink ink) {
    var wish = new LabelPlacer.Box(area.left() + 6, area.top() + 2, pen.small.width(text), line);
    var box = placer.takeNear(wish, 4);
    if (box != null) {
      write(text, box, ink);
    }
  }

  /** A label beside a median: right of it, under it, or left above it. */
  boolean labelBeside(String text, double at, double value, double shift, Ink ink) {
    double width = pen.small.width(text);
    double gap = 9 * pen.scale;
    double x = area.x(at) + shift;
    double y = area.y(value);
    return label(text, x + gap, y + 2, ink)
        || label(text, x - width / 2, y + gap, ink)
        || label(text, x - gap - width, y - line - 2, ink)
        || label(text, x + gap, y - line - gap, ink);
  }

  /** A label at the right end of a curve, under it or near. */
  void labelAtEnd(String text, DoubleUnaryOperator of, Ink ink) {
    double width = pen.small.width(text);
    double x = area.right() - width - 4;
    double lowest =
        Math.max(
            area.y(of.applyAsDouble(area.xMax())),
            area.y(of.applyAsDouble(Math.max(1, area.value(x)))));
    double top = Math.clamp(lowest + 4 * pen.scale, area.top(), area.bottom() - line);
    var box = placer.takeNear(new LabelPlacer.Box(x, top, width, line), 6);
    if (box != null) {
      write(text, box, ink);
    }
  }

  /** A label left above a rising line, some way before its end. */
  void labelAlong(String text, DoubleUnaryOperator of, double end, Ink ink) {
    for (double share : new double[] {0.85, 0.7, 0.55, 0.95, 0.4}) {
      double at = 1 + (end - 1) * share;
      double x = area.x(at) - pen.small.width(text) - 8 * pen.scale;
      if (label(text, x, area.y(of.applyAsDouble(at)) - line, ink)) {
        return;
      }
    }
  }

  /** A label on a level; at the top where the level lies above it. */
  void labelOfLevel(String text, double value, Ink ink) {
    double width = pen.small.width(text);
    double y = Math.max(area.top(), area.shows(value) ? area.y(value) - line - 1 : area.top() + 1);
    for (double x = area.right() - width - 4; x > area.left(); x -= width / 2) {
      if (label(text, x, y, ink)) {
        return;
      }
    }
  }

  /** A label at the foot of a rule, or higher. */
  void labelOfRule(String text, double at, Ink ink) {
    if (at < area.xMin() || at > area.xMax()) {
      return;
    }
    double x = area.x(at) + 4;
    for (double y = area.bottom() - line - 2; y > area.top(); y -= line) {
      if (label(text, x, y, ink) || label(text, x - 8 - pen.small.width(text), y, ink)) {
        return;
      }
    }
  }

  /** A label whose left upper corner is here, if the place is free. */
  private boolean label(String text, double x, double y, Ink ink) {
    var box = new LabelPlacer.Box(x, y, pen.small.width(text), line);
    if (!placer.take(box)) {
      return false;
    }
    write(text, box, ink);
    return true;
  }

  private void write(String text, LabelPlacer.Box box, Ink ink) {
    pen.fill(
        box.x() - 1, box.y(), box.width() + 2, box.height(), pen.theme.background().faded(0.8));
    pen.text(pen.small, text, box.x(), box.y(), Align.LEFT, ink);
  }
}
