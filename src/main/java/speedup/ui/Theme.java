package speedup.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import javafx.application.Application;
import javafx.css.PseudoClass;
import javafx.scene.Scene;

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
    styleSheetOf(scene);
    scene.getRoot().pseudoClassStateChanged(IS_DARK, this == DARK);
  }

  /** Gives a scene the program's own styles alone, for paper. */
  public static void styleSheetOf(Scene scene) {
    if (!scene.getStylesheets().contains(OWN_SHEET)) {
      scene.getStylesheets().add(OWN_SHEET);
    }
  }
}
