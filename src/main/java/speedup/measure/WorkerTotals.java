package speedup.measure;

/**
 * What a worker has done so far in the present run.
 *
 * @param chunks finished
 * @param items finished
 * @param busyNanos time between beginning and end of its chunks
 */
public record WorkerTotals(long chunks, long items, long busyNanos) {
  /** Of a worker that has not been heard of. */
  public static final WorkerTotals NONE = new WorkerTotals(0, 0, 0);
}
