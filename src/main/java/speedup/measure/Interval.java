package speedup.measure;

/** An interval that covers the true value with 95 % confidence. */
public record Interval(double low, double high) {}
