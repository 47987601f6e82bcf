package speedup.workload;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * What a person's own method gave for items that follow each other. Of a size that does not grow
 * with their number.
 *
 * @param items how many
 * @param checksum over all results and their places; sums of slices add up
 * @param first those of the first {@link #SHOWN} items of the run, as text
 * @param whole how many are whole numbers
 * @param sum of these
 * @param numbers how many are numbers of any kind
 * @param least the smallest of these
 * @param most the largest of these
 * @param truths how many are true or false
 * @param trues how many are true
 */
public record ItemResults(
    long items,
    long checksum,
    List<String> first,
    long whole,
    BigInteger sum,
    long numbers,
    double least,
    double most,
    long truths,
    long trues) {
  /** So many results are shown. */
  static final int SHOWN = 100;

  /** Copies the texts. */
  public ItemResults {
    first = List.copyOf(first);
  }

  /** Those of all slices, in order. */
  static ItemResults merge(List<ItemResults> slices) {
    var first = new ArrayList<String>();
    slices.forEach(slice -> first.addAll(slice.first));
    return new ItemResults(
        slices.stream().mapToLong(ItemResults::items).sum(),
        slices.stream().mapToLong(ItemResults::checksum).sum(),
        first,
        slices.stream().mapToLong(ItemResults::whole).sum(),
        slices.stream().map(ItemResults::sum).reduce(BigInteger.ZERO, BigInteger::add),
        slices.stream().mapToLong(ItemResults::numbers).sum(),
        slices.stream().mapToDouble(ItemResults::least).min().orElseThrow(),
        slices.stream().mapToDouble(ItemResults::most).max().orElseThrow(),
        slices.stream().mapToLong(ItemResults::truths).sum(),
        slices.stream().mapToLong(ItemResults::trues).sum());
  }

  boolean allWhole() {
    return whole == items;
  }

  boolean allNumbers() {
    return numbers == items;
  }

  boolean allTruths() {
    return truths == items;
  }

  /** The checksum as it is shown. */
  String checksumText() {
    return String.format(java.util.Locale.ROOT, "%016x", checksum);
  }
}
