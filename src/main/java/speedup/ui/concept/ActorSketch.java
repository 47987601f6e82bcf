package speedup.ui.concept;

import java.util.Locale;
import speedup.concept.StageState.Actor;
import speedup.concept.StageState.Phase;
import speedup.plot.Align;
import speedup.plot.Ink;
import speedup.plot.Pen;
import speedup.plot.Type;
import speedup.ui.Messages;
import speedup.ui.concept.StagePlan.Box;

/** Draws a process: its name, its number, where it is and what it does. */
final class ActorSketch {
  private final Pen pen;
  private final double t;
  private final Actor actor;
  private final Box box;
  private final Ink tint;

  /**
   * A drawing.
   *
   * @param pen whose usual text has this size
   * @param tint of the process, as beside its line of code
   */
  ActorSketch(Pen pen, double text, Actor actor, Box box, Ink tint) {
    this.pen = pen;
    this.t = text;
    this.actor = actor;
    this.box = box;
    this.tint = tint;
  }

  /** Where a process is, in a word. */
  static String phase(Actor actor) {
    return Messages.get("concept.phase." + actor.phase().name().toLowerCase(Locale.ROOT));
  }

  /** Where a process is, in words that go on with its operation, where it has one. */
  static String phaseBefore(Actor actor) {
    var atOperation = actor.phase() == Phase.HELD || actor.phase() == Phase.BLOCKED;
    return atOperation && !actor.operation().isEmpty()
        ? Messages.get("concept.at." + actor.phase().name().toLowerCase(Locale.ROOT))
        : phase(actor);
  }

  /** What it does, said last, or died of; empty where there is nothing to say. */
  static String words(Actor actor) {
    if (!actor.end().isEmpty()) {
      return withoutPackage(actor.end());
    }
    if (!actor.operation().isEmpty()) {
      return actor.operation();
    }
    if (!actor.said().isEmpty()) {
      return actor.said();
    }
    return actor.rounds() > 0 ? Messages.get("concept.rounds", actor.rounds()) : "";
  }

  private static String withoutPackage(String failure) {
    return failure.replaceFirst("^(?:[a-z]\\w*\\.)+(?=[A-Z])", "");
  }

  /** Draws it, with a thick frame as a part of a cycle. */
  void draw(boolean inCycle, boolean crowd) {
    var over = actor.over();
    pen.fill(
        box.x(),
        box.y(),
        box.width(),
        box.height(),
        pen.theme.background().mix(tint, over ? 0.04 : 0.13));
    pen.fill(box.x(), box.y(), 0.35 * t, box.height(), tint);
    pen.frame(
        box.x(),
        box.y(),
        box.width(),
        box.height(),
        inCycle ? Math.max(4, t / 4) : Math.max(1.5, t / 12),
        inCycle ? pen.theme.lock() : pen.theme.border());
    var x = box.x() + 0.35 * t + StagePlan.PAD * t;
    var room = box.right() - StagePlan.PAD * t - x;
    var y = box.y() + StagePlan.PAD * t;
    drawName(x, y, room);
    y += line();
    drawGlyph(x, y + 0.15 * t);
    var phase = crowd ? phase(actor) : phaseBefore(actor);
    write(pen.body, phase, x + 1.15 * t, y, room - 1.15 * t);
    y += line();
    var words = words(actor);
    var type = crowd ? pen.body : pen.strong;
    var callOnly = crowd && type.width(words) > room && !actor.operation().isEmpty();
    write(type, callOnly ? actor.call() : words, x, y, room);
  }

  private double line() {
    return StagePlan.LINE * t;
  }

  private void write(Type type, String text, double x, double y, double room) {
    pen.text(type, Pen.fit(type, text, room), x, y, Align.LEFT, pen.theme.foreground());
  }

  private void drawName(double x, double y, double room) {
    var name = Pen.fit(pen.strong, actor.name(), room);
    pen.text(pen.strong, name, x, y, Align.LEFT, pen.theme.foreground());
    if (actor.pid() > 0) {
      var pid = Messages.get("concept.pid", actor.pid());
      if (pen.strong.width(name) + 0.6 * t + pen.body.width(pid) <= room) {
        pen.text(pen.body, pid, x + room, y, Align.RIGHT, pen.theme.muted());
      }
    }
  }

  /** The same as the word, for those who know it. */
  private void drawGlyph(double x, double y) {
    var size = 0.85 * t;
    switch (actor.phase()) {
      case WAITS_TO_START -> pen.frame(x, y, size, size, 1.5, pen.theme.muted());
      case HELD -> {
        pen.fill(x + 0.05 * t, y, 0.27 * t, size, pen.theme.foreground());
        pen.fill(x + 0.5 * t, y, 0.27 * t, size, pen.theme.foreground());
      }
      case RUNS -> triangle(x, y, size, pen.theme.compute());
      case BLOCKED -> {
        pen.hatch(x, y, size, size, pen.theme.lock());
        pen.frame(x, y, size, size, Math.max(1.5, t / 10), pen.theme.lock());
      }
      case ENDED -> pen.check(x, y, size, pen.theme.done());
      case FAILED, DIED -> pen.cross(x + size / 2, y + size / 2, size / 2, pen.theme.error());
    }
  }

  private void triangle(double x, double y, double size, Ink ink) {
    pen.area(new double[] {x, x + size, x}, new double[] {y, y + size / 2, y + size}, 3, ink);
  }
}
