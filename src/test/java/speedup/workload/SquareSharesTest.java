package speedup.workload;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SquareSharesTest {
  @Test
  void sumsByTheFormula() {
    assertEquals(BigInteger.ZERO, SquareShares.sum(1));
    assertEquals(BigInteger.valueOf(332_833_500), SquareShares.sum(1_000));
  }

  @Test
  void theLastTenthAddsTheMost() {
    var bars = SquareShares.bars(1_000).bars();
    assertEquals(10, bars.size());
    assertEquals(new Shown.Bars.Bar("0 to 99", 0.1), bars.getFirst());
    assertEquals(new Shown.Bars.Bar("900 to 999", 27.1), bars.getLast());
  }

  @Test
  void fewNumbersHaveABarEach() {
    assertEquals(List.of(new Shown.Bars.Bar("0", 0)), SquareShares.bars(1).bars());
    assertEquals(
        List.of(
            new Shown.Bars.Bar("0", 0), new Shown.Bars.Bar("1", 20), new Shown.Bars.Bar("2", 80)),
        SquareShares.bars(3).bars());
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 19, 1_001, 3_000_000_000L, Long.MAX_VALUE / 2})
  void thePartsAreTheWhole(long count) {
    var bars = SquareShares.bars(count).bars();
    assertEquals(10, bars.size());
    assertEquals(100, bars.stream().mapToDouble(Shown.Bars.Bar::value).sum(), 0.5);
    assertEquals(
        Words.number(count - 1),
        bars.getLast().label().substring(bars.getLast().label().lastIndexOf(' ') + 1));
  }
}
