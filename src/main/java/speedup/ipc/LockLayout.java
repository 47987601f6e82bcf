package speedup.ipc;

/**
 * The layout of a {@link BaseLock}. All that is touched by an undisturbed use lies in one cache
 * line, which the holder has anyway.
 *
 * <pre>
 * 0      8        16          20      24       128              4736
 * │ lock │ thread │ abandoned │ depth │ - - -  │ waits: 16 × 288 │ name │
 * </pre>
 */
final class LockLayout {
  /** A {@link speedup.shm.LockWord}. */
  static final int LOCK = 0;

  /** A long: the holder's thread, as {@link BaseLock#threadTag}; changed by the holder only. */
  static final int THREAD = 8;

  /** An int: 1 while the one has it who got it from a dead one. */
  static final int ABANDONED = 16;

  /** An int: how often the holder has it beyond the first time; 0 in a lock without reentry. */
  static final int DEPTH = 20;

  /** Records of long waits, see {@link WaitRecords}. */
  static final int WAITS = 128;

  /** An {@link ShortText}: the lock's name. */
  static final int NAME = WAITS + WaitRecords.BYTES;

  static final int BYTES = NAME + ShortText.BYTES;

  private LockLayout() {}
}
