package speedup.ui;

import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.MapChangeListener;
import javafx.collections.WeakMapChangeListener;

/** The theme that comes closest to what the system has, as it changes. JavaFX thread only. */
final class SystemLook {
  /** Set by Windows while one of its themes of high contrast is used. */
  private static final String HIGH_CONTRAST = "Windows.SPI.HighContrast";

  private final ReadOnlyObjectWrapper<Theme> theme = new ReadOnlyObjectWrapper<>(now());

  // the preferences live as long as the program, and many windows come and go
  private final MapChangeListener<String, Object> listener = _ -> theme.set(now());

  SystemLook() {
    Platform.getPreferences().addListener(new WeakMapChangeListener<>(listener));
  }

  private static Theme now() {
    var preferences = Platform.getPreferences();
    return of(preferences.getColorScheme(), preferences.getBoolean(HIGH_CONTRAST).orElse(false));
  }

  /** What a window has where the system has this. */
  static Theme of(ColorScheme scheme, boolean highContrast) {
    if (highContrast) {
      return Theme.CONTRAST;
    }
    return scheme == ColorScheme.DARK ? Theme.DARK : Theme.LIGHT;
  }

  ReadOnlyObjectProperty<Theme> themeProperty() {
    return theme.getReadOnlyProperty();
  }
}
