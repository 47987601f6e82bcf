package speedup.ui.concept;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import speedup.concept.StageState.Kind;
import speedup.concept.StageState.SharedThing;
import speedup.plot.Align;
import speedup.plot.Ink;
import speedup.plot.Pen;
import speedup.ui.Messages;
import speedup.ui.concept.StagePlan.Box;

/** Draws an object that processes share: its name, its state, who waits, and what is in it. */
final class ThingSketch {
  private static final int FILE_LINES = 4;
  private static final int CELL_ROWS = 3;
  private static final double CELL_LINES = 1.3;
  private static final double LETTER = 0.56;
  private static final int MOST_PLACES = 12;
  private static final Set<String> UP = Set.of("up", "set", "true", "raised", "open");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");

  private final Pen pen;
  private final double t;
  private final SharedThing thing;
  private final Box box;

  /**
   * A drawing.
   *
   * @param pen whose usual text has this size
   */
  ThingSketch(Pen pen, double text, SharedThing thing, Box box) {
    this.pen = pen;
    this.t = text;
    this.thing = thing;
    this.box = box;
  }

  /** Whether an object has content that needs much room. */
  static boolean isWide(SharedThing thing) {
    return thing.kind() == Kind.CHANNEL || !thing.items().isEmpty();
  }

  /**
   * How many lines an object needs.
   *
   * @param inside the width of its inside, in heights of the text
   */
  static double lines(SharedThing thing, double inside) {
    var head = StagePlan.isWaitedFor(thing.kind()) ? 3 : 2;
    return head + contentLines(thing, inside);
  }

  private static double contentLines(SharedThing thing, double inside) {
    if (thing.kind() == Kind.CHANNEL) {
      return CELL_LINES;
    }
    if (thing.kind() == Kind.FILE) {
      return Math.min(FILE_LINES, thing.items().size());
    }
    if (thing.items().isEmpty()) {
      return 0;
    }
    var length = thing.items().stream().mapToDouble(item -> item.length() * LETTER + 1).sum();
    return CELL_LINES * Math.clamp((int) Math.ceil(length * 1.1 / inside), 1, CELL_ROWS);
  }

  /** The kind in a word. */
  static String kind(Kind kind) {
    return Messages.get("concept.kind." + kind.name().toLowerCase(Locale.ROOT));
  }

  /** What it is now, in words: its holders, else its value. */
  static String status(SharedThing thing) {
    return thing.holders().isEmpty() ? thing.value() : held(thing, names(thing.holders()));
  }

  private static String held(SharedThing thing, String holders) {
    return thing.kind() == Kind.SEMAPHORE
        ? Messages.get("concept.held.some", thing.holders().size(), holders)
        : Messages.get("concept.held", holders);
  }

  /** Who waits; empty for nobody. */
  static String waiting(SharedThing thing) {
    return thing.waiting().isEmpty() ? "" : waits(names(thing.waiting()));
  }

  private static String waits(String names) {
    return Messages.get("concept.waiting", names);
  }

  private static String names(List<String> all) {
    return String.join(", ", all);
  }

  void draw() {
    pen.fill(
        box.x(),
        box.y(),
        box.width(),
        box.height(),
        pen.theme.background().mix(pen.theme.accent(), 0.07));
    pen.frame(box.x(), box.y(), box.width(), box.height(), stroke(), pen.theme.foreground());
    var x = box.x() + StagePlan.PAD * t;
    var room = box.width() - 2 * StagePlan.PAD * t;
    var y = box.y() + StagePlan.PAD * t;
    drawHead(x, y, room);
    y += line();
    var glyph = drawGlyph(x, y);
    write(statusIn(room - glyph), x + glyph, y, room - glyph, pen.strong);
    y += line();
    if (StagePlan.isWaitedFor(thing.kind())) {
      write(waitingIn(room), x, y, room, pen.body);
      y += line();
    }
    drawContent(x, y, room);
  }

  private String statusIn(double room) {
    return thing.holders().isEmpty()
        ? status(thing)
        : held(
            thing,
            Names.fitting(thing.holders(), names -> pen.strong.width(held(thing, names)) <= room));
  }

  private String waitingIn(double room) {
    return thing.waiting().isEmpty()
        ? ""
        : waits(Names.fitting(thing.waiting(), names -> pen.body.width(waits(names)) <= room));
  }

  private double stroke() {
    return Math.max(1.5, t / 12);
  }

  private double line() {
    return StagePlan.LINE * t;
  }

  private void write(String text, double x, double y, double room, speedup.plot.Type type) {
    pen.text(type, Pen.fit(type, text, room), x, y, Align.LEFT, pen.theme.foreground());
  }

  private void drawHead(double x, double y, double room) {
    var name = Pen.fit(pen.strong, thing.name(), room);
    pen.text(pen.strong, name, x, y, Align.LEFT, pen.theme.foreground());
    var kind = kind(thing.kind());
    if (pen.strong.width(name) + t + pen.body.width(kind) <= room) {
      pen.text(pen.body, kind, x + room, y, Align.RIGHT, pen.theme.muted());
    }
  }

  /** Draws a sign for its state. Answers how much room it took. */
  private double drawGlyph(double x, double y) {
    return switch (thing.kind()) {
      case LOCK -> padlock(x, y + 0.1 * t);
      case SEMAPHORE -> places(x, y, taken());
      case BARRIER -> places(x, y, thing.waiting().size());
      case FLAG -> flag(x, y + 0.1 * t, UP.contains(thing.value().toLowerCase(Locale.ROOT)));
      default -> 0;
    };
  }

  private int taken() {
    if (!thing.holders().isEmpty()) {
      return thing.holders().size();
    }
    var free = NUMBER.matcher(thing.value());
    return free.find() ? thing.capacity() - Integer.parseInt(free.group()) : 0;
  }

  private double padlock(double x, double y) {
    var shut = !thing.holders().isEmpty() || thing.value().equals("held");
    var ink = shut ? pen.theme.lock() : pen.theme.done();
    var lift = shut ? 0 : 0.18 * t;
    var steps = 12;
    var xs = new double[steps + 3];
    var ys = new double[steps + 3];
    xs[0] = x + 0.2 * t;
    ys[0] = y + 0.55 * t - lift;
    for (var i = 0; i <= steps; i++) {
      var angle = Math.PI * (1 - (double) i / steps);
      xs[i + 1] = x + 0.45 * t + 0.25 * t * Math.cos(angle);
      ys[i + 1] = y + 0.32 * t - 0.25 * t * Math.sin(angle) - lift;
    }
    xs[steps + 2] = x + 0.7 * t;
    ys[steps + 2] = shut ? y + 0.55 * t : y + 0.36 * t - lift;
    pen.curve(xs, ys, steps + 3, Math.max(2, t / 8), ink);
    pen.fill(x + 0.05 * t, y + 0.5 * t, 0.8 * t, 0.55 * t, ink);
    return 1.2 * t;
  }

  private double places(double x, double y, int taken) {
    var count = Math.min(MOST_PLACES, thing.capacity());
    var size = 0.75 * t;
    for (var i = 0; i < count; i++) {
      var left = x + i * (size + 0.25 * t);
      if (i < taken) {
        pen.fill(left, y + 0.25 * t, size, size, pen.theme.lock());
      }
      pen.frame(left, y + 0.25 * t, size, size, stroke(), pen.theme.foreground());
    }
    return count == 0 ? 0 : count * (size + 0.25 * t) + 0.3 * t;
  }

  private double flag(double x, double y, boolean up) {
    var pole = x + 0.15 * t;
    pen.line(pole, y, pole, y + 1.05 * t, Math.max(2, t / 9), pen.theme.foreground());
    var top = up ? y : y + 0.5 * t;
    var ink = up ? pen.theme.done() : pen.theme.border();
    pen.area(
        new double[] {pole, pole + 0.75 * t, pole},
        new double[] {top, top + 0.27 * t, top + 0.54 * t},
        3,
        ink);
    return 1.2 * t;
  }

  private void drawContent(double x, double y, double room) {
    if (thing.kind() == Kind.FILE) {
      var last = Math.max(0, thing.items().size() - FILE_LINES);
      var at = y;
      for (var item : thing.items().subList(last, thing.items().size())) {
        write(item, x, at, room, pen.body);
        at += line();
      }
    } else if (thing.kind() == Kind.CHANNEL) {
      drawChannel(x, y, room);
    } else {
      drawCells(x, y, room);
    }
  }

  private void drawCells(double x, double y, double room) {
    var left = x;
    var top = y;
    for (var i = 0; i < thing.items().size(); i++) {
      var text = Pen.fit(pen.body, thing.items().get(i), room - t);
      var wide = pen.body.width(text) + 0.7 * t;
      if (left > x && left + wide > x + room) {
        left = x;
        top += CELL_LINES * line();
      }
      var lastRow = top + 2 * CELL_LINES * line() > box.bottom();
      var more = "+" + (thing.items().size() - i);
      if (top + CELL_LINES * line() > box.bottom() + 1) {
        return;
      }
      if (lastRow
          && i < thing.items().size() - 1
          && left + wide + 0.3 * t + pen.body.width(more) + 0.5 * t > x + room) {
        pen.text(pen.body, more, left, top + 0.1 * t, Align.LEFT, pen.theme.muted());
        return;
      }
      cell(text, left, top, wide, pen.theme.background());
      left += wide + 0.3 * t;
    }
  }

  private void cell(String text, double x, double y, double wide, Ink ground) {
    var high = line() * 1.08;
    pen.fill(x, y, wide, high, ground);
    pen.frame(x, y, wide, high, stroke(), pen.theme.foreground());
    var top = y + (high - pen.body.lineHeight()) / 2;
    pen.text(pen.body, text, x + wide / 2, top, Align.CENTER, pen.theme.foreground());
  }

  /** The oldest item is at the right, where it comes out. */
  private void drawChannel(double x, double y, double room) {
    var high = line() * 1.08;
    var tip = 0.7 * t;
    var inside = room - tip - 0.2 * t;
    pen.line(x, y - 2, x + inside, y - 2, stroke(), pen.theme.border());
    pen.line(x, y + high + 2, x + inside, y + high + 2, stroke(), pen.theme.border());
    pen.area(
        new double[] {x + room - tip, x + room, x + room - tip},
        new double[] {y + 0.25 * high, y + high / 2, y + 0.75 * high},
        3,
        pen.theme.muted());
    var right = x + inside;
    for (var i = 0; i < thing.items().size(); i++) {
      var text = Pen.fit(pen.body, thing.items().get(i), inside - t);
      var wide = pen.body.width(text) + 0.8 * t;
      var more = "+" + (thing.items().size() - i);
      var needed = i == thing.items().size() - 1 ? 0 : pen.body.width(more) + 0.4 * t;
      if (right - wide - needed < x) {
        pen.text(pen.body, more, right - 0.2 * t, y + 0.1 * t, Align.RIGHT, pen.theme.foreground());
        return;
      }
      cell(text, right - wide, y, wide, pen.theme.background());
      right -= wide + 0.2 * t;
    }
  }
}
