package speedup.workload;

/**
 * Items for a person's own task: numbers, or lines of a file.
 *
 * @param from the first item, from 0
 * @param to one past the last
 * @param file where the lines are; empty where the items are numbers
 * @param start the byte at which the first line begins
 * @param end the byte after the last
 */
public record ItemSlice(long from, long to, String file, long start, long end) {
  /** The numbers {@code from} to {@code to - 1}. */
  static ItemSlice numbers(long from, long to) {
    return new ItemSlice(from, to, "", 0, 0);
  }
}
