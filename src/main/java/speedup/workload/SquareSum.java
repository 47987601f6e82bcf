package speedup.workload;

import java.math.BigInteger;

/**
 * A sum of squares, exact far beyond 64 bits: {@code high * 2^64 + low}, {@code low} unsigned.
 *
 * @param high the upper 64 bits
 * @param low the lower 64 bits
 */
public record SquareSum(long high, long low) {
  /** The sum of nothing. */
  static final SquareSum ZERO = new SquareSum(0, 0);

  /** Squares every number of a range, one after the other, and adds the squares. */
  static SquareSum of(Range range) {
    long high = 0;
    long low = 0;
    for (var number = range.from(); number < range.end(); number++) {
      var square = number * number;
      low += square;
      high += Math.multiplyHigh(number, number);
      if (Long.compareUnsigned(low, square) < 0) {
        high++;
      }
    }
    return new SquareSum(high, low);
  }

  /** The same sum from a number; 0 or more, below 2^127. */
  static SquareSum ofNumber(BigInteger sum) {
    if (sum.signum() < 0) {
      throw new IllegalArgumentException("a sum of squares below 0");
    }
    return new SquareSum(sum.shiftRight(Long.SIZE).longValueExact(), sum.longValue());
  }

  /** Both sums together. */
  SquareSum plus(SquareSum other) {
    var sum = low + other.low;
    var carry = Long.compareUnsigned(sum, low) < 0 ? 1 : 0;
    return new SquareSum(high + other.high + carry, sum);
  }

  /** The sum as a number. */
  BigInteger value() {
    var upper = BigInteger.valueOf(high).shiftLeft(Long.SIZE);
    return upper.add(new BigInteger(Long.toUnsignedString(low)));
  }
}
