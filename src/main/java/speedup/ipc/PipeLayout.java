package speedup.ipc;

import speedup.shm.LockWord;
import speedup.shm.Words;

/**
 * The layout of a {@link Pipe}. What different processes write lies 128 bytes apart: two cache
 * lines, since processors fetch them in pairs.
 *
 * <pre>
 * 0       8       128    256    384        1408         5504        5504 + one ring
 * │ guard │ lanes │ end 0│ end 1│ crossing │ holders    │ ring to 0 │ ring to 1 (two-way only) │
 *
 * an end:   │ gone │ arrived │ sent │ received │ last sent │
 * holders:  │ of end 0: 256 × 8 │ of end 1: 256 × 8 │
 *
 * a ring:
 * 0           128    256         384            392    400         512    640         768
 * │ send lock │ tail │ data bell │ receive lock │ open │ abandoned │ head │ room bell │ bytes │
 * </pre>
 *
 * Tail and head are numbers of bytes that were ever written and read; who has the send lock changes
 * the tail, who has the receive lock the head. A message lies between them in one piece or several:
 *
 * <pre>
 * 63    35     34      33       32 31      0
 * │ 0    │ last │ first │ object │ length  │ [ bytes of the whole message ] bytes, filled up to 8
 * </pre>
 *
 * The number in brackets is there in the first piece of several. A piece is committed by the one
 * store that moves the tail past it, and taken by the one that moves the head. A message is whole
 * once its last piece is there; a first piece that follows another first one says that the former
 * message was given up.
 */
final class PipeLayout {
  /** A {@link LockWord}: of the ends and holders. */
  static final long GUARD = 0;

  /** An int: 1 for one-way, 2 for two-way. */
  static final long LANES = 8;

  /** A {@link Crossing}. */
  static final long CROSSING = 384;

  private static final long ENDS = 128;
  private static final long END_BYTES = 128;

  /** In an end: an int, 1 while nobody has it who counts. */
  static final long GONE = 0;

  /** In an end: an int, 1 once another process than the creator has got it. */
  static final long ARRIVED = 4;

  /** In an end: an int, how often it was sent. */
  static final long SENT = 8;

  /** In an end: an int, how often it was received of these. */
  static final long RECEIVED = 12;

  /** In an end: a long, when it was sent last, in milliseconds since 1970. */
  static final long LAST_SENT = 16;

  private static final long HOLDERS = CROSSING + Crossing.BYTES;

  /** The most processes that can hold an end. */
  static final int MOST_HOLDERS = 256;

  private static final long HOLDERS_BYTES = (long) MOST_HOLDERS * Long.BYTES;
  private static final long RINGS = HOLDERS + 2 * HOLDERS_BYTES;

  /** In a ring: a {@link LockWord}, had by who sends. */
  static final long SEND_LOCK = 0;

  /** In a ring: a long. */
  static final long TAIL = 128;

  /** In a ring: a {@link PipeBell} for those who wait for data. */
  static final long DATA_BELL = 256;

  /** In a ring: a {@link LockWord}, had by who receives. */
  static final long RECEIVE_LOCK = 384;

  /** In a ring: an int, 1 from the first to the last piece of a message that is being received. */
  static final long OPEN = 392;

  /** In a ring: a long, how many messages were given up. */
  static final long ABANDONED = 400;

  /** In a ring: a long. */
  static final long HEAD = 512;

  /** In a ring: a {@link PipeBell} for those who wait for room. */
  static final long ROOM_BELL = 640;

  /** In a ring: where its bytes begin. */
  static final long DATA = 768;

  /** Bytes under way in one direction; a power of two. */
  static final int CAPACITY = 1024 * 1024;

  /**
   * The most bytes in one piece; several fit into the ring, so that both sides can work at once.
   */
  static final int MOST_IN_PIECE = 32 * 1024;

  private static final long RING_BYTES = DATA + CAPACITY;

  static final long FIRST = 1L << 33;
  static final long LAST = 1L << 34;
  static final long OBJECT = 1L << 32;

  private PipeLayout() {}

  static long end(int side) {
    return ENDS + side * END_BYTES;
  }

  /** A long: a {@link speedup.shm.ProcessId}; marked while the process has not used the end. */
  static long holder(int side, int place) {
    return HOLDERS + side * HOLDERS_BYTES + (long) place * Long.BYTES;
  }

  /** The ring that an end receives from. */
  static long ringTo(int side) {
    return RINGS + side * RING_BYTES;
  }

  static long bytes(int lanes) {
    return ringTo(lanes);
  }

  /** The half of a position that a wait looks at. */
  static long low(long position) {
    return position + Words.LOWER_HALF;
  }
}
