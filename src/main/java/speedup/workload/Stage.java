package speedup.workload;

/**
 * A part of the work: numbered items, cut into slices of any length.
 *
 * @param <A> argument of a slice
 * @param <R> result of a slice
 */
public interface Stage<A, R> {
  /** How many items there are, at least 1. A stage of one item is serial work. */
  long items();

  /**
   * What a worker needs for the items {@code from} to {@code to - 1}. Cheap, and safe for use by
   * several threads. Arguments are made of records, strings, boxed and primitive numbers, arrays
   * and lists of these.
   */
  A slice(long from, long to);

  /** What a worker does with a slice: a lambda without captures, a method reference or a record. */
  SliceTask<A, R> task();
}
