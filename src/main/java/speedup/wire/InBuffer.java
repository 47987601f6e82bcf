package speedup.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes being read. Every length is checked against what is there before anything is allocated. */
public final class InBuffer {
  private byte[] bytes;
  private int position;
  private int limit;
  private byte[] aside;

  /** Reads all of the given bytes. */
  public InBuffer(byte[] bytes) {
    over(bytes, 0, bytes.length);
  }

  InBuffer over(byte[] newBytes, int from, int to) {
    return over(newBytes, from, to, null);
  }

  /** As the other, where a block has come separately: it is the first to be asked for. */
  InBuffer over(byte[] newBytes, int from, int to, byte[] newAside) {
    aside = newAside;
    bytes = newBytes;
    position = from;
    limit = to;
    return this;
  }

  /** Bytes not yet read. */
  public int remaining() {
    return limit - position;
  }

  /** Whether a block came separately and nobody has asked for it. */
  boolean blockLeft() {
    return aside != null;
  }

  byte get() throws WireException {
    need(1);
    return bytes[position++];
  }

  int getInt() throws WireException {
    need(Integer.BYTES);
    // by hand: a VarHandle takes milliseconds at its first use
    var value =
        bytes[position] << 24
            | (bytes[position + 1] & 0xff) << 16
            | (bytes[position + 2] & 0xff) << 8
            | bytes[position + 3] & 0xff;
    position += Integer.BYTES;
    return value;
  }

  long getLong() throws WireException {
    need(Long.BYTES);
    var high = (long) getInt();
    return high << 32 | getInt() & 0xffff_ffffL;
  }

  long getVar() throws WireException {
    long value = 0;
    for (var shift = 0; shift < 64; shift += 7) {
      var b = get();
      value |= (b & 0x7fL) << shift;
      if (b >= 0) {
        return value;
      }
    }
    throw new WireException("a number of more than ten bytes");
  }

  int getVarInt() throws WireException {
    var value = getVar();
    if (value < 0 || value > Integer.MAX_VALUE) {
      throw new WireException("a number outside 0 to 2,147,483,647: " + value);
    }
    return (int) value;
  }

  long getSigned() throws WireException {
    var value = getVar();
    return (value >>> 1) ^ -(value & 1);
  }

  /** Fills an array with Integers; the hot loop of lists of numbers. */
  void getInts(Object[] values) throws WireException {
    var at = position;
    for (var i = 0; i < values.length; i++) {
      long bits = 0;
      for (var shift = 0; ; shift += 7) {
        if (at >= limit || shift >= 35) {
          throw new WireException("a number that is cut off or no Integer");
        }
        var b = bytes[at++];
        bits |= (b & 0x7fL) << shift;
        if (b >= 0) {
          break;
        }
      }
      values[i] = (int) (bits >>> 1) ^ -(int) (bits & 1);
    }
    position = at;
  }

  /** A count of elements that take at least {@code bytesEach} bytes each. */
  int getCount(int bytesEach) throws WireException {
    var count = getVar();
    if (count < 0 || count > remaining() / bytesEach) {
      throw new WireException(
          "a count of %d elements where %d bytes are left".formatted(count, remaining()));
    }
    return (int) count;
  }

  byte[] getBlock() throws WireException {
    if (aside != null) {
      var block = aside;
      aside = null;
      if (getVar() != block.length) {
        throw new WireException("a block has not the length of what came for it");
      }
      return block;
    }
    var length = getCount(1);
    var block = Arrays.copyOfRange(bytes, position, position + length);
    position += length;
    return block;
  }

  String getText() throws WireException {
    var length = getCount(1);
    var text = new String(bytes, position, length, StandardCharsets.UTF_8);
    position += length;
    return text;
  }

  /**
   * The class whose name follows, when {@link KnownClasses} has it; else null and nothing is read.
   */
  Class<?> getKnownClass(ClassFilter filter, ClassLoader loader) throws WireException {
    var start = position;
    var length = getCount(1);
    var type = KnownClasses.find(bytes, position, position + length, filter, loader);
    position = type == null ? start : position + length;
    return type;
  }

  /** The next {@code length} bytes, in place. */
  ByteBuffer take(int length) throws WireException {
    need(length);
    var block = ByteBuffer.wrap(bytes, position, length);
    position += length;
    return block;
  }

  private void need(int count) throws WireException {
    if (limit - position < count) {
      throw new WireException(
          "%d bytes are missing at the end of a message".formatted(count - (limit - position)));
    }
  }
}
