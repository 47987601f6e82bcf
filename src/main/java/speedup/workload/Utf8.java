package speedup.workload;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Looks at bytes of text, eight at a time where it can. */
final class Utf8 {
  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long HIGH_BITS = 0x8080_8080_8080_8080L;
  private static final long LOW_BITS = ~HIGH_BITS;
  private static final long LINE_ENDS = 0x0A0A_0A0A_0A0A_0A0AL;

  private Utf8() {}

  /** How many LF are between two places. */
  static int lines(byte[] bytes, int from, int to) {
    var lines = 0;
    var at = from;
    for (; at <= to - Long.BYTES; at += Long.BYTES) {
      var zeroWhereLineEnds = (long) EIGHT.get(bytes, at) ^ LINE_ENDS;
      // the high bit of a byte is clear only where the whole byte is zero
      var others = ((zeroWhereLineEnds & LOW_BITS) + LOW_BITS) | zeroWhereLineEnds;
      lines += Long.bitCount(~others & HIGH_BITS);
    }
    for (; at < to; at++) {
      lines += bytes[at] == '\n' ? 1 : 0;
    }
    return lines;
  }

  /** Where the first byte is that belongs to no character, or -1 if all do. */
  static int firstInvalid(byte[] bytes, int from, int to) {
    var at = from;
    while (true) {
      at = afterAscii(bytes, at, to);
      if (at == to) {
        return -1;
      }
      var length = length(bytes, at, to);
      if (length == 0) {
        return at;
      }
      at += length;
    }
  }

  private static int afterAscii(byte[] bytes, int from, int to) {
    var at = from;
    while (at <= to - Long.BYTES && ((long) EIGHT.get(bytes, at) & HIGH_BITS) == 0) {
      at += Long.BYTES;
    }
    while (at < to && bytes[at] >= 0) {
      at++;
    }
    return at;
  }

  /** How long the character is that begins here, which is not ASCII; 0 where there is none. */
  private static int length(byte[] bytes, int at, int to) {
    var first = bytes[at] & 0xFF;
    if (first < 0xC2 || first > 0xF4) {
      return 0;
    }
    var length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    if (at + length > to || !secondFits(first, bytes[at + 1] & 0xFF)) {
      return 0;
    }
    for (var i = at + 2; i < at + length; i++) {
      if (!continues(bytes[i])) {
        return 0;
      }
    }
    return length;
  }

  /** Rules out what has a shorter form, halves of pairs, and what is above the last character. */
  private static boolean secondFits(int first, int second) {
    var least = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
    var most = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
    return second >= least && second <= most;
  }

  /** Whether a byte is inside of a character. */
  static boolean continues(byte part) {
    return (part & 0xC0) == 0x80;
  }

  /** Writes capital ASCII letters as small ones and leaves all other bytes. */
  static void toLowerCase(byte[] from, byte[] to, int length) {
    var at = 0;
    for (; at <= length - Long.BYTES; at += Long.BYTES) {
      var eight = (long) EIGHT.get(from, at);
      var low = eight & LOW_BITS;
      var fromA = low + 0x3F3F_3F3F_3F3F_3F3FL;
      var pastZ = low + 0x2525_2525_2525_2525L;
      var capitals = ~eight & (fromA ^ pastZ) & HIGH_BITS;
      EIGHT.set(to, at, eight | capitals >>> 2);
    }
    for (; at < length; at++) {
      to[at] = from[at] >= 'A' && from[at] <= 'Z' ? (byte) (from[at] | 0x20) : from[at];
    }
  }
}
