package speedup.wire;

import java.lang.reflect.Array;
import java.nio.ByteBuffer;

/** Arrays of primitives: a count and the elements, in bulk. */
final class ArrayCodec {
  private static final int LARGE = 4096;

  private ArrayCodec() {}

  /** Whether a value is an array that {@link #toBytes} should write. */
  static boolean isLarge(Object value) {
    return value != null
        && value.getClass().isArray()
        && value.getClass().componentType().isPrimitive()
        && Array.getLength(value) >= LARGE;
  }

  /** The same bytes as {@link #write}, in an array made for them and not copied out of a buffer. */
  static byte[] toBytes(Object array) {
    var length = Array.getLength(array);
    var size = 1L + OutBuffer.varLength(length) + (long) length * bytesEach(array);
    var out = new OutBuffer(Math.toIntExact(size));
    write(array, out);
    return out.array();
  }

  private static int bytesEach(Object array) {
    return switch (array) {
      case short[] _, char[] _ -> Short.BYTES;
      case int[] _, float[] _ -> Integer.BYTES;
      case long[] _, double[] _ -> Long.BYTES;
      default -> 1;
    };
  }

  static void write(Object array, OutBuffer out) {
    switch (array) {
      case byte[] v -> {
        out.put(ValueTag.BYTES);
        out.putBlock(v);
      }
      case boolean[] v -> {
        out.put(ValueTag.BOOLEANS);
        out.putVar(v.length);
        for (var element : v) {
          out.put(element ? 1 : 0);
        }
      }
      case short[] v -> room(ValueTag.SHORTS, v.length, Short.BYTES, out).asShortBuffer().put(v);
      case char[] v -> room(ValueTag.CHARS, v.length, Character.BYTES, out).asCharBuffer().put(v);
      case int[] v -> room(ValueTag.INTS, v.length, Integer.BYTES, out).asIntBuffer().put(v);
      case long[] v -> room(ValueTag.LONGS, v.length, Long.BYTES, out).asLongBuffer().put(v);
      case float[] v -> room(ValueTag.FLOATS, v.length, Float.BYTES, out).asFloatBuffer().put(v);
      case double[] v ->
          room(ValueTag.DOUBLES, v.length, Double.BYTES, out).asDoubleBuffer().put(v);
      default -> throw new IllegalArgumentException("no array of primitives: " + array.getClass());
    }
  }

  static Object read(int tag, InBuffer in) throws WireException {
    return switch (tag) {
      case ValueTag.BYTES -> in.getBlock();
      case ValueTag.BOOLEANS -> {
        var v = new boolean[in.getCount(1)];
        for (var i = 0; i < v.length; i++) {
          v[i] = in.get() != 0;
        }
        yield v;
      }
      case ValueTag.SHORTS -> {
        var v = new short[in.getCount(Short.BYTES)];
        in.take(v.length * Short.BYTES).asShortBuffer().get(v);
        yield v;
      }
      case ValueTag.CHARS -> {
        var v = new char[in.getCount(Character.BYTES)];
        in.take(v.length * Character.BYTES).asCharBuffer().get(v);
        yield v;
      }
      case ValueTag.INTS -> {
        var v = new int[in.getCount(Integer.BYTES)];
        in.take(v.length * Integer.BYTES).asIntBuffer().get(v);
        yield v;
      }
      case ValueTag.LONGS -> {
        var v = new long[in.getCount(Long.BYTES)];
        in.take(v.length * Long.BYTES).asLongBuffer().get(v);
        yield v;
      }
      case ValueTag.FLOATS -> {
        var v = new float[in.getCount(Float.BYTES)];
        in.take(v.length * Float.BYTES).asFloatBuffer().get(v);
        yield v;
      }
      case ValueTag.DOUBLES -> {
        var v = new double[in.getCount(Double.BYTES)];
        in.take(v.length * Double.BYTES).asDoubleBuffer().get(v);
        yield v;
      }
      default -> throw new WireException("no array tag: " + tag);
    };
  }

  private static ByteBuffer room(int tag, int length, int bytesEach, OutBuffer out) {
    out.put(tag);
    out.putVar(length);
    return out.claim(Math.multiplyExact(length, bytesEach));
  }
}
