package speedup.shm;

/**
 * The layout of the beginning of a {@link SharedRegion}.
 *
 * <pre>
 * 0       8      12       16     24            64                    2112     2176
 * │ magic │ kind │ parker │ size │ - - - - - - │ users: 256 × 8      │ - - -  │ body
 * </pre>
 *
 * The magic is stored last, with release: who sees it sees a whole header.
 */
final class SharedHeader {
  /** Names the layout and its version: another one is another number. */
  static final long MAGIC = 0x5350_4545_4455_5001L;

  static final int MAGIC_AT = 0;

  /** An int that tells what the body is. */
  static final int KIND_AT = 8;

  /** An int: 1 once a process has used the memory that cannot wake others in the kernel. */
  static final int PARKER_AT = 12;

  /** A long: bytes of the whole file. */
  static final int SIZE_AT = 16;

  /** Longs: {@link ProcessId} of those that use it, 0 in free places. */
  static final int USERS_AT = 64;

  static final int MOST_USERS = 256;

  /** A multiple of 128: two cache lines, since processors fetch them in pairs. */
  static final int BODY_AT = 2176;

  private SharedHeader() {}
}
