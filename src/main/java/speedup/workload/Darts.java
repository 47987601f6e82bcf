package speedup.workload;

/**
 * What a worker does: counts the random points of a square that lie in its quarter circle. A point
 * follows from its number and the seed, so it does not matter who looks at it.
 *
 * @param seed where the random sequence begins
 */
public record Darts(long seed) implements SliceTask<Range, Long> {
  private static final double UNIT = 0x1p-32;

  @Override
  public Long run(Range points) {
    var start = SplitMix.mix(seed);
    var inside = 0L;
    for (var point = points.from(); point < points.end(); point++) {
      if (isInside(bits(start, point))) {
        inside++;
      }
    }
    return inside;
  }

  /** The random bits of a point; both its coordinates are in them. */
  long bits(long point) {
    return bits(SplitMix.mix(seed), point);
  }

  private static long bits(long start, long point) {
    return SplitMix.mix(start + (point + 1) * SplitMix.GAMMA);
  }

  /** From 0 to 1: the middle of the place that 32 bits name. */
  static double x(long bits) {
    return ((bits >>> 32) + 0.5) * UNIT;
  }

  /** From 0 to 1. */
  static double y(long bits) {
    return ((bits & 0xFFFF_FFFFL) + 0.5) * UNIT;
  }

  /** Whether a point is nearer than 1 to the corner. */
  static boolean isInside(long bits) {
    var x = x(bits);
    var y = y(bits);
    return x * x + y * y < 1;
  }
}
