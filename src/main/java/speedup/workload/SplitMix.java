package speedup.workload;

/** SplitMix64: the same numbers for the same seed on every machine and with every Java version. */
final class SplitMix {
  /** An odd number without a pattern: its multiples are spread over all longs. */
  static final long GAMMA = 0x9E37_79B9_7F4A_7C15L;

  private SplitMix() {}

  /** Spreads the bits of a number. */
  static long mix(long bits) {
    var mixed = (bits ^ (bits >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D0_49BB_1331_11EBL;
    return mixed ^ (mixed >>> 31);
  }

  /** The random number at a position of the sequence that belongs to a seed: 1 to {@code max}. */
  static long number(long seed, long position, long max) {
    return 1 + Long.remainderUnsigned(mix(seed + (position + 1) * GAMMA), max);
  }

  /** The random number at a position of the sequence that belongs to a seed: 0 to below 1. */
  static double fraction(long seed, long position) {
    return (mix(seed + (position + 1) * GAMMA) >>> 11) * 0x1p-53;
  }
}
