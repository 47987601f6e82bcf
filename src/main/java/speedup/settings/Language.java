package speedup.settings;

import java.util.List;
import java.util.Locale;

/** The language of the window. */
public enum Language {
  /** That of the system where the program speaks it, else English. */
  SYSTEM(""),
  /** English. */
  ENGLISH("en"),
  /** German. */
  GERMAN("de");

  /** The system's, before anything was changed. */
  private static final Locale OF_SYSTEM = Locale.getDefault();

  private final String code;

  Language(String code) {
    this.code = code;
  }

  /** Those that the program speaks. */
  public static List<Language> spoken() {
    return List.of(ENGLISH, GERMAN);
  }

  /** The language and, for numbers and dates, the region: the system's where it speaks the same. */
  public Locale locale() {
    return locale(OF_SYSTEM);
  }

  Locale locale(Locale system) {
    if (this != SYSTEM) {
      return system.getLanguage().equals(code) ? system : Locale.of(code);
    }
    var spoken = spoken().stream().anyMatch(one -> one.code.equals(system.getLanguage()));
    return spoken ? system : Locale.ENGLISH;
  }

  /** All words and numbers from now on are in this language, in the whole program. */
  public void use() {
    Locale.setDefault(locale());
  }
}
