package speedup.ui.concept;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import speedup.concept.StageState;
import speedup.concept.StageState.Actor;
import speedup.concept.StageState.Kind;
import speedup.concept.StageState.SharedThing;

/**
 * Where everything on a stage is drawn: objects in the middle, processes above and below them. The
 * text is as large as the room allows. Knows no surface. A value.
 *
 * @param text the height of text, in pixels
 * @param crowd whether there are so many processes that each is told in a few words
 * @param actors the processes by their names
 * @param objects the shared objects by their names
 * @param height of all of it
 */
record StagePlan(
    double text, boolean crowd, Map<String, Box> actors, Map<String, Box> objects, double height) {
  /** Which sides a box has neighbours on. */
  enum Band {
    ABOVE,
    MIDDLE,
    BELOW
  }

  /** A rectangle of the drawing. */
  record Box(double x, double y, double width, double height, Band band) {
    double right() {
      return x + width;
    }

    double bottom() {
      return y + height;
    }

    double middleX() {
      return x + width / 2;
    }

    double middleY() {
      return y + height / 2;
    }
  }

  /** Text that is read from three metres, in pixels at the usual size. */
  static final double READABLE = 18;

  /** Text of a crowd. */
  private static final double SMALL = 13;

  private static final double[] SIZES = {30, 27, 24, 22, 20, READABLE, 16, 14.5, SMALL, 12, 11};

  /** More processes than this are told in fewer words. */
  private static final int FEW = 12;

  /** Up to so many processes are drawn in a text to be read from far away, whatever the room. */
  private static final int READABLE_ACTORS = 8;

  // lengths in heights of the text
  static final double LINE = 1.32;
  static final double PAD = 0.45;
  private static final double MARGIN = 0.5;
  private static final double GAP = 1;
  private static final double ROW_GAP = 0.6;
  private static final double BAND_GAP = 3;
  private static final double MOST_BAND_GAP = 5.5;
  private static final double ACTOR = 12;
  private static final double CROWDED_ACTOR = 7.6;
  private static final double WIDEST_ACTOR = 19;
  private static final double OBJECT = 12;
  private static final double WIDEST_OBJECT = 20;
  private static final double WIDEST_CONTENT = 36;
  private static final int MOST_ABOVE = 3;
  private static final int ACTOR_LINES = 3;

  /**
   * Fits a stage into a room.
   *
   * @param scale 1 for the usual size of text
   * @param caption whether a line is kept free under everything
   */
  static StagePlan of(
      StageState state, double width, double height, double scale, boolean caption) {
    StagePlan plan = null;
    for (var size : SIZES) {
      plan = new Draft(state, width, height, size * scale, caption).plan();
      if (plan.height <= height) {
        return plan;
      }
    }
    return plan;
  }

  /** How much room a stage needs at least to be read. */
  static double heightNeeded(StageState state, double width, double scale, boolean caption) {
    var size = state.actors().size() <= READABLE_ACTORS ? READABLE : SMALL;
    return new Draft(state, width, 0, size * scale, caption).plan().height;
  }

  /** Makes a plan for one size of text. */
  private static final class Draft {
    private final List<String> above;
    private final List<String> below;
    private final List<SharedThing> things;
    private final double width;
    private final double room;
    private final double t;
    private final boolean crowd;
    private final boolean caption;
    private final Map<String, Box> actors = new LinkedHashMap<>();
    private final Map<String, Box> objects = new LinkedHashMap<>();

    Draft(StageState state, double width, double room, double text, boolean caption) {
      this.width = width - 2 * MARGIN * text;
      this.room = room;
      this.t = text;
      this.caption = caption;
      things = state.objects();
      var names = state.actors().stream().map(Actor::name).toList();
      crowd = names.size() > FEW;
      var first =
          names.size() <= Math.min(MOST_ABOVE, perRow(cell()))
              ? names.size()
              : (names.size() + 1) / 2;
      above = names.subList(0, first);
      below = names.subList(first, names.size());
    }

    private double cell() {
      return (crowd ? CROWDED_ACTOR : ACTOR) * t;
    }

    private int perRow(double cell) {
      return Math.max(1, (int) ((width + GAP * t) / (cell + GAP * t)));
    }

    StagePlan plan() {
      var objectRows = objectRows();
      var bands = (below.isEmpty() ? 0 : 1) + (things.isEmpty() ? 0 : 1);
      var content =
          bandHeight(above.size())
              + bandHeight(below.size())
              + objectRows.stream().mapToDouble(this::rowHeight).sum()
              + Math.max(0, objectRows.size() - 1) * ROW_GAP * t
              + (caption ? 2 * LINE * t : 0)
              + 2 * MARGIN * t;
      var least = content + bands * BAND_GAP * t;
      var spare = bands == 0 ? 0 : Math.max(0, room - least) / bands;
      var gap = Math.min(MOST_BAND_GAP * t, BAND_GAP * t + spare);
      var height = content + bands * gap;
      var y = MARGIN * t + Math.max(0, room - height) / 2;
      y = placeActors(above, y, Band.ABOVE);
      if (!things.isEmpty()) {
        y = placeObjects(objectRows, y + gap);
      }
      placeActors(below, y + gap, Band.BELOW);
      return new StagePlan(t, crowd, actors, objects, bands == 0 ? content : least);
    }

    private double actorHeight() {
      return ACTOR_LINES * LINE * t + 2 * PAD * t;
    }

    private double bandHeight(int count) {
      if (count == 0) {
        return 0;
      }
      var rows = Math.ceilDiv(count, perRow(cell()));
      return rows * actorHeight() + (rows - 1) * ROW_GAP * t;
    }

    private double placeActors(List<String> names, double from, Band band) {
      if (names.isEmpty()) {
        return from;
      }
      var rows = Math.ceilDiv(names.size(), perRow(cell()));
      var columns = Math.ceilDiv(names.size(), rows);
      var wide = boxWidth(columns, WIDEST_ACTOR);
      for (var i = 0; i < names.size(); i++) {
        var inRow = Math.min(columns, names.size() - i / columns * columns);
        actors.put(
            names.get(i),
            new Box(
                left(inRow, wide) + i % columns * (wide + GAP * t),
                from + i / columns * (actorHeight() + ROW_GAP * t),
                wide,
                actorHeight(),
                band));
      }
      return from + bandHeight(names.size());
    }

    private double boxWidth(int columns, double widest) {
      return Math.min(widest * t, (width - (columns - 1) * GAP * t) / columns);
    }

    private double left(int inRow, double wide) {
      return MARGIN * t + (width - inRow * wide - (inRow - 1) * GAP * t) / 2;
    }

    private List<List<SharedThing>> objectRows() {
      var rows = new ArrayList<List<SharedThing>>();
      if (things.isEmpty()) {
        return rows;
      }
      var count = Math.ceilDiv(things.size(), perRow(OBJECT * t));
      var columns = Math.ceilDiv(things.size(), count);
      for (var i = 0; i < things.size(); i += columns) {
        rows.add(things.subList(i, Math.min(things.size(), i + columns)));
      }
      return rows;
    }

    private double objectWidth(List<SharedThing> row) {
      var wide = row.stream().anyMatch(ThingSketch::isWide);
      return boxWidth(row.size(), wide ? WIDEST_CONTENT : WIDEST_OBJECT);
    }

    private double rowHeight(List<SharedThing> row) {
      var inside = objectWidth(row) / t - 2 * PAD;
      var lines = row.stream().mapToDouble(thing -> ThingSketch.lines(thing, inside)).max();
      return lines.orElse(0) * LINE * t + 2 * PAD * t;
    }

    private double placeObjects(List<List<SharedThing>> rows, double from) {
      var y = from;
      for (var row : rows) {
        var wide = objectWidth(row);
        var high = rowHeight(row);
        var x = left(row.size(), wide);
        for (var thing : row) {
          objects.put(thing.name(), new Box(x, y, wide, high, Band.MIDDLE));
          x += wide + GAP * t;
        }
        y += high + ROW_GAP * t;
      }
      return y - ROW_GAP * t;
    }
  }

  /** Whether processes may wait at a kind of object. */
  static boolean isWaitedFor(Kind kind) {
    return kind != Kind.MEMORY && kind != Kind.FILE;
  }
}
