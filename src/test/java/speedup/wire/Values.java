package speedup.wire;

import java.io.Serializable;
import java.util.List;
import java.util.Set;
import java.util.function.IntUnaryOperator;

/** Values of many kinds for the tests of the wire. */
final class Values {
  static final ClassFilter FILTER = new ClassFilter(Set.of("speedup.wire."));

  private Values() {}

  record Point(int x, long y) {}

  record Version(int major, int minor) implements Comparable<Version> {
    @Override
    public int compareTo(Version other) {
      return Integer.compare(100 * major + minor, 100 * other.major + other.minor);
    }
  }

  record Everything(
      boolean flag,
      byte b,
      short s,
      char c,
      int i,
      long l,
      float f,
      double d,
      String text,
      Integer boxed,
      Point point,
      List<Point> points) {}

  record Pair<A, B>(A first, B second) {}

  record Chain(Chain next) {}

  record Strict(int positive) {
    Strict {
      if (positive < 0) {
        throw new IllegalArgumentException("negative");
      }
    }
  }

  record Moody(int value) {
    public int value() {
      throw new IllegalStateException("not today");
    }

    @Override
    public int hashCode() {
      throw new IllegalStateException("not today");
    }
  }

  record Config(Object logger) {}

  record Task(Config config) {}

  enum Colour {
    RED,
    GREEN {
      @Override
      int weight() {
        return 2;
      }
    };

    int weight() {
      return 1;
    }
  }

  interface Function extends IntUnaryOperator, Serializable {}

  /** Serializable in the JDK's way only. */
  static final class Bean implements Serializable {
    final Object content;

    Bean(Object content) {
      this.content = content;
    }
  }

  static int twice(int x) {
    return 2 * x;
  }

  static Function adding(int offset) {
    return x -> x + offset;
  }

  static Function addingAll(List<Integer> offsets, Point point) {
    return x -> x + offsets.stream().mapToInt(Integer::intValue).sum() + point.x();
  }

  static byte[] bytes(Object value) throws NotSendableException {
    return ValueWriter.toBytes(value);
  }

  static Object read(byte[] bytes) throws WireException {
    return ValueReader.fromBytes(bytes, FILTER, Values.class.getClassLoader());
  }

  static Object copy(Object value) throws Exception {
    return read(bytes(value));
  }
}
