package speedup.report;

import java.util.List;

/** Builds a page that is well-formed XML too. Everything that is text is escaped here. */
final class Html {
  private final StringBuilder out = new StringBuilder();

  /** Elements written by the program itself. */
  Html raw(String markup) {
    out.append(markup);
    return this;
  }

  /** An element with a text in it. */
  Html element(String name, String text) {
    return raw("<" + name + ">").text(text).raw("</" + name + ">\n");
  }

  /** The same with a class for its looks. */
  Html element(String name, String look, String text) {
    return raw("<%s class=\"%s\">".formatted(name, look)).text(text).raw("</" + name + ">\n");
  }

  Html text(String text) {
    out.append(escape(text));
    return this;
  }

  /**
   * A table whose first row names the columns.
   *
   * @param numbers whether a column, counted from 0, is set to the right
   */
  Html table(List<List<String>> rows, java.util.function.IntPredicate numbers) {
    raw("<div class=\"wide\"><table>\n<thead>");
    row(rows.getFirst(), "th", numbers);
    raw("</thead>\n<tbody>\n");
    rows.stream().skip(1).forEach(row -> row(row, "td", numbers));
    return raw("</tbody>\n</table></div>\n");
  }

  private void row(List<String> cells, String name, java.util.function.IntPredicate numbers) {
    raw("<tr>");
    for (var i = 0; i < cells.size(); i++) {
      raw("<" + name + (numbers.test(i) ? " class=\"number\">" : ">"));
      text(cells.get(i)).raw("</" + name + ">");
    }
    raw("</tr>\n");
  }

  /** Text that stays text wherever it stands; what XML cannot hold becomes a replacement sign. */
  static String escape(String text) {
    var safe = new StringBuilder();
    text.codePoints()
        .forEach(c -> {
          switch (c) {
            case '&' -> safe.append("&amp;");
            case '<' -> safe.append("&lt;");
            case '>' -> safe.append("&gt;");
            case '"' -> safe.append("&quot;");
            case '\'' -> safe.append("&#39;");
            default -> safe.appendCodePoint(isText(c) ? c : 0xfffd);
          }
        });
    return safe.toString();
  }

  private static boolean isText(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || c >= 0x20 && c < 0x7f
        || c >= 0xa0 && c < 0xd800
        || c >= 0xe000 && c < 0xfffe
        || c >= 0x10000;
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
