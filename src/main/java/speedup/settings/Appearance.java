package speedup.settings;

import java.util.Objects;

/**
 * How the window looks.
 *
 * @param look its colours
 * @param scale size of everything in percent, {@value #LEAST_SCALE} to {@value #MOST_SCALE}
 * @param language of its words and numbers
 */
public record Appearance(Look look, int scale, Language language) {
  /** The smallest scale, in percent. */
  public static final int LEAST_SCALE = 75;

  /** The largest scale, in percent. */
  public static final int MOST_SCALE = 300;

  /** As the program comes. */
  public static final Appearance DEFAULTS = new Appearance(Look.SYSTEM, 100, Language.SYSTEM);

  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException with a sentence that names the value that is not right
   */
  public Appearance {
    Objects.requireNonNull(look, "look");
    Objects.requireNonNull(language, "language");
    if (scale < LEAST_SCALE || scale > MOST_SCALE) {
      throw new IllegalArgumentException(
          "scale has to be %d to %d percent, not %d".formatted(LEAST_SCALE, MOST_SCALE, scale));
    }
  }
}
