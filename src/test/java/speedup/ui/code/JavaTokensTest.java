package speedup.ui.code;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import speedup.ui.code.JavaTokens.State;

class JavaTokensTest {
  private static String words(String line, State start) {
    return JavaTokens.of(line, start).tokens().stream()
        .map(token -> token.kind() + ":" + line.substring(token.from(), token.to()).strip())
        .filter(word -> !word.endsWith(":"))
        .collect(Collectors.joining(" "));
  }

  @Test
  void knowsTheWordsOfJava() {
    assertEquals(
        "ANNOTATION:@Override KEYWORD:public KEYWORD:int PLAIN:f() { KEYWORD:return NUMBER:1_000L"
            + " PLAIN:; } COMMENT:// end",
        words("@Override public int f() { return 1_000L; } // end", State.CODE));
    assertEquals("PLAIN:newest intern", words("newest intern", State.CODE));
    assertEquals(
        "PLAIN:s = TEXT:\"a \\\" // b\" PLAIN:+ TEXT:'\\'' PLAIN:;",
        words("s = \"a \\\" // b\" + '\\'';", State.CODE));
  }

  @Test
  void goesOnFromLineToLine() {
    assertEquals(State.COMMENT, JavaTokens.of("int a; /* from", State.CODE).end());
    assertEquals("COMMENT:here */ KEYWORD:int PLAIN:b", words("here */ int b", State.COMMENT));
    assertEquals(State.TEXT_BLOCK, JavaTokens.of("s = \"\"\"", State.CODE).end());
    assertEquals(State.CODE, JavaTokens.of("end\"\"\";", State.TEXT_BLOCK).end());
  }

  @Test
  void everyCharacterBelongsToOneToken() {
    for (var line : List.of("", " ", "\"open", "'", "/", "a /* b */ c /* d", "\"\"\" \"\"\" x")) {
      var at = 0;
      for (var token : JavaTokens.of(line, State.CODE).tokens()) {
        assertEquals(at, token.from(), line);
        at = token.to();
      }
      assertEquals(line.length(), at, line);
    }
  }
}
