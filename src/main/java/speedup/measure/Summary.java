package speedup.measure;

import java.util.Optional;

/**
 * Repeated measurements in short.
 *
 * @param n how many
 * @param median their median
 * @param interval bootstrap interval of the median; empty below 5 measurements
 * @param min the smallest
 * @param max the largest
 */
public record Summary(
    int n, double median, Optional<Interval> interval, double min, double max) {}
