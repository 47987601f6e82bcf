package speedup.wire;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** The values that are carried. */
public enum Sample {
  INTEGER {
    @Override
    Object value() {
      return 12_345;
    }
  },
  LONGS {
    @Override
    Object value() {
      return LongStream.range(0, COUNT).toArray();
    }
  },
  INTEGER_LIST {
    @Override
    Object value() {
      return IntStream.range(0, COUNT).boxed().collect(Collectors.toCollection(ArrayList::new));
    }
  },
  TEXT_LIST {
    @Override
    Object value() {
      return IntStream.range(0, COUNT)
          .mapToObj(i -> "text " + i)
          .collect(Collectors.toCollection(ArrayList::new));
    }
  },
  RECORD {
    @Override
    Object value() {
      return new Reading(7, "seven", 1.5, 1L << 40);
    }
  },
  LAMBDA {
    @Override
    Object value() {
      return adding(5);
    }
  };

  static final int COUNT = 1_000;

  abstract Object value();

  /** A small record. */
  record Reading(int id, String name, double value, long at) implements Serializable {}

  /** A function that can cross. */
  interface Function extends IntUnaryOperator, Serializable {}

  private static Function adding(int offset) {
    return x -> x + offset;
  }
}
