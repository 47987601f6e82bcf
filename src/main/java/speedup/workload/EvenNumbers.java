package speedup.workload;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/**
 * What was found among the numbers of a column.
 *
 * @param numbers whole numbers
 * @param kept how many of them are even
 * @param sum of the even ones
 * @param blank rows without anything in the column
 * @param rejected cells that are no whole numbers
 * @param counts how many numbers lie in each part of the range of all
 */
public record EvenNumbers(
    long numbers, long kept, BigInteger sum, long blank, long rejected, List<Long> counts) {
  /** Copies the counts. */
  public EvenNumbers {
    counts = List.copyOf(counts);
  }

  /** What was found in both parts. */
  EvenNumbers plus(EvenNumbers other) {
    var both = new ArrayList<Long>();
    for (var bin = 0; bin < counts.size(); bin++) {
      both.add(counts.get(bin) + other.counts.get(bin));
    }
    return new EvenNumbers(
        numbers + other.numbers,
        kept + other.kept,
        sum.add(other.sum),
        blank + other.blank,
        rejected + other.rejected,
        both);
  }

  /**
   * What a worker does: reads its rows from the disk, keeps the even numbers and sums them.
   *
   * @param column where the numbers are
   * @param bins parts of the range of all numbers
   */
  public record Task(CsvColumn column, ValueBins bins) implements SliceTask<CsvSlice, EvenNumbers> {
    @Override
    public EvenNumbers run(CsvSlice rows) throws Exception {
      var sums = new Sums(bins.counter());
      column.read(rows, sums);
      return sums.result();
    }
  }

  private static final class Sums implements CsvColumn.Visitor {
    private final ValueBins.Counter counter;
    private long numbers;
    private long kept;
    private long blank;
    private long rejected;
    private long sum;

    /** What did not fit into the sum. */
    private BigInteger more = BigInteger.ZERO;

    Sums(ValueBins.Counter counter) {
      this.counter = counter;
    }

    @Override
    public void see(CsvCell cell) {
      switch (cell.kind()) {
        case NUMBER -> add(cell.value());
        case BLANK -> blank++;
        case BAD, MISSING -> rejected++;
      }
    }

    private void add(long number) {
      numbers++;
      counter.add(number);
      if (number % 2 != 0) {
        return;
      }
      kept++;
      var next = sum + number;
      // both signs differ from that of the result: it wrapped around
      if (((sum ^ next) & (number ^ next)) < 0) {
        more = more.add(BigInteger.valueOf(sum));
        next = number;
      }
      sum = next;
    }

    private EvenNumbers result() {
      return new EvenNumbers(
          numbers,
          kept,
          more.add(BigInteger.valueOf(sum)),
          blank,
          rejected,
          LongStream.of(counter.counts()).boxed().toList());
    }
  }
}
