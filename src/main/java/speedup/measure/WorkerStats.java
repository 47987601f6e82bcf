package speedup.measure;

/**
 * What one worker did in one run.
 *
 * @param worker its place in the pool
 * @param pid its process id; that of the last one where it was replaced
 * @param tasks chunks finished
 * @param items items finished
 * @param busySeconds time between beginning and end of its chunks
 * @param cpuSeconds CPU time used during the run; NaN where the system does not tell
 * @param peakRssBytes largest resident set seen; -1 where the system does not tell
 */
public record WorkerStats(
    int worker,
    long pid,
    long tasks,
    long items,
    double busySeconds,
    double cpuSeconds,
    long peakRssBytes) {}
