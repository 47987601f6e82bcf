package speedup.workload;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * Equal parts of a range of whole numbers, to count in which of them numbers lie.
 *
 * @param min the smallest number
 * @param max the largest
 */
public record ValueBins(long min, long max) implements Serializable {
  private static final int MOST = 20;
  private static final int MOST_SINGLE = 25;

  /** How many numbers a part holds; unsigned. */
  private long width() {
    // from the smallest to the largest long there are more numbers than a long can tell
    var range = max - min;
    return Long.compareUnsigned(range, MOST_SINGLE) < 0 ? 1 : Long.divideUnsigned(range, MOST) + 1;
  }

  /** How many parts there are. */
  int count() {
    return of(max) + 1;
  }

  /** The part in which a number of the range lies, from 0. */
  int of(long number) {
    return (int) Long.divideUnsigned(number - min, width());
  }

  /** Counts numbers one after the other. */
  Counter counter() {
    return new Counter(min, width(), new long[count()]);
  }

  /** How many numbers were in each part so far. For one thread. */
  record Counter(long min, long width, long[] counts) {
    void add(long number) {
      counts[(int) Long.divideUnsigned(number - min, width)]++;
    }
  }

  /** The parts and how many numbers are in each. */
  List<Shown.Bars.Bar> bars(List<Long> counts) {
    var bars = new ArrayList<Shown.Bars.Bar>();
    var width = width();
    for (var bin = 0; bin < counts.size(); bin++) {
      var first = min + bin * width;
      var last = bin == counts.size() - 1 ? max : first + width - 1;
      bars.add(new Shown.Bars.Bar(label(first, last), counts.get(bin)));
    }
    return bars;
  }

  private static String label(long first, long last) {
    return first == last ? Words.number(first) : Words.say("%,d to %,d", first, last);
  }
}
