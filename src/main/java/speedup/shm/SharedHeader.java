package speedup.shm;

/**
 * The layout of the beginning of a {@link SharedRegion}.
 *
 * <pre>
 * 0       8      12       16     24      32     36      40  64               2112    2176   end - 128
 * │ magic │ kind │ parker │ size │ guard │ gone │ named │ - │ users: 256 × 8 │ - - - │ body │ name │
 * </pre>
 *
 * Only a region with a {@link RegionName} has a name at its end.
 *
 * <p>The magic is stored last, with release: who sees it sees a whole header.
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

  /** A {@link LockWord}: who enters or leaves the users of a region with a name, or removes it. */
  static final int GUARD_AT = 24;

  /** An int: 1 once nobody has used a region with a name, which then nobody can enter again. */
  static final int GONE_AT = 32;

  /** Longs: {@link ProcessId} of those that use it, 0 in free places. */
  static final int USERS_AT = 64;

  static final int MOST_USERS = 256;

  /** An int: 1 when the name is there. */
  static final int NAMED_AT = 36;

  /** How many bytes at the end are the name: text that ends with a zero. */
  static final int NAME_BYTES = 128;

  /** A multiple of 128: two cache lines, since processors fetch them in pairs. */
  static final int BODY_AT = 2176;

  private SharedHeader() {}
}
