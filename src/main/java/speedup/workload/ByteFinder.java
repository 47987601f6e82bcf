package speedup.workload;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;

/**
 * Finds a keyword without decoding the text around it. A character of UTF-8 never lies inside of
 * another one, so that the bytes of the keyword are the keyword wherever they are.
 *
 * <p>The search itself is {@link String#indexOf(String)} on a text that has each byte as a
 * character: the JVM does it with vector instructions.
 */
final class ByteFinder implements LineFinder {
  private static final int LONGEST_CHARACTER = 4;

  private final String wanted;
  private final boolean ignoreCase;
  private final boolean wholeWord;
  private byte[] small = {};
  private byte[] bytes;
  private int length;
  private String text;
  private int at;
  private int found;
  private int lineStart;
  private int lineEnd;

  /**
   * Makes one.
   *
   * @param ignoreCase of the letters A to Z; the keyword is then of ASCII characters alone
   */
  ByteFinder(String keyword, boolean ignoreCase, boolean wholeWord) {
    var wantedBytes = keyword.getBytes(UTF_8);
    if (ignoreCase) {
      Utf8.toLowerCase(wantedBytes, wantedBytes, wantedBytes.length);
    }
    this.wanted = new String(wantedBytes, ISO_8859_1);
    this.ignoreCase = ignoreCase;
    this.wholeWord = wholeWord;
  }

  @Override
  public void block(byte[] block, int blockLength) {
    bytes = block;
    length = blockLength;
    at = 0;
    if (ignoreCase) {
      if (small.length < length) {
        small = new byte[block.length];
      }
      Utf8.toLowerCase(block, small, length);
      text = new String(small, 0, length, ISO_8859_1);
    } else {
      text = new String(block, 0, length, ISO_8859_1);
    }
  }

  @Override
  public boolean next() {
    while (true) {
      found = text.indexOf(wanted, at);
      if (found < 0) {
        return false;
      }
      if (!wholeWord || isWholeWord()) {
        break;
      }
      at = found + 1;
    }
    lineStart = text.lastIndexOf('\n', found) + 1;
    lineEnd = LineFinder.endOfLine(bytes, found, length);
    at = lineEnd;
    return true;
  }

  private boolean isWholeWord() {
    var end = found + wanted.length();
    return (found == 0 || !WordCharacters.isOne(characterBefore()))
        && (end == length || !WordCharacters.isOne(characterAt(end)));
  }

  private int characterBefore() {
    if (bytes[found - 1] >= 0) {
      return bytes[found - 1];
    }
    var start = found - 1;
    while (start > 0 && start > found - LONGEST_CHARACTER && Utf8.continues(bytes[start])) {
      start--;
    }
    var before = UTF_8.decode(ByteBuffer.wrap(bytes, start, found - start));
    return Character.codePointBefore(before, before.length());
  }

  private int characterAt(int start) {
    if (bytes[start] >= 0) {
      return bytes[start];
    }
    var end = start + 1;
    while (end < length && end < start + LONGEST_CHARACTER && Utf8.continues(bytes[end])) {
      end++;
    }
    return Character.codePointAt(UTF_8.decode(ByteBuffer.wrap(bytes, start, end - start)), 0);
  }

  @Override
  public int lineStart() {
    return lineStart;
  }

  @Override
  public int lineEnd() {
    return lineEnd;
  }

  @Override
  public Place place() {
    var from = new String(bytes, lineStart, found - lineStart, UTF_8).length();
    return new Place(from, from + new String(bytes, found, wanted.length(), UTF_8).length());
  }
}
