package speedup.workload;

/**
 * What was made of consecutive vectors.
 *
 * @param first the number of the first
 * @param units vectors of length 1, coordinate after coordinate: all of them, or only those of the
 *     first rows of the whole
 * @param checksum of all their bits, or 0 where they come back whole
 * @param lengths how many had a length in each part of {@link VectorSpace#bins()}
 * @param shortest the smallest length
 * @param longest the largest
 */
public record VectorPart(
    long first, double[] units, long checksum, long[] lengths, double shortest, double longest) {}
