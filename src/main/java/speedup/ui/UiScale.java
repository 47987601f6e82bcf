package speedup.ui;

import javafx.scene.Scene;
import speedup.settings.Appearance;

/**
 * The size of everything in the window: text, and with it all lengths, which are given in em.
 *
 * @param percent {@link #MIN} to {@link #MAX}, 100 for the usual size
 */
public record UiScale(int percent) {
  /** The smallest size, in percent. */
  public static final int MIN = Appearance.LEAST_SCALE;

  /** The largest size, in percent. */
  public static final int MAX = Appearance.MOST_SCALE;

  /** The usual size. */
  public static final UiScale NORMAL = new UiScale(100);

  private static final int STEP = 25;
  private static final double NORMAL_FONT_PX = 13;

  /** Checks the percentage. */
  public UiScale {
    if (percent < MIN || percent > MAX) {
      throw new IllegalArgumentException(
          "scale: %d %% is outside %d to %d".formatted(percent, MIN, MAX));
    }
  }

  /** The next larger size, or this one where it is the largest. */
  public UiScale larger() {
    return new UiScale(Math.min(MAX, percent + STEP));
  }

  /** The next smaller size, or this one where it is the smallest. */
  public UiScale smaller() {
    return new UiScale(Math.max(MIN, percent - STEP));
  }

  /** The height of normal text, in pixels. */
  public double fontPx() {
    return NORMAL_FONT_PX * percent / 100;
  }

  /** A length that is {@code px} pixels at the usual size, in pixels at this one. */
  public double px(double px) {
    return px * percent / 100;
  }

  /** Gives the scene this size. Call it again after another root was set. */
  public void apply(Scene scene) {
    scene
        .getRoot()
        .setStyle(
            "-fx-font-size: %spx; -icon-small: %spx; -icon: %spx; -icon-large: %spx; -icon-app: %spx;"
                .formatted(fontPx(), px(13), px(15), px(18), px(22)));
  }
}
