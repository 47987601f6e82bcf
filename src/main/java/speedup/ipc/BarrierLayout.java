package speedup.ipc;

import speedup.shm.Words;

/**
 * The layout of a {@link ProcessBarrier}.
 *
 * <pre>
 * 0       8         12       16
 * │ state │ parties │ reason │ pid │
 * </pre>
 *
 * All that changes together is one long, so that a death leaves nothing half done:
 *
 * <pre>
 * 63    32 31                3          2          1        0
 * │ count │ number of the round │ last was reset │ sleepers │ broken │
 * </pre>
 */
final class BarrierLayout {
  static final int STATE = 0;

  /** The half of the state that changes when a round ends: what waiters look at. */
  static final int ROUND = STATE + Words.LOWER_HALF;

  /** An int. */
  static final int PARTIES = 8;

  /** An int: an ordinal of {@link BreakReason}, written before the barrier breaks. */
  static final int REASON = 12;

  /** A long: the process id that the reason names. */
  static final int PID = 16;

  static final int BYTES = 128;

  static final long BROKEN = 1;
  static final long SLEEPERS = 2;
  static final long WAS_RESET = 4;
  static final long FLAGS = 7;
  static final long ONE_ROUND = 8;
  static final long ONE_PARTY = 1L << 32;

  private BarrierLayout() {}

  static int count(long state) {
    return (int) (state >>> 32);
  }

  /** The number of the round, at its place. */
  static int round(long state) {
    return (int) (state & ~FLAGS);
  }

  /** The beginning of the next round. */
  static long next(long state, long flags) {
    return Integer.toUnsignedLong(round(state) + (int) ONE_ROUND) | flags;
  }
}
