package speedup.workload;

/**
 * A stage whose items are consecutive whole numbers, so that a slice is two numbers.
 *
 * @param first the number that item 0 stands for
 * @param items how many numbers there are, at least 1
 * @param task what is done with a range of them
 * @param <R> result of a range
 */
record RangeStage<R>(long first, long items, SliceTask<Range, R> task) implements Stage<Range, R> {
  @Override
  public Range slice(long from, long to) {
    return new Range(first + from, first + to);
  }
}
