package speedup.settings;

/**
 * Where the window was when it was closed, in the screen's own units.
 *
 * @param x left edge
 * @param y upper edge
 * @param width at least 1
 * @param height at least 1
 * @param maximised whether it filled its screen; the other values are those of before
 * @param view the view that was shown, as {@code history}
 */
public record WindowPlace(
    double x, double y, double width, double height, boolean maximised, String view) {
  private static final double FARTHEST = 100_000;

  /** Checks the values. */
  public WindowPlace {
    within("x", x, -FARTHEST);
    within("y", y, -FARTHEST);
    within("width", width, 1);
    within("height", height, 1);
    if (view == null || view.length() > 40) {
      throw new IllegalArgumentException("window: view is the name of a view");
    }
  }

  private static void within(String name, double value, double least) {
    if (!(value >= least && value <= FARTHEST)) {
      throw new IllegalArgumentException(
          "window: %s is %s, and has to be between %.0f and %.0f"
              .formatted(name, value, least, FARTHEST));
    }
  }
}
