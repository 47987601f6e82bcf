package speedup.scaling;

/**
 * What a fit expects of a number of cores that was not measured: not a measurement, and to be
 * labelled as a prediction wherever it is shown. It holds for machines whose cores are like those
 * of this one, with as much memory, cache and clock frequency for each.
 *
 * @param cores cores, with a worker on each
 * @param speedup expected over one worker
 * @param efficiency expected speedup by cores
 */
public record Prediction(int cores, Estimate speedup, double efficiency) {}
