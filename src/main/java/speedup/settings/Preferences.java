package speedup.settings;

import java.util.Objects;
import java.util.Optional;

/**
 * What the person chose for the program as a whole. Immutable.
 *
 * @param appearance how the window looks
 * @param work how things run unless told otherwise
 * @param places where to keep files
 * @param checked whether the check of the first start has been passed
 * @param window where the window was
 */
public record Preferences(
    Appearance appearance,
    Work work,
    Places places,
    boolean checked,
    Optional<WindowPlace> window) {
  /** As the program comes. */
  public static final Preferences DEFAULTS =
      new Preferences(Appearance.DEFAULTS, Work.DEFAULTS, Places.DEFAULTS, false, Optional.empty());

  /** Checks that nothing is missing. */
  public Preferences {
    Objects.requireNonNull(appearance, "appearance");
    Objects.requireNonNull(work, "work");
    Objects.requireNonNull(places, "places");
  }

  /** The same with another look. */
  public Preferences with(Appearance next) {
    return new Preferences(next, work, places, checked, window);
  }

  /** The same with other ways of running. */
  public Preferences with(Work next) {
    return new Preferences(appearance, next, places, checked, window);
  }

  /** The same with other places of files. */
  public Preferences with(Places next) {
    return new Preferences(appearance, work, next, checked, window);
  }

  /** The same with another place of the window. */
  public Preferences with(WindowPlace next) {
    return new Preferences(appearance, work, places, checked, Optional.of(next));
  }

  /** As the program comes, but for what the person did not choose in a dialog. */
  public Preferences reset() {
    return new Preferences(DEFAULTS.appearance, DEFAULTS.work, DEFAULTS.places, checked, window);
  }

  /** The same after the check of the first start, or before it. */
  public Preferences withChecked(boolean passed) {
    return new Preferences(appearance, work, places, passed, window);
  }
}
