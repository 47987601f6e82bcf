package speedup.ui.concept;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import speedup.concept.StageState;
import speedup.concept.StageState.Actor;
import speedup.concept.StageState.SharedThing;
import speedup.plot.Align;
import speedup.plot.Chart;
import speedup.plot.Pen;
import speedup.ui.Messages;

/**
 * A stage as it is drawn: processes, what they share, and who holds or waits for what. Drawn on any
 * surface, in a window or without one. Immutable.
 */
public final class StagePicture implements Chart {
  /** The usual text of a pen, in pixels. */
  private static final double PEN_TEXT = 13;

  private static final int CAPTION_LINES = 2;
  private static final double SMALLEST_CAPTION = 0.6;

  private final StageState state;
  private final Optional<Cycle> cycle;

  /** A picture of a moment. */
  public StagePicture(StageState state) {
    this(state, Cycle.in(state));
  }

  /**
   * A picture of a moment.
   *
   * @param cycle a circle of waiting processes that there is or has been
   */
  StagePicture(StageState state, Optional<Cycle> cycle) {
    this.state = state;
    this.cycle = cycle;
  }

  /** How much room it needs at least to be read. */
  double heightNeeded(double width, double scale) {
    return StagePlan.heightNeeded(state, width, scale, cycle.isPresent());
  }

  @Override
  public void draw(Pen base, double width, double height) {
    var plan = StagePlan.of(state, width, height, base.scale, cycle.isPresent());
    var pen = base.with(base.theme, plan.text() / PEN_TEXT);
    new StageArrows(pen, plan).draw(StageArrows.of(state, cycle));
    for (var object : state.objects()) {
      new ThingSketch(pen, plan.text(), object, plan.objects().get(object.name())).draw();
    }
    for (var i = 0; i < state.actors().size(); i++) {
      var actor = state.actors().get(i);
      var box = plan.actors().get(actor.name());
      new ActorSketch(pen, plan.text(), actor, box, pen.theme.worker(i))
          .draw(cycle.filter(found -> found.has(actor.name())).isPresent(), plan.crowd());
    }
    cycle.ifPresent(found -> drawCaption(pen, plan, found, width, height));
  }

  private static void drawCaption(
      Pen pen, StagePlan plan, Cycle cycle, double width, double height) {
    var room = width - plan.text();
    var scale = pen.scale;
    var caption = pen;
    var lines = wrap(caption, cycle.inWords(), room);
    while (lines.size() > CAPTION_LINES && scale > SMALLEST_CAPTION * pen.scale) {
      scale *= 0.9;
      caption = pen.with(pen.theme, scale);
      lines = wrap(caption, cycle.inWords(), room);
    }
    var y = height - (CAPTION_LINES * StagePlan.LINE + 0.2) * plan.text();
    for (var line : lines.subList(0, Math.min(CAPTION_LINES, lines.size()))) {
      caption.text(caption.strong, line, width / 2, y, Align.CENTER, pen.theme.foreground());
      y += caption.strong.lineHeight();
    }
  }

  private static List<String> wrap(Pen pen, String words, double room) {
    var lines = new ArrayList<String>();
    var line = "";
    for (var word : words.split(" ")) {
      var longer = line.isEmpty() ? word : line + " " + word;
      if (line.isEmpty() || pen.strong.width(longer) <= room) {
        line = longer;
      } else {
        lines.add(line);
        line = word;
      }
    }
    lines.add(line);
    return lines;
  }

  @Override
  public String spoken() {
    var parts = new ArrayList<String>();
    cycle.ifPresent(found -> parts.add(found.inWords()));
    state.actors().forEach(actor -> parts.add(spoken(actor)));
    state.objects().forEach(object -> parts.add(spoken(object)));
    return parts.stream().collect(Collectors.joining(" "));
  }

  private static String spoken(Actor actor) {
    return Messages.get(
        "concept.spoken.actor",
        actor.name(),
        ActorSketch.phaseBefore(actor),
        ActorSketch.words(actor));
  }

  private static String spoken(SharedThing object) {
    var items = String.join(", ", object.items());
    var status = ThingSketch.status(object);
    return Messages.get(
        "concept.spoken.object",
        ThingSketch.kind(object.kind()),
        object.name(),
        items.isEmpty() ? status : status + ", " + items,
        ThingSketch.waiting(object));
  }

  @Override
  public List<List<String>> table() {
    var rows = new ArrayList<List<String>>();
    rows.add(
        List.of(
            Messages.get("concept.table.who"),
            Messages.get("concept.table.state"),
            Messages.get("concept.table.what")));
    for (var actor : state.actors()) {
      rows.add(List.of(actor.name(), ActorSketch.phaseBefore(actor), ActorSketch.words(actor)));
    }
    for (var object : state.objects()) {
      rows.add(
          List.of(object.name(), ThingSketch.status(object), String.join(", ", object.items())));
    }
    return rows;
  }
}
