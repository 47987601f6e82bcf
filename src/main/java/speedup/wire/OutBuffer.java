package speedup.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes being written; grows as needed. Used by one thread at a time. */
public final class OutBuffer {
  /** Length of text up to which one byte tells it, and copying by hand is fast. */
  private static final int SHORT_TEXT = 127;

  private static final int LONGEST_INT = 5;

  private byte[] bytes;
  private int size;
  private int asideFrom = Integer.MAX_VALUE;
  private byte[] aside;

  /** Starts empty. */
  public OutBuffer(int capacity) {
    bytes = new byte[capacity];
  }

  /** The next block of at least so many bytes is not copied here but kept for the caller. */
  void keepAside(int fromLength) {
    asideFrom = fromLength;
  }

  /** The block that was kept aside, or null; from now on all are copied. */
  byte[] takeAside() {
    var block = aside;
    aside = null;
    asideFrom = Integer.MAX_VALUE;
    return block;
  }

  /** How many bytes were written. */
  public int size() {
    return size;
  }

  /** The bytes themselves, valid up to {@link #size()}; not a copy. */
  byte[] array() {
    return bytes;
  }

  /** A copy of what was written. */
  public byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }

  /** Forgets everything after the given size; a large buffer is given back. */
  void truncate(int newSize, int keepCapacity) {
    size = newSize;
    if (newSize == 0 && bytes.length > keepCapacity) {
      bytes = new byte[keepCapacity];
    }
  }

  void put(int value) {
    ensure(1);
    bytes[size++] = (byte) value;
  }

  void putInt(int value) {
    ensure(Integer.BYTES);
    putIntAt(size, value);
    size += Integer.BYTES;
  }

  void putAt(int position, int value) {
    bytes[position] = (byte) value;
  }

  void putIntAt(int position, int value) {
    // by hand: a VarHandle takes milliseconds at its first use
    bytes[position] = (byte) (value >>> 24);
    bytes[position + 1] = (byte) (value >>> 16);
    bytes[position + 2] = (byte) (value >>> 8);
    bytes[position + 3] = (byte) value;
  }

  void putLong(long value) {
    ensure(Long.BYTES);
    putIntAt(size, (int) (value >>> 32));
    putIntAt(size + Integer.BYTES, (int) value);
    size += Long.BYTES;
  }

  /** Seven bits a byte, low bits first: small numbers that are not negative stay short. */
  void putVar(long value) {
    ensure(10);
    var rest = value;
    while ((rest & ~0x7fL) != 0) {
      bytes[size++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[size++] = (byte) rest;
  }

  /** How many bytes {@link #putVar} takes for a number that is not negative. */
  static int varLength(int value) {
    return 1 + (31 - Integer.numberOfLeadingZeros(value | 1)) / 7;
  }

  /** As {@link #putVar}, with the sign in the lowest bit. */
  void putSigned(long value) {
    putVar((value << 1) ^ (value >> 63));
  }

  /**
   * Integers as {@link #putSigned} writes each; the hot loop of lists of numbers.
   *
   * @return false when one of them is no Integer; then what was written is of no use
   */
  boolean putInts(Object[] values) {
    var at = size;
    for (var i = 0; i < values.length; i++) {
      if (!(values[i] instanceof Integer number)) {
        return false;
      }
      if (bytes.length - at < LONGEST_INT) {
        size = at;
        ensure(LONGEST_INT * Math.min(values.length - i, 1024));
      }
      var rest = (number << 1) ^ (number >> 31);
      while ((rest & ~0x7f) != 0) {
        bytes[at++] = (byte) (rest | 0x80);
        rest >>>= 7;
      }
      bytes[at++] = (byte) rest;
    }
    size = at;
    return true;
  }

  void putBytes(byte[] source, int from, int length) {
    ensure(length);
    System.arraycopy(source, from, bytes, size, length);
    size += length;
  }

  void putBlock(byte[] block) {
    putVar(block.length);
    if (block.length >= asideFrom && aside == null) {
      aside = block;
    } else {
      putBytes(block, 0, block.length);
    }
  }

  void putText(String text) {
    var block = text.getBytes(StandardCharsets.UTF_8);
    putVar(block.length);
    putBytes(block, 0, block.length);
  }

  /**
   * Writes text exactly.
   *
   * @return false when it holds half of a surrogate pair, which has no form in UTF-8; then nothing
   *     was written
   */
  boolean putExactText(String text) {
    if (text.length() <= SHORT_TEXT && putAscii(text)) {
      return true;
    }
    if (hasHalfPair(text)) {
      return false;
    }
    putText(text);
    return true;
  }

  private boolean putAscii(String text) {
    var length = text.length();
    ensure(1 + length);
    var at = size + 1;
    for (var i = 0; i < length; i++) {
      var c = text.charAt(i);
      if (c > 0x7f) {
        return false;
      }
      bytes[at + i] = (byte) c;
    }
    bytes[size] = (byte) length;
    size = at + length;
    return true;
  }

  private static boolean hasHalfPair(String text) {
    for (var i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        if (!Character.isSupplementaryCodePoint(text.codePointAt(i))) {
          return true;
        }
        i++;
      }
    }
    return false;
  }

  /** Makes room for and skips {@code length} bytes; returns where they begin. */
  int reserve(int length) {
    ensure(length);
    var at = size;
    size += length;
    return at;
  }

  /** The next {@code length} bytes, to be filled at once. */
  ByteBuffer claim(int length) {
    var at = reserve(length);
    return ByteBuffer.wrap(bytes, at, length);
  }

  private void ensure(int more) {
    if (bytes.length - size < more) {
      var wanted = (long) size + more;
      if (wanted > Integer.MAX_VALUE - 8) {
        throw new IllegalArgumentException("a message of over 2 GiB cannot be sent");
      }
      bytes =
          Arrays.copyOf(
              bytes, (int) Math.min(Integer.MAX_VALUE - 8, Math.max(2L * bytes.length, wanted)));
    }
  }
}
