package speedup.workload;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ValueBinsTest {
  @Test
  void giveEveryNumberOfASmallRangeItsOwnBar() {
    assertEquals(List.of("-1", "0", "1"), labels(new ValueBins(-1, 1)));
    assertEquals(25, new ValueBins(1, 25).count());
    assertEquals(List.of("7"), labels(new ValueBins(7, 7)));
  }

  @Test
  void cutALargeRangeIntoEqualParts() {
    var labels = labels(new ValueBins(1, 100));
    assertEquals(20, labels.size());
    assertEquals("1 to 5", labels.getFirst());
    assertEquals("96 to 100", labels.getLast());
    assertEquals("25 to 26", labels(new ValueBins(1, 26)).getLast());
  }

  @Test
  void countEachNumberOnceUpToTheLargestRange() {
    for (var bins :
        List.of(
            new ValueBins(Long.MIN_VALUE, Long.MAX_VALUE),
            new ValueBins(-3, Long.MAX_VALUE),
            new ValueBins(0, 10_007),
            new ValueBins(5, 5))) {
      var counter = bins.counter();
      counter.add(bins.min());
      counter.add(bins.max());
      counter.add(Math.max(bins.min(), bins.min() / 2 + bins.max() / 2));
      assertEquals(3, sum(counter.counts()));
      assertEquals(bins.count() - 1, bins.of(bins.max()));
    }
  }

  private static long sum(long[] counts) {
    var sum = 0L;
    for (var count : counts) {
      sum += count;
    }
    return sum;
  }

  private static List<String> labels(ValueBins bins) {
    return bins.bars(Collections.nCopies(bins.count(), 1L)).stream()
        .map(Shown.Bars.Bar::label)
        .toList();
  }
}
