package speedup.workload;

/** The characters that words are made of: letters with their marks, digits and the underscore. */
final class WordCharacters {
  /** The same characters in a regular expression. */
  static final String CLASS = "[\\p{L}\\p{M}\\p{Nd}_]";

  private WordCharacters() {}

  static boolean isOne(int character) {
    return switch (Character.getType(character)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK ->
          true;
      default -> Character.isLetterOrDigit(character) || character == '_';
    };
  }
}
