package speedup.ipc;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import speedup.shm.Words;

/**
 * Numbers of all types in shared memory, by their byte offsets: multiples of their size. Loads are
 * acquire, stores are release, and all others are one step for all processes.
 *
 * <p>No processor that Java runs on has to change less than an int as one step, and the JDK offers
 * it for arrays only: the smaller ones are changed with the int around them, which fails and is
 * tried again when a neighbour changes meanwhile. Those of floating point are compared by their
 * bits. Any thread.
 */
final class Cells {
  private static final VarHandle BYTE = ValueLayout.JAVA_BYTE.varHandle();
  private static final VarHandle CHAR = ValueLayout.JAVA_CHAR.varHandle();
  private static final VarHandle SHORT = ValueLayout.JAVA_SHORT.varHandle();
  private static final boolean LITTLE = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;

  private Cells() {}

  static byte getByte(MemorySegment memory, long offset) {
    return (byte) BYTE.getAcquire(memory, offset);
  }

  static void setByte(MemorySegment memory, long offset, byte value) {
    BYTE.setRelease(memory, offset, value);
  }

  static byte swapByte(MemorySegment memory, long offset, byte value) {
    return (byte) swapPart(memory, offset, Byte.SIZE, value);
  }

  static boolean casByte(MemorySegment memory, long offset, byte expected, byte value) {
    return casPart(memory, offset, Byte.SIZE, expected, value);
  }

  static byte addByte(MemorySegment memory, long offset, byte delta) {
    return (byte) addPart(memory, offset, Byte.SIZE, delta);
  }

  static char getChar(MemorySegment memory, long offset) {
    return (char) CHAR.getAcquire(memory, offset);
  }

  static void setChar(MemorySegment memory, long offset, char value) {
    CHAR.setRelease(memory, offset, value);
  }

  static char swapChar(MemorySegment memory, long offset, char value) {
    return (char) swapPart(memory, offset, Character.SIZE, value);
  }

  static boolean casChar(MemorySegment memory, long offset, char expected, char value) {
    return casPart(memory, offset, Character.SIZE, expected, value);
  }

  static char addChar(MemorySegment memory, long offset, char delta) {
    return (char) addPart(memory, offset, Character.SIZE, delta);
  }

  static short getShort(MemorySegment memory, long offset) {
    return (short) SHORT.getAcquire(memory, offset);
  }

  static void setShort(MemorySegment memory, long offset, short value) {
    SHORT.setRelease(memory, offset, value);
  }

  static short swapShort(MemorySegment memory, long offset, short value) {
    return (short) swapPart(memory, offset, Short.SIZE, value);
  }

  static boolean casShort(MemorySegment memory, long offset, short expected, short value) {
    return casPart(memory, offset, Short.SIZE, expected, value);
  }

  static short addShort(MemorySegment memory, long offset, short delta) {
    return (short) addPart(memory, offset, Short.SIZE, delta);
  }

  static int getInt(MemorySegment memory, long offset) {
    return Words.getInt(memory, offset);
  }

  static void setInt(MemorySegment memory, long offset, int value) {
    Words.setInt(memory, offset, value);
  }

  static int swapInt(MemorySegment memory, long offset, int value) {
    return Words.swapInt(memory, offset, value);
  }

  static boolean casInt(MemorySegment memory, long offset, int expected, int value) {
    return Words.casInt(memory, offset, expected, value);
  }

  static int addInt(MemorySegment memory, long offset, int delta) {
    return Words.addInt(memory, offset, delta);
  }

  static long getLong(MemorySegment memory, long offset) {
    return Words.getLong(memory, offset);
  }

  static void setLong(MemorySegment memory, long offset, long value) {
    Words.setLong(memory, offset, value);
  }

  static long swapLong(MemorySegment memory, long offset, long value) {
    return Words.swapLong(memory, offset, value);
  }

  static boolean casLong(MemorySegment memory, long offset, long expected, long value) {
    return Words.casLong(memory, offset, expected, value);
  }

  static long addLong(MemorySegment memory, long offset, long delta) {
    return Words.addLong(memory, offset, delta);
  }

  static float getFloat(MemorySegment memory, long offset) {
    return Float.intBitsToFloat(Words.getInt(memory, offset));
  }

  static void setFloat(MemorySegment memory, long offset, float value) {
    Words.setInt(memory, offset, Float.floatToRawIntBits(value));
  }

  static float swapFloat(MemorySegment memory, long offset, float value) {
    return Float.intBitsToFloat(Words.swapInt(memory, offset, Float.floatToRawIntBits(value)));
  }

  static boolean casFloat(MemorySegment memory, long offset, float expected, float value) {
    return Words.casInt(
        memory, offset, Float.floatToRawIntBits(expected), Float.floatToRawIntBits(value));
  }

  static float addFloat(MemorySegment memory, long offset, float delta) {
    for (; ; ) {
      var seen = Words.getInt(memory, offset);
      var old = Float.intBitsToFloat(seen);
      if (Words.casInt(memory, offset, seen, Float.floatToRawIntBits(old + delta))) {
        return old;
      }
    }
  }

  static double getDouble(MemorySegment memory, long offset) {
    return Double.longBitsToDouble(Words.getLong(memory, offset));
  }

  static void setDouble(MemorySegment memory, long offset, double value) {
    Words.setLong(memory, offset, Double.doubleToRawLongBits(value));
  }

  static double swapDouble(MemorySegment memory, long offset, double value) {
    return Double.longBitsToDouble(
        Words.swapLong(memory, offset, Double.doubleToRawLongBits(value)));
  }

  static boolean casDouble(MemorySegment memory, long offset, double expected, double value) {
    return Words.casLong(
        memory, offset, Double.doubleToRawLongBits(expected), Double.doubleToRawLongBits(value));
  }

  static double addDouble(MemorySegment memory, long offset, double delta) {
    for (; ; ) {
      var seen = Words.getLong(memory, offset);
      var old = Double.longBitsToDouble(seen);
      if (Words.casLong(memory, offset, seen, Double.doubleToRawLongBits(old + delta))) {
        return old;
      }
    }
  }

  /** The offset of the int around. */
  private static long around(long offset) {
    return offset & -Integer.BYTES;
  }

  /** How many bits of the int around lie below a part of it. */
  private static int below(long offset, int bits) {
    var before = (int) (offset - around(offset)) * Byte.SIZE;
    return LITTLE ? before : Integer.SIZE - bits - before;
  }

  private static int swapPart(MemorySegment memory, long offset, int bits, int value) {
    var at = around(offset);
    var below = below(offset, bits);
    var mask = (1 << bits) - 1 << below;
    for (; ; ) {
      var seen = Words.getInt(memory, at);
      if (Words.casInt(memory, at, seen, seen & ~mask | value << below & mask)) {
        return seen >>> below;
      }
    }
  }

  private static boolean casPart(
      MemorySegment memory, long offset, int bits, int expected, int value) {
    var at = around(offset);
    var below = below(offset, bits);
    var mask = (1 << bits) - 1 << below;
    for (; ; ) {
      var seen = Words.getInt(memory, at);
      if (((seen ^ expected << below) & mask) != 0) {
        return false;
      }
      if (Words.casInt(memory, at, seen, seen & ~mask | value << below & mask)) {
        return true;
      }
    }
  }

  private static int addPart(MemorySegment memory, long offset, int bits, int delta) {
    var at = around(offset);
    var below = below(offset, bits);
    var mask = (1 << bits) - 1 << below;
    for (; ; ) {
      var seen = Words.getInt(memory, at);
      var sum = seen + (delta << below) & mask; // what is carried over is cut off
      if (Words.casInt(memory, at, seen, seen & ~mask | sum)) {
        return seen >>> below;
      }
    }
  }
}
