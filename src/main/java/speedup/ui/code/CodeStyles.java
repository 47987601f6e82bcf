package speedup.ui.code;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
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
    var word = word(lines, problem);
    if (word.isEmpty()) {
      return spans;
    }
    var from = word.get().from();
    var to = word.get().to();
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

  /** Whether the compiler complains of the word that a letter is in. */
  static boolean isUnder(String text, SourceProblem problem, int letter) {
    return word(text.split("\n", -1), problem)
        .filter(word -> word.from() <= letter && letter < word.to())
        .isPresent();
  }

  private record Word(int from, int to) {}

  /** What the compiler complains of: a word, or one letter; empty where it names no place. */
  private static Optional<Word> word(String[] lines, SourceProblem problem) {
    if (problem.line() < 1 || problem.line() > lines.length) {
      return Optional.empty();
    }
    var number = (int) problem.line() - 1;
    var start = 0;
    for (var before = 0; before < number; before++) {
      start += lines[before].length() + 1;
    }
    var line = lines[number];
    if (line.isEmpty()) {
      return Optional.empty();
    }
    var from = Math.clamp(problem.column() - 1, 0, line.length() - 1);
    var to = from + 1;
    while (to < line.length() && Character.isJavaIdentifierPart(line.charAt(to))) {
      to++;
    }
    return Optional.of(new Word(start + from, start + to));
  }
}
