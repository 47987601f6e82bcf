package speedup.ui.run;

import java.util.Locale;

/** Words of other parts of the program as they are read in the window. */
final class Sentences {
  private Sentences() {}

  /**
   * In a terminal what went wrong follows the name of the program; here it stands alone and begins
   * with a capital. What begins with a name, such as {@code task.java}, stays as it is.
   */
  static String standAlone(String told) {
    return told.matches("(?s)\\p{Ll}+[ ,:].*")
        ? told.substring(0, 1).toUpperCase(Locale.ROOT) + told.substring(1)
        : told;
  }
}
