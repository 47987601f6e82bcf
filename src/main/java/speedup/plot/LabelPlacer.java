package speedup.plot;

import java.util.ArrayList;
import java.util.List;

/** Remembers where labels stand, so that a further one finds a place of its own. */
public final class LabelPlacer {
  /**
   * A rectangle.
   *
   * @param x left edge
   * @param y top edge
   */
  public record Box(double x, double y, double width, double height) {
    public boolean overlaps(Box other) {
      return x < other.x + other.width
          && other.x < x + width
          && y < other.y + other.height
          && other.y < y + height;
    }

    public boolean inside(Box frame) {
      return x >= frame.x
          && y >= frame.y
          && x + width <= frame.x + frame.width
          && y + height <= frame.y + frame.height;
    }
  }

  private final Box frame;
  private final List<Box> taken = new ArrayList<>();

  /** Labels stay inside of the frame. */
  public LabelPlacer(Box frame) {
    this.frame = frame;
  }

  /** Keeps labels away from a place. */
  public void block(Box box) {
    taken.add(box);
  }

  /** Takes a place if it is free and inside of the frame. */
  public boolean take(Box box) {
    if (!box.inside(frame) || taken.stream().anyMatch(box::overlaps)) {
      return false;
    }
    taken.add(box);
    return true;
  }

  /**
   * Takes the first free place, trying lines above and below the wished one.
   *
   * @return the place, or null where none was free: the label is left out rather than drawn over
   */
  public Box takeNear(Box wish, int lines) {
    for (var i = 0; i <= 2 * lines; i++) {
      var distance = (i + 1) / 2 * (i % 2 == 0 ? 1 : -1);
      var box = new Box(wish.x, wish.y + distance * wish.height, wish.width, wish.height);
      if (take(box)) {
        return box;
      }
    }
    return null;
  }
}
