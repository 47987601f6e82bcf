package speedup.workload;

/**
 * Vectors that are carried to a worker.
 *
 * @param first the number of the first
 * @param coordinates of one vector after the other; not copied, so not to be changed
 */
public record VectorSlice(long first, double[] coordinates) {}
