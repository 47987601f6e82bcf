package speedup.workload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineBlocksTest {
  private static List<String> blocks(String text, int block, int longest) throws IOException {
    var blocks = new LineBlocks(new ByteArrayInputStream(text.getBytes(UTF_8)), block, longest);
    var all = new ArrayList<String>();
    while (blocks.next()) {
      all.add(new String(blocks.bytes(), 0, blocks.length(), UTF_8));
    }
    assertFalse(blocks.next());
    return all;
  }

  @Test
  void endBlocksWithALine() throws IOException {
    assertEquals(List.of("one\ntwo\n", "three\n", "four"), blocks("one\ntwo\nthree\nfour", 9, 64));
    assertEquals(List.of("\n\n\n\n", "\n"), blocks("\n\n\n\n\n", 4, 64));
    assertEquals(List.of(), blocks("", 4, 64));
  }

  @Test
  void growForALongLine() throws IOException {
    var line = "x".repeat(50) + "\n";
    assertEquals(List.of(line + "y"), blocks(line + "y", 8, 64));
    assertEquals(List.of(line, "y\n".repeat(9)), blocks(line + "y\n".repeat(9), 8, 51));
  }

  @Test
  void giveAnEndlessLineInPiecesOfWholeCharacters() throws IOException {
    var text = "ä".repeat(37) + "\nlast";
    for (var longest = 8; longest < 16; longest++) {
      var blocks = blocks(text, 8, longest);
      assertEquals(text, String.join("", blocks));
      assertTrue(blocks.size() > 4);
    }
    var pieces = new LineBlocks(new ByteArrayInputStream(text.getBytes(UTF_8)), 8, 8);
    assertFalse(pieces.hasPieces());
    assertTrue(pieces.next());
    assertTrue(pieces.hasPieces());
  }
}
