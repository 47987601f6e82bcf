package speedup.scaling;

import speedup.measure.Interval;

/**
 * A number worked out from measurements.
 *
 * @param value may be infinite where that is the answer, as a ceiling without a serial part
 * @param interval covers the true value with 95 % confidence; its high end may be infinite
 */
public record Estimate(double value, Found<Interval> interval) {}
