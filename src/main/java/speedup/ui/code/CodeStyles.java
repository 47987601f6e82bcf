package speedup.ui.code;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;
import speedup.workload.SourceProblem;

/** Which part of a text looks how. */
final class CodeStyles {
  private CodeStyles() {}

  /** The colours of Java, and lines under what the compiler complains of. */
  static StyleSpans<Collection<String>> of(String text, List<SourceProblem> problems) {
    var spans = new StyleSpansBuilder<Collection<String>>();
    var state = JavaTokens.State.CODE;
    var lines = text.split("\n", -1);
    for (var number = 0; number < lines.length; number++) {
      var line = JavaTokens.of(lines[number], state);
      for (var token : line.tokens()) {
        spans.add(List.of(token.kind().style()), token.to() - token.from());
      }
      state = line.end();
      // the end of the line is a character too
      spans.add(List.of(), number < lines.length - 1 ? 1 : 0);
    }
    var coloured = spans.create();
    for (var problem : problems) {
      coloured = underlined(coloured, text, lines, problem);
    }
    return coloured;
  }

  private static StyleSpans<Collection<String>> underlined(
      StyleSpans<Collection<String>> spans, String text, String[] lines, SourceProblem problem) {
    if (problem.line() < 1 || problem.line() > lines.length) {
      return spans;
    }
    var start = 0;
    for (var line = 0; line < problem.line() - 1; line++) {
      start += lines[line].length() + 1;
    }
    var length = lines[(int) problem.line() - 1].length();
    var from = start + Math.clamp(problem.column() - 1, 0, Math.max(0, length - 1));
    var to = Math.min(from + 1, text.length());
    while (to < start + length && Character.isJavaIdentifierPart(text.charAt(to))) {
      to++;
    }
    if (to <= from) {
      return spans;
    }
    var line =
        new StyleSpansBuilder<Collection<String>>()
            .add(List.of(), from)
            .add(List.of(problem.error() ? "code-error" : "code-warning"), to - from)
            .add(List.of(), text.length() - to)
            .create();
    return spans.overlay(
        line,
        (colour, mark) -> {
          var both = new ArrayList<>(colour);
          both.addAll(mark);
          return both;
        });
  }
}
