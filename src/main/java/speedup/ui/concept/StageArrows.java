package speedup.ui.concept;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import speedup.concept.StageState;
import speedup.concept.StageState.Actor;
import speedup.concept.StageState.Phase;
import speedup.plot.Align;
import speedup.plot.Ink;
import speedup.plot.Pen;
import speedup.ui.Messages;
import speedup.ui.concept.StagePlan.Band;
import speedup.ui.concept.StagePlan.Box;

/** The arrows between processes and what they use: what is held, waited for, or used next. */
final class StageArrows {
  /** Why there is an arrow. */
  enum Why {
    HOLDS,
    WAITS,
    USES
  }

  /**
   * An arrow.
   *
   * @param to the name of an object, or of another process
   */
  record Arrow(String actor, String to, Why why, boolean inCycle) {}

  /** With more arrows than this there is no room for their words. */
  private static final int MOST_WORDS = 8;

  private final Pen pen;
  private final StagePlan plan;

  StageArrows(Pen pen, StagePlan plan) {
    this.pen = pen;
    this.plan = plan;
  }

  /** All arrows of a stage; of a circle that has ended those that it had. */
  static List<Arrow> of(StageState state, Optional<Cycle> cycle) {
    var arrows = new ArrayList<Arrow>();
    for (var actor : state.actors()) {
      for (var object : state.objects()) {
        why(state, actor, object.name(), cycle)
            .ifPresent(why ->
                arrows.add(
                    new Arrow(
                        actor.name(), object.name(), why, part(cycle, actor, object.name(), why))));
      }
      if (!actor.object().equals(actor.name()) && state.actor(actor.object()).isPresent()) {
        var why = actor.phase() == Phase.BLOCKED ? Why.WAITS : Why.USES;
        arrows.add(new Arrow(actor.name(), actor.object(), why, false));
      }
    }
    return arrows;
  }

  private static boolean part(Optional<Cycle> cycle, Actor actor, String object, Why why) {
    return cycle
        .filter(found ->
            why == Why.WAITS
                ? found.waits(actor.name(), object)
                : why == Why.HOLDS && found.holds(actor.name(), object))
        .isPresent();
  }

  private static Optional<Why> why(
      StageState state, Actor actor, String name, Optional<Cycle> cycle) {
    var object = state.object(name).orElseThrow();
    if (object.holders().contains(actor.name())
        || cycle.filter(found -> found.holds(actor.name(), name)).isPresent()) {
      return Optional.of(Why.HOLDS);
    }
    if (object.waiting().contains(actor.name())
        || cycle.filter(found -> found.waits(actor.name(), name)).isPresent()) {
      return Optional.of(Why.WAITS);
    }
    return actor.object().equals(name) && !actor.over() ? Optional.of(Why.USES) : Optional.empty();
  }

  /** Where an arrow begins and ends. */
  private record Way(Arrow arrow, double x1, double y1, double x2, double y2) {}

  void draw(List<Arrow> arrows) {
    // among many processes an arrow for each of their next operations would hide the others
    var ways = ways(arrows.stream().filter(one -> !plan.crowd() || one.why() != Why.USES).toList());
    for (var way : ways) {
      draw(way);
    }
    if (arrows.size() <= MOST_WORDS && !plan.crowd()) {
      for (var way : ways) {
        label(way);
      }
    }
  }

  private List<Way> ways(List<Arrow> arrows) {
    var toObjects = arrows.stream().filter(one -> plan.objects().containsKey(one.to())).toList();
    var starts = ends(toObjects, Arrow::actor, one -> plan.objects().get(one.to()));
    var ends =
        ends(
            toObjects,
            one -> one.to() + plan.actors().get(one.actor()).band(),
            one -> plan.actors().get(one.actor()));
    var ways = new ArrayList<Way>();
    for (var arrow : arrows) {
      var from = plan.actors().get(arrow.actor());
      var to = plan.objects().get(arrow.to());
      if (to == null) {
        ways.add(between(arrow, from, plan.actors().get(arrow.to())));
        continue;
      }
      var above = from.band() == Band.ABOVE;
      ways.add(
          new Way(
              arrow,
              from.x() + from.width() * starts.get(arrow),
              above ? from.bottom() : from.y(),
              to.x() + to.width() * ends.get(arrow),
              above ? to.y() : to.bottom()));
    }
    return ways;
  }

  /** Spreads the ends of arrows that share an edge, as a share of its width. */
  private static Map<Arrow, Double> ends(
      List<Arrow> arrows, Function<Arrow, String> edge, Function<Arrow, Box> other) {
    var shares = new HashMap<Arrow, Double>();
    for (var group : arrows.stream().collect(Collectors.groupingBy(edge)).values()) {
      var sorted =
          group.stream()
              .sorted(Comparator.comparingDouble(one -> other.apply(one).middleX()))
              .toList();
      for (var i = 0; i < sorted.size(); i++) {
        shares.put(sorted.get(i), (i + 1.0) / (sorted.size() + 1));
      }
    }
    return shares;
  }

  /** From one process to another one. */
  private static Way between(Arrow arrow, Box from, Box to) {
    if (Math.abs(from.y() - to.y()) < 1) {
      var rightwards = to.x() > from.x();
      return new Way(
          arrow,
          rightwards ? from.right() : from.x(),
          from.middleY(),
          rightwards ? to.x() : to.right(),
          to.middleY());
    }
    var down = to.y() > from.y();
    return new Way(
        arrow,
        from.middleX(),
        down ? from.bottom() : from.y(),
        to.middleX(),
        down ? to.y() : to.bottom());
  }

  private void draw(Way way) {
    var t = plan.text();
    var arrow = way.arrow();
    var ink = ink(arrow);
    var wide = arrow.inCycle() ? t / 4 : arrow.why() == Why.USES ? t / 11 : t / 6;
    var stroke = Math.max(arrow.why() == Why.USES ? 1.5 : 3, wide);
    if (arrow.why() == Why.WAITS) {
      pen.dash(0.55 * t, 0.35 * t);
    }
    pen.line(way.x1(), way.y1(), way.x2(), way.y2(), stroke, ink);
    pen.solid();
    if (arrow.inCycle() && arrow.why() == Why.HOLDS) {
      head(way.x2(), way.y2(), way.x1(), way.y1(), ink); // round the circle: the object is held by
    } else {
      head(way.x1(), way.y1(), way.x2(), way.y2(), ink);
    }
  }

  private Ink ink(Arrow arrow) {
    if (arrow.inCycle() || arrow.why() == Why.WAITS) {
      return pen.theme.lock();
    }
    return arrow.why() == Why.HOLDS ? pen.theme.foreground() : pen.theme.muted();
  }

  private void head(double x1, double y1, double x2, double y2, Ink ink) {
    var length = Math.hypot(x2 - x1, y2 - y1);
    if (length < 1) {
      return;
    }
    var size = Math.min(0.75 * plan.text(), length);
    var dx = (x2 - x1) / length * size;
    var dy = (y2 - y1) / length * size;
    pen.area(
        new double[] {x2, x2 - dx - dy * 0.5, x2 - dx + dy * 0.5},
        new double[] {y2, y2 - dy + dx * 0.5, y2 - dy - dx * 0.5},
        3,
        ink);
  }

  private void label(Way way) {
    var arrow = way.arrow();
    if (arrow.why() == Why.USES || Math.abs(way.y2() - way.y1()) < pen.body.lineHeight()) {
      return; // between two processes side by side is no room for a word
    }
    var key =
        arrow.why() == Why.WAITS
            ? "concept.arrow.waits"
            : arrow.inCycle() ? "concept.arrow.held" : "concept.arrow.holds";
    var words = Messages.get(key);
    var t = plan.text();
    var wide = pen.body.width(words);
    var high = pen.body.lineHeight();
    var share = arrow.why() == Why.WAITS ? 0.3 : 0.5;
    var x = way.x1() + (way.x2() - way.x1()) * share;
    var y = way.y1() + (way.y2() - way.y1()) * share;
    // beside the line, on the side where no other one of the process goes
    var atLeft =
        arrow.why() == Why.WAITS
            ? way.x2() >= way.x1() - 1
            : way.x1() <= plan.actors().get(arrow.actor()).middleX() + 1;
    // the flatter the line, the more the word goes out of its way
    var flat = 1 - Math.min(1, Math.abs(way.y2() - way.y1()) / Math.abs(way.x2() - way.x1()));
    var away = atLeft == (way.x2() >= way.x1() - 1) ? flat : -flat;
    y += away * 0.7 * high * Math.signum(way.y2() - way.y1());
    var left = atLeft ? x - wide - 0.6 * t : x + 0.6 * t;
    pen.fill(left - 2, y - high / 2, wide + 4, high, pen.theme.background());
    pen.text(pen.body, words, left, y - high / 2, Align.LEFT, pen.theme.foreground());
  }
}
