package speedup.ipc;

/**
 * The layout of a {@link ProcessCondition}.
 *
 * <pre>
 * 0       8      16     24         28         32          544
 * │ guard │ next │ size │ kind     │ used     │ path      │ - │ waiters: 128 × 64
 *                │ ─── of the lock ───┘  ▲ places    of the lock
 * </pre>
 *
 * A waiter, in a cache line of its own, is free unless its state says otherwise:
 *
 * <pre>
 * 0       8         16
 * │ state │ process │ number in the order of coming │
 * </pre>
 */
final class ConditionLayout {
  /** A {@link speedup.shm.LockWord}; held while the table of waiters is changed. */
  static final int GUARD = 0;

  /** A long: the number of the next waiter. */
  static final int NEXT = 8;

  /** A long: the size of the lock's memory. */
  static final int LOCK_SIZE = 16;

  /** An int: the ordinal of the lock's kind. */
  static final int LOCK_KIND = 24;

  /** An int: places in the table beyond which none was ever used. */
  static final int USED = 28;

  /** The path of the lock's memory. */
  static final int LOCK_PATH = 32;

  static final int PATH_BYTES = 512;

  static final int WAITERS = 640;
  static final int MOST = 128;
  static final int BYTES = WAITERS + MOST * 64;

  /** States. A waiter leaves {@link #NOTIFIED} by itself; all else is done under the guard. */
  static final int FREE = 0;

  static final int WAITING = 1;

  /** As waiting, and has to be woken. Set by the waiter itself, without the guard. */
  static final int SLEEPING = 2;

  static final int NOTIFIED = 3;

  private ConditionLayout() {}

  static long state(int place) {
    return WAITERS + place * 64L;
  }

  static long process(int place) {
    return state(place) + 8;
  }

  static long number(int place) {
    return state(place) + 16;
  }
}
