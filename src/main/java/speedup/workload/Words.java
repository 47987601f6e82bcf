package speedup.workload;

import java.nio.file.Path;
import java.util.Locale;

/** Numbers and other people's text inside English sentences, the same on every machine. */
final class Words {
  private static final int QUOTED_CHARACTERS = 40;

  private Words() {}

  /** A number with its thousands grouped, such as {@code 1,000,000}. */
  static String number(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  /** A number and its noun, such as {@code 1 line} or {@code 3 lines}. */
  static String count(long value, String one, String many) {
    return number(value) + " " + (value == 1 ? one : many);
  }

  /** A sentence pattern filled in; numbers look the same in every country. */
  static String say(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }

  /**
   * Foreign text in quotation marks: shortened, without what could disturb a line or a terminal.
   */
  static String quote(String text) {
    return '"' + plain(text, QUOTED_CHARACTERS) + '"';
  }

  /** Foreign text, whole, without what could disturb a line or a terminal. */
  static String plain(String text) {
    return plain(text, Integer.MAX_VALUE);
  }

  /** The name of a file, whole. */
  static String file(Path file) {
    return plain(file.toString());
  }

  private static String plain(String text, int limit) {
    var plain = new StringBuilder();
    var kept = 0;
    for (var i = 0; i < text.length(); ) {
      var character = text.codePointAt(i);
      i += Character.charCount(character);
      if (!isPlain(character)) {
        continue;
      }
      if (kept == limit) {
        return plain.append('…').toString();
      }
      plain.appendCodePoint(character);
      kept++;
    }
    return plain.toString();
  }

  private static boolean isPlain(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }
}
