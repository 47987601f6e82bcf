package speedup.ui.code;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class PythonTokensTest {
  private static List<String> kinds(String text) {
    return PythonTokens.of(text).stream()
        .filter(token -> token.kind() != JavaTokens.Kind.PLAIN)
        .map(token -> token.kind() + " " + text.substring(token.from(), token.to()))
        .toList();
  }

  @Test
  void wordsNumbersTextsAndComments() {
    assertEquals(
        List.of("KEYWORD for", "KEYWORD in", "NUMBER 10", "TEXT f\"{i}\"", "COMMENT # 'no text'"),
        kinds("for i in range(10): print(f\"{i}\") # 'no text'"));
    assertEquals(List.of("ANNOTATION @cache", "KEYWORD def"), kinds("@cache\ndef form(): in_it"));
  }

  @Test
  void aTextMayTakeSeveralLinesAndNeedNotEnd() {
    assertEquals(List.of("TEXT \"\"\"one\ntwo\"\"\"", "NUMBER 3"), kinds("\"\"\"one\ntwo\"\"\" 3"));
    assertEquals(List.of("TEXT 'open", "KEYWORD if"), kinds("'open\nif"));
    assertEquals(List.of(), kinds(""));
  }
}
