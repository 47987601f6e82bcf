package speedup.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import javafx.application.Application;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import speedup.plot.ChartTheme;
import speedup.settings.Look;

/** The looks of the window. */
public enum Theme {
  /** Dark text on a light ground. */
  LIGHT(new PrimerLight(), "theme.light", ChartTheme.LIGHT),
  /** Light text on a dark ground. */
  DARK(new PrimerDark(), "theme.dark", ChartTheme.DARK),
  /** White and yellow on black, with strong borders: the dark one in other colours. */
  CONTRAST(new PrimerDark(), "theme.contrast", ChartTheme.CONTRAST);

  private static final PseudoClass IS_DARK = PseudoClass.getPseudoClass("dark");
  private static final String OWN_SHEET = sheet("workbench.css");

  // a sheet and no pseudo-class: menus and tooltips are windows of their own and take over sheets
  private static final String CONTRAST_SHEET = sheet("contrast.css");

  private final atlantafx.base.theme.Theme base;
  private final String titleKey;
  private final ChartTheme charts;

  Theme(atlantafx.base.theme.Theme base, String titleKey, ChartTheme charts) {
    this.base = base;
    this.titleKey = titleKey;
    this.charts = charts;
  }

  private static String sheet(String name) {
    return Theme.class.getResource("/speedup/ui/" + name).toExternalForm();
  }

  /**
   * The one that the person chose.
   *
   * @param system the one that the system has now
   */
  static Theme of(Look look, Theme system) {
    return switch (look) {
      case LIGHT -> LIGHT;
      case DARK -> DARK;
      case CONTRAST -> CONTRAST;
      case SYSTEM -> system;
    };
  }

  /** What the person is taken to want who wants another one. */
  Look next() {
    return switch (this) {
      case LIGHT -> Look.DARK;
      case DARK -> Look.CONTRAST;
      case CONTRAST -> Look.LIGHT;
    };
  }

  /** The colours of charts beside it. */
  ChartTheme charts() {
    return charts;
  }

  /** The icon of the button that leads to it. */
  String icon() {
    return switch (this) {
      case LIGHT -> "mdi2w-white-balance-sunny";
      case DARK -> "mdi2w-weather-night";
      case CONTRAST -> "mdi2c-contrast-circle";
    };
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
    scene.getStylesheets().remove(CONTRAST_SHEET);
    if (this == CONTRAST) {
      scene.getStylesheets().add(CONTRAST_SHEET);
    }
    scene.getRoot().pseudoClassStateChanged(IS_DARK, this == DARK);
  }

  /** Gives another window the looks that one has, which stay as they are. */
  public static void copy(Scene from, Scene to) {
    to.getStylesheets().setAll(from.getStylesheets());
    to.getRoot()
        .pseudoClassStateChanged(IS_DARK, from.getRoot().getPseudoClassStates().contains(IS_DARK));
  }

  /** Gives a scene the program's own styles alone, for paper. */
  public static void styleSheetOf(Scene scene) {
    if (!scene.getStylesheets().contains(OWN_SHEET)) {
      scene.getStylesheets().add(OWN_SHEET);
    }
  }
}
