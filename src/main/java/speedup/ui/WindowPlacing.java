package speedup.ui;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import speedup.settings.WindowPlace;

/** Where a window opens: where it was, as far as that can be seen on the screens of today. */
final class WindowPlacing {
  private static final double WIDTH = 1366;
  private static final double HEIGHT = 860;

  /** So much of the bar with the title has to be in sight, for the mouse to get hold of it. */
  private static final double LEAST_WIDTH = 120;

  private static final double TITLE_HEIGHT = 32;

  private WindowPlacing() {}

  /**
   * Finds the place.
   *
   * @param before where the window was
   * @param screens what a window may cover of each screen; the primary one first
   */
  static Rectangle2D place(Optional<WindowPlace> before, List<Rectangle2D> screens) {
    var primary = screens.getFirst();
    if (before.isEmpty()) {
      return centred(WIDTH, HEIGHT, primary);
    }
    var was = before.get();
    var wanted = new Rectangle2D(was.x(), was.y(), was.width(), was.height());
    var shown = screens.stream().max(Comparator.comparingDouble(one -> common(wanted, one)));
    if (shown.isEmpty() || common(wanted, shown.get()) == 0) {
      return centred(was.width(), was.height(), primary);
    }
    var screen = shown.get();
    return fits(wanted, screen) && screens.stream().anyMatch(one -> holdsTitle(one, wanted))
        ? wanted
        : inside(wanted, screen);
  }

  private static boolean fits(Rectangle2D window, Rectangle2D screen) {
    return window.getWidth() <= screen.getWidth() && window.getHeight() <= screen.getHeight();
  }

  private static boolean holdsTitle(Rectangle2D screen, Rectangle2D window) {
    var title =
        new Rectangle2D(window.getMinX(), window.getMinY(), window.getWidth(), TITLE_HEIGHT);
    var wide =
        Math.min(title.getMaxX(), screen.getMaxX()) - Math.max(title.getMinX(), screen.getMinX());
    return wide >= Math.min(LEAST_WIDTH, window.getWidth())
        && title.getMinY() >= screen.getMinY()
        && title.getMaxY() <= screen.getMaxY();
  }

  /** The area of both. */
  private static double common(Rectangle2D one, Rectangle2D other) {
    var width = Math.min(one.getMaxX(), other.getMaxX()) - Math.max(one.getMinX(), other.getMinX());
    var height =
        Math.min(one.getMaxY(), other.getMaxY()) - Math.max(one.getMinY(), other.getMinY());
    return Math.max(0, width) * Math.max(0, height);
  }

  private static Rectangle2D centred(double wide, double high, Rectangle2D screen) {
    var width = Math.min(wide, screen.getWidth());
    var height = Math.min(high, screen.getHeight());
    return new Rectangle2D(
        screen.getMinX() + (screen.getWidth() - width) / 2,
        screen.getMinY() + (screen.getHeight() - height) / 2,
        width,
        height);
  }

  private static Rectangle2D inside(Rectangle2D window, Rectangle2D screen) {
    var width = Math.min(window.getWidth(), screen.getWidth());
    var height = Math.min(window.getHeight(), screen.getHeight());
    return new Rectangle2D(
        Math.clamp(window.getMinX(), screen.getMinX(), screen.getMaxX() - width),
        Math.clamp(window.getMinY(), screen.getMinY(), screen.getMaxY() - height),
        width,
        height);
  }
}
