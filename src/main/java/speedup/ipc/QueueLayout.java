package speedup.ipc;

/**
 * The layout of a {@link ProcessQueue}. Each group lies in two cache lines of its own, since
 * processors fetch them in pairs.
 *
 * <pre>
 * 0          8          24             128    256         384     392        512    520
 * │ put lock │ tail × 2 │ attempts │ - │ puts │ take lock │ takes │ head × 2 │ done │ joined │
 * 640        644              768        1792            2304               18688
 * │ capacity │ unknown takers │ crossing │ sizes: 64 × 8 │ takers: 256 × 64 │ segment 0 │ segment 1 ...
 * </pre>
 *
 * The words {@code puts} and {@code takes} count for ever, in their upper 62 bits: what is put or
 * taken is so by the one instruction that adds {@link #ONE} there. Where the next item goes, and
 * where it comes from, lies twice, and the lowest bit of the count says which of them holds. So a
 * process that is killed under a lock leaves nothing to repair.
 *
 * <p>Items lie in rings of bytes, the segments. An item begins at a multiple of 8 and is in one
 * piece: an int of its length, and its bytes. In place of a length may stand {@link #WRAP} or
 * {@link #NEXT}.
 */
final class QueueLayout {
  /** A {@link speedup.shm.LockWord}; held by who puts. */
  static final int PUT_LOCK = 0;

  /** Two {@linkplain QueuePlace places}: where the next item goes. Under the put lock. */
  static final int TAIL = 8;

  /**
   * A long: how often somebody began to write an item and did not give up. Under the put lock;
   * higher than the number of puts by those that were killed over it.
   */
  static final int ATTEMPTS = 24;

  /** A long: how many items were put, and marks. Added to under the put lock. */
  static final int PUTS = 128;

  /** A {@link speedup.shm.LockWord}; held by who takes. */
  static final int TAKE_LOCK = 256;

  /** A long: how many items were taken, and marks. Added to under the take lock. */
  static final int TAKES = 384;

  /** Two {@linkplain QueuePlace places}: where the next item comes from. Under the take lock. */
  static final int HEAD = 392;

  /** Bytes at the begin in which both locks lie. */
  static final int LOCKS = TAKE_LOCK + Long.BYTES;

  /** A long: how many items are done. */
  static final int DONE = 512;

  /** An int: bit 0 somebody sleeps until all are done; above it how often somebody was woken. */
  static final int JOINED = 520;

  /** An int: the most items. */
  static final int CAPACITY = 640;

  /** An int: 1 once more processes have taken than there is room for in the table. */
  static final int UNKNOWN_TAKERS = 644;

  /** A {@link Crossing}. */
  static final int CROSSING = 768;

  /** Longs: bytes of each segment, a power of 2. Under the put lock. */
  static final int SIZES = CROSSING + Crossing.BYTES;

  static final int MOST_SEGMENTS = 64;

  /** Processes that take, see {@link QueueTakers}; a cache line each. Under the take lock. */
  static final int TAKERS = SIZES + MOST_SEGMENTS * Long.BYTES;

  static final int MOST_TAKERS = 256;
  static final int TAKER_BYTES = 64;

  static final int SEGMENTS = TAKERS + MOST_TAKERS * TAKER_BYTES;

  /** Bytes of the first segment. */
  static final int FIRST_SIZE = 64 * 1024;

  static final int BYTES = SEGMENTS + FIRST_SIZE;

  /** Mark in puts or takes: somebody sleeps until it changes. */
  static final long SLEEPERS = 1;

  /** Mark in puts and takes: nothing is put any more. */
  static final long SHUT = 2;

  /** One more item. */
  static final long ONE = 4;

  static final int COUNT_SHIFT = 2;

  /** In place of a length: the item lies at the begin of the segment. */
  static final int WRAP = -1;

  /** In place of a length: the item lies at the begin of the next segment. */
  static final int NEXT = -2;

  /** Bytes of an item's length, and the room that it needs at least. */
  static final int LENGTH = Integer.BYTES;

  static final int UNIT = Long.BYTES;

  private QueueLayout() {}

  /** How many, in a word of puts or takes. */
  static long count(long word) {
    return word >>> COUNT_SHIFT;
  }

  /** Which of two places holds. */
  static long slot(long places, long count) {
    return places + (count & 1) * Long.BYTES;
  }

  /** Bytes that an item takes in a segment. */
  static long room(int length) {
    return (long) LENGTH + length + UNIT - 1 & -UNIT;
  }
}
