package speedup.workload;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Sums up the results of a slice while they come. For one thread. */
final class ItemTally {
  private static final int MOST_TEXT = 200;
  private static final long FNV_START = 0xCBF2_9CE4_8422_2325L;
  private static final long FNV_PRIME = 0x100_0000_01B3L;

  private final List<String> first = new ArrayList<>();
  private long item;
  private long items;
  private long checksum;
  private long whole;
  private long sum;
  private BigInteger carried = BigInteger.ZERO;
  private long numbers;
  private double least = Double.MAX_VALUE;
  private double most = -Double.MAX_VALUE;
  private long trues;
  private long truths;

  /** Of results that begin with the one of this item. */
  ItemTally(long firstItem) {
    item = firstItem;
  }

  void add(long result) {
    var before = sum;
    sum += result;
    if (((before ^ sum) & (result ^ sum)) < 0) { // it ran over
      carried = carried.add(BigInteger.valueOf(before)).add(BigInteger.valueOf(result));
      sum = 0;
    }
    whole++;
    addNumber(result);
    count(result, first.size() < wanted() ? Long.toString(result) : null);
  }

  void add(double result) {
    add(result, first.size() < wanted() ? Double.toString(result) : null);
  }

  void add(double result, String text) {
    addNumber(result);
    count(Double.doubleToLongBits(result), text);
  }

  private void addNumber(double result) {
    numbers++;
    least = Math.min(least, result);
    most = Math.max(most, result);
  }

  void add(boolean result) {
    truths++;
    trues += result ? 1 : 0;
    count(result ? 1 : 0, Boolean.toString(result));
  }

  void add(String result) {
    var hash = FNV_START;
    for (var i = 0; i < result.length(); i++) {
      hash = (hash ^ result.charAt(i)) * FNV_PRIME;
    }
    count(hash, result);
  }

  /** Only the first of all items are kept: how much memory a run takes does not grow with them. */
  private int wanted() {
    return item < ItemResults.SHOWN ? ItemResults.SHOWN : 0;
  }

  private void count(long bits, String text) {
    if (first.size() < wanted()) {
      first.add(text.length() <= MOST_TEXT ? text : text.substring(0, MOST_TEXT) + "…");
    }
    // the place counts: the same results in another order have another sum
    checksum += SplitMix.mix(bits + (item + 1) * SplitMix.GAMMA);
    item++;
    items++;
  }

  ItemResults results() {
    return new ItemResults(
        items,
        checksum,
        first,
        whole,
        carried.add(BigInteger.valueOf(sum)),
        numbers,
        least,
        most,
        truths,
        trues);
  }
}
