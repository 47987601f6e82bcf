package speedup.python;

/** Foreign text inside our sentences. */
final class Quoted {
  private static final int MOST = 200;

  private Quoted() {}

  /** The beginning of a text, in plain characters. */
  static String of(String text) {
    var plain =
        text.codePoints()
            .limit(MOST + 1)
            .map(c -> Character.isISOControl(c) || !Character.isDefined(c) ? ' ' : c)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
    return plain.toString().strip() + (text.codePointCount(0, text.length()) > MOST ? "…" : "");
  }
}
