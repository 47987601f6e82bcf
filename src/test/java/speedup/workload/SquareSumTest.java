package speedup.workload;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SquareSumTest {
  @ParameterizedTest
  @ValueSource(longs = {0, 1, 2, 1_000, 3_000_000, 10_000_000})
  void agreesWithTheClosedForm(long size) {
    assertEquals(below(size), SquareSum.of(new Range(0, size)).value());
  }

  @ParameterizedTest
  @ValueSource(longs = {3_037_000_400L, 4_294_967_200L, 999_999_999_000L})
  void isExactWhereSquaresNoLongerFitIntoALong(long from) {
    var expected = below(from + 1_000).subtract(below(from));
    assertEquals(expected, SquareSum.of(new Range(from, from + 1_000)).value());
  }

  @Test
  void addsWithCarry() {
    var almostFull = new SquareSum(0, -1);
    assertEquals(new SquareSum(1, -2), almostFull.plus(almostFull));
    assertEquals(almostFull, almostFull.plus(SquareSum.ZERO));
    assertEquals(
        BigInteger.TWO.pow(65).subtract(BigInteger.TWO), almostFull.plus(almostFull).value());
  }

  /** (n - 1) n (2n - 1) / 6. */
  private static BigInteger below(long n) {
    var number = BigInteger.valueOf(n);
    return number
        .subtract(BigInteger.ONE)
        .multiply(number)
        .multiply(number.shiftLeft(1).subtract(BigInteger.ONE))
        .divide(BigInteger.valueOf(6));
  }
}
