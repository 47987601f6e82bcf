package speedup.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import speedup.settings.Look;

/** The looks of the window. */
public enum Theme {
  /** Dark text on a light ground. */
  LIGHT(new PrimerLight(), "theme.light"),
  /** Light text on a dark ground. */
  DARK(new PrimerDark(), "theme.dark");

  private static final PseudoClass IS_DARK = PseudoClass.getPseudoClass("dark");
  private static final String OWN_SHEET =
      Theme.class.getResource("/speedup/ui/workbench.css").toExternalForm();

  private final atlantafx.base.theme.Theme base;
  private final String titleKey;

  Theme(atlantafx.base.theme.Theme base, String titleKey) {
    this.base = base;
    this.titleKey = titleKey;
  }

  /** The one that the person chose; where that is the system's, the one that it has now. */
  static Theme of(Look look) {
    return switch (look) {
      case LIGHT, CONTRAST -> LIGHT;
      case DARK -> DARK;
      case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK ? DARK : LIGHT;
    };
  }

  /** What the person is taken to want who wants another one. */
  Look opposite() {
    return this == LIGHT ? Look.DARK : Look.LIGHT;
  }

  /** The name for people. */
  public String title() {
    return Messages.get(titleKey);
  }

  /**
   * Gives the program and this scene the look; dialogs and menus follow. Call it again after
   * another root was set. On the JavaFX thread only.
   */
  public void apply(Scene scene) {
    Application.setUserAgentStylesheet(base.getUserAgentStylesheet());
    if (!scene.getStylesheets().contains(OWN_SHEET)) {
      scene.getStylesheets().add(OWN_SHEET);
    }
    scene.getRoot().pseudoClassStateChanged(IS_DARK, this == DARK);
  }
}
