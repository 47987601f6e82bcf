package speedup.ui.code;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The parts of a line of Java that have a colour. Knows words, not grammar. */
final class JavaTokens {
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<comment>//.*)|(?<block>/\\*)|(?<lines>\"\"\")"
              + "|(?<text>\"(?:\\\\.|[^\"\\\\])*\"?|'(?:\\\\.|[^'\\\\])*'?)"
              + "|(?<annotation>@\\w+)|(?<number>\\b\\d[\\w.]*)"
              + "|(?<keyword>\\b(?:abstract|assert|boolean|break|byte|case|catch|char|class|continue"
              + "|default|do|double|else|enum|extends|false|final|finally|float|for|if|implements"
              + "|import|instanceof|int|interface|long|native|new|null|package|private|protected"
              + "|public|record|return|sealed|short|static|super|switch|synchronized|this|throw"
              + "|throws|transient|true|try|var|void|volatile|while|yield)\\b)");

  private JavaTokens() {}

  /** What a colour stands for. */
  enum Kind {
    PLAIN,
    KEYWORD,
    TEXT,
    COMMENT,
    NUMBER,
    ANNOTATION;

    /** The name of its style. */
    String style() {
      return "code-" + name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** In what a line begins. */
  enum State {
    CODE,
    COMMENT,
    TEXT_BLOCK
  }

  /**
   * A part of a line.
   *
   * @param to one past its end
   */
  record Token(int from, int to, Kind kind) {}

  /**
   * A line.
   *
   * @param tokens all of it, in order
   * @param end in what the next line begins
   */
  record Line(List<Token> tokens, State end) {}

  /** Takes a line apart. */
  static Line of(String line, State start) {
    var tokens = new ArrayList<Token>();
    var state = start;
    var at = 0;
    while (at < line.length()) {
      if (state != State.CODE) {
        var mark = state == State.COMMENT ? "*/" : "\"\"\"";
        var found = line.indexOf(mark, at);
        var to = found < 0 ? line.length() : found + mark.length();
        add(tokens, at, to, state == State.COMMENT ? Kind.COMMENT : Kind.TEXT);
        state = found < 0 ? state : State.CODE;
        at = to;
        continue;
      }
      var token = TOKEN.matcher(line).region(at, line.length()).useTransparentBounds(true);
      if (!token.find()) {
        add(tokens, at, line.length(), Kind.PLAIN);
        break;
      }
      add(tokens, at, token.start(), Kind.PLAIN);
      at = token.end();
      if (token.group("block") != null) {
        state = State.COMMENT;
        add(tokens, token.start(), at, Kind.COMMENT);
      } else if (token.group("lines") != null) {
        state = State.TEXT_BLOCK;
        add(tokens, token.start(), at, Kind.TEXT);
      } else {
        add(tokens, token.start(), at, kind(token));
      }
    }
    return new Line(tokens, state);
  }

  private static Kind kind(java.util.regex.Matcher token) {
    if (token.group("comment") != null) {
      return Kind.COMMENT;
    }
    if (token.group("text") != null) {
      return Kind.TEXT;
    }
    if (token.group("annotation") != null) {
      return Kind.ANNOTATION;
    }
    return token.group("number") != null ? Kind.NUMBER : Kind.KEYWORD;
  }

  private static void add(List<Token> tokens, int from, int to, Kind kind) {
    if (to > from) {
      tokens.add(new Token(from, to, kind));
    }
  }
}
