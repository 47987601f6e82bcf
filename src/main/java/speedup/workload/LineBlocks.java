package speedup.workload;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * A stream in blocks of whole lines, each block but the last ending in LF. A line that is longer
 * than {@link #LONGEST_LINE} comes in pieces. Memory stays below twice that; where lines are of
 * usual length it is one block. For one thread.
 */
final class LineBlocks {
  /** In bytes. */
  static final int LONGEST_LINE = 1 << 24;

  /** Fits into a processor's own cache, so that a block is searched while it is there. */
  private static final int BLOCK = 1 << 18;

  /** The longest character in UTF-8. */
  private static final int CHARACTER = 4;

  private final InputStream in;
  private final int longestLine;
  private byte[] bytes;
  private int limit;
  private int end;
  private boolean pieces;

  /** Reads from a stream, which the caller closes. */
  LineBlocks(InputStream in) {
    this(in, BLOCK, LONGEST_LINE);
  }

  LineBlocks(InputStream in, int block, int longestLine) {
    this.in = in;
    this.longestLine = longestLine;
    bytes = new byte[block];
  }

  /** Goes to the next block; false after the last. */
  boolean next() throws IOException {
    var rest = limit - end;
    System.arraycopy(bytes, end, bytes, 0, rest);
    limit = rest;
    while (fill()) {
      end = afterLastLine();
      if (end > 0) {
        return true;
      }
      if (!grow()) {
        end = wholeCharacters();
        pieces = true;
        return true;
      }
    }
    end = limit;
    return limit > 0;
  }

  /** Reads until the array is full; false at the end of the stream. */
  private boolean fill() throws IOException {
    while (limit < bytes.length) {
      var read = in.read(bytes, limit, bytes.length - limit);
      if (read < 0) {
        return false;
      }
      limit += read;
    }
    return true;
  }

  private int afterLastLine() {
    for (var i = limit; i > 0; i--) {
      if (bytes[i - 1] == '\n') {
        return i;
      }
    }
    return 0;
  }

  private boolean grow() {
    if (bytes.length >= longestLine) {
      return false;
    }
    bytes = Arrays.copyOf(bytes, Math.min(longestLine, 2 * bytes.length));
    return true;
  }

  /** The place before a character that begins near the end of the block. */
  private int wholeCharacters() {
    for (var i = limit - 1; i >= limit - CHARACTER && i > 0; i--) {
      if ((bytes[i] & 0xC0) != 0x80) {
        return i;
      }
    }
    return limit;
  }

  /** The block, from 0 to {@link #length()}; the same array until the next one. */
  byte[] bytes() {
    return bytes;
  }

  /** How many bytes the block has. */
  int length() {
    return end;
  }

  /** Whether a line was so long that it came in pieces. */
  boolean hasPieces() {
    return pieces;
  }
}
