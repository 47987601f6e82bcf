package speedup.workload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class Utf8Test {
  @Test
  void countsLinesAsALoopDoes() {
    var random = new Random(1);
    for (var round = 0; round < 2_000; round++) {
      var bytes = new byte[random.nextInt(60)];
      random.nextBytes(bytes);
      for (var i = 0; i < bytes.length; i++) {
        if (random.nextInt(4) == 0) {
          bytes[i] = new byte[] {'\n', 11, 9, (byte) 0x8A, 0}[random.nextInt(5)];
        }
      }
      var from = random.nextInt(bytes.length + 1);
      var lines = 0;
      for (var i = from; i < bytes.length; i++) {
        lines += bytes[i] == '\n' ? 1 : 0;
      }
      assertEquals(lines, Utf8.lines(bytes, from, bytes.length));
    }
  }

  @Test
  void agreesWithTheDecoderOnWhatIsInvalid() {
    var random = new Random(2);
    for (var round = 0; round < 200_000; round++) {
      var bytes = new byte[1 + random.nextInt(12)];
      random.nextBytes(bytes);
      // mostly bytes at the borders of what is allowed
      for (var i = 0; i < bytes.length; i++) {
        if (random.nextInt(3) > 0) {
          var borders =
              "41 7F 80 8F 90 9F A0 BF C1 C2 DF E0 E1 EC ED EE EF F0 F1 F3 F4 F5".split(" ");
          bytes[i] = (byte) Integer.parseInt(borders[random.nextInt(borders.length)], 16);
        }
      }
      assertEquals(isValid(bytes), Utf8.firstInvalid(bytes, 0, bytes.length) < 0);
    }
  }

  private static boolean isValid(byte[] bytes) {
    try {
      UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  @Test
  void tellsWhereTheFirstInvalidByteIs() {
    var text = "plain text, Größe, 漢字, 😀 and ".getBytes(UTF_8);
    var bytes = java.util.Arrays.copyOf(text, text.length + 2);
    bytes[text.length] = (byte) 0xE9;
    bytes[text.length + 1] = 'x';
    assertEquals(-1, Utf8.firstInvalid(bytes, 0, text.length));
    assertEquals(text.length, Utf8.firstInvalid(bytes, 0, bytes.length));
  }

  @Test
  void makesOnlyCapitalAsciiLettersSmall() {
    var bytes = new byte[256 + 5];
    var expected = new byte[bytes.length];
    for (var i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) i;
      expected[i] = (byte) (i >= 'A' && i <= 'Z' ? i + 32 : i);
    }
    var small = new byte[bytes.length];
    Utf8.toLowerCase(bytes, small, bytes.length);
    assertArrayEquals(expected, small);
  }

  @Test
  void knowsTheSameWordCharactersAsTheExpression() {
    var matcher = Pattern.compile(WordCharacters.CLASS).matcher("");
    for (var character = 0; character <= Character.MAX_CODE_POINT; character++) {
      assertEquals(
          matcher.reset(Character.toString(character)).matches(),
          WordCharacters.isOne(character),
          Integer.toHexString(character));
    }
  }
}
