package speedup.ui.code;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import speedup.ui.code.JavaTokens.Kind;
import speedup.ui.code.JavaTokens.Token;

/** The parts of a text in Python that have a colour. Knows words, not grammar. */
final class PythonTokens {
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<comment>#.*)"
              + "|(?<text>\\b[rbfRBF]{0,2}(?:\"\"\"(?s:.*?)(?:\"\"\"|\\z)"
              + "|\"(?:\\\\.|[^\"\\\\\\n])*\"?|'(?:\\\\.|[^'\\\\\\n])*'?))"
              + "|(?<bare>\"\"\"(?s:.*?)(?:\"\"\"|\\z)"
              + "|\"(?:\\\\.|[^\"\\\\\\n])*\"?|'(?:\\\\.|[^'\\\\\\n])*'?)"
              + "|(?<annotation>@\\w[\\w.]*)|(?<number>\\b\\d[\\w.]*)"
              + "|(?<keyword>\\b(?:False|None|True|and|as|assert|async|await|break|class|continue"
              + "|def|del|elif|else|except|finally|for|from|global|if|import|in|is|lambda|nonlocal"
              + "|not|or|pass|raise|return|try|while|with|yield)\\b)");

  private PythonTokens() {}

  /** Takes a text apart: all of it, in order. */
  static List<Token> of(String text) {
    var tokens = new ArrayList<Token>();
    var at = 0;
    var found = TOKEN.matcher(text);
    while (found.find()) {
      if (found.start() > at) {
        tokens.add(new Token(at, found.start(), Kind.PLAIN));
      }
      at = found.end();
      tokens.add(new Token(found.start(), at, kind(found)));
    }
    if (at < text.length()) {
      tokens.add(new Token(at, text.length(), Kind.PLAIN));
    }
    return tokens;
  }

  private static Kind kind(java.util.regex.Matcher token) {
    if (token.group("comment") != null) {
      return Kind.COMMENT;
    }
    if (token.group("text") != null || token.group("bare") != null) {
      return Kind.TEXT;
    }
    if (token.group("annotation") != null) {
      return Kind.ANNOTATION;
    }
    return token.group("number") != null ? Kind.NUMBER : Kind.KEYWORD;
  }
}
