package speedup.ipc;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import speedup.shm.LockWord;
import speedup.shm.SharedRegion;
import speedup.shm.Words;

/**
 * The bytes under way in one direction of a {@link Pipe}, see {@link PipeLayout}. Positions count
 * all bytes ever written. Any thread may look; who changes something has the lock of that side.
 */
final class PipeRing {
  private static final long MASK = PipeLayout.CAPACITY - 1;
  private static final int UNIT = Long.BYTES;

  private final MemorySegment memory;
  private final long at;
  private final MemorySegment data;

  /** Had by who sends. */
  final LockWord sendLock;

  /** Had by who receives. */
  final LockWord receiveLock;

  /** Rung when something was written, or the sending end has changed. */
  final PipeBell dataBell;

  /** Rung when there is room again, or the receiving end has changed. */
  final PipeBell roomBell;

  PipeRing(SharedRegion region, long at) {
    memory = region.body();
    this.at = at;
    data = memory.asSlice(at + PipeLayout.DATA, PipeLayout.CAPACITY);
    sendLock = new LockWord(region, at + PipeLayout.SEND_LOCK);
    receiveLock = new LockWord(region, at + PipeLayout.RECEIVE_LOCK);
    dataBell = new PipeBell(memory, at + PipeLayout.DATA_BELL, region.waiting());
    roomBell = new PipeBell(memory, at + PipeLayout.ROOM_BELL, region.waiting());
  }

  MemorySegment memory() {
    return memory;
  }

  /** What a reader looks at while it spins. */
  long lowTail() {
    return at + PipeLayout.low(PipeLayout.TAIL);
  }

  /** What a writer looks at while it spins. */
  long lowHead() {
    return at + PipeLayout.low(PipeLayout.HEAD);
  }

  long tail() {
    return Words.getLong(memory, at + PipeLayout.TAIL);
  }

  /** Commits what was written up to there. */
  void tail(long position) {
    Words.setLong(memory, at + PipeLayout.TAIL, position);
  }

  long head() {
    return Words.getLong(memory, at + PipeLayout.HEAD);
  }

  /** Gives back the room up to there. */
  void head(long position) {
    Words.setLong(memory, at + PipeLayout.HEAD, position);
  }

  boolean isEmpty() {
    var head = head(); // first: the tail is never before it
    return tail() == head;
  }

  /** Bytes that were written and not read, as far as can be told while others go on. */
  long used() {
    var head = head(); // first: the tail is never before it
    return Math.min(PipeLayout.CAPACITY, tail() - head);
  }

  /** Whether a message is begun to be received, by whoever has the lock or died with it. */
  boolean isOpen() {
    return Words.getInt(memory, at + PipeLayout.OPEN) != 0;
  }

  void open(boolean open) {
    Words.setInt(memory, at + PipeLayout.OPEN, open ? 1 : 0);
  }

  long abandoned() {
    return Words.getLong(memory, at + PipeLayout.ABANDONED);
  }

  /** The message that was begun will never be whole. */
  void abandon() {
    Words.setLong(memory, at + PipeLayout.ABANDONED, abandoned() + 1);
    open(false);
  }

  long word(long position) {
    return data.get(ValueLayout.JAVA_LONG, position & MASK);
  }

  void word(long position, long value) {
    data.set(ValueLayout.JAVA_LONG, position & MASK, value);
  }

  /** The room that so many bytes take. */
  static long filledUp(int length) {
    return length + UNIT - 1L & -UNIT;
  }

  /** Where the piece ends that begins at a position with this word. */
  static long after(long position, long word) {
    var words = (word & (PipeLayout.FIRST | PipeLayout.LAST)) == PipeLayout.FIRST ? 2 : 1;
    return position + words * UNIT + filledUp((int) word);
  }

  void write(long position, byte[] from, int offset, int length) {
    var start = position & MASK;
    var first = (int) Math.min(length, PipeLayout.CAPACITY - start);
    MemorySegment.copy(from, offset, data, ValueLayout.JAVA_BYTE, start, first);
    if (first < length) {
      MemorySegment.copy(from, offset + first, data, ValueLayout.JAVA_BYTE, 0, length - first);
    }
  }

  void read(long position, byte[] to, int offset, int length) {
    var start = position & MASK;
    var first = (int) Math.min(length, PipeLayout.CAPACITY - start);
    MemorySegment.copy(data, ValueLayout.JAVA_BYTE, start, to, offset, first);
    if (first < length) {
      MemorySegment.copy(data, ValueLayout.JAVA_BYTE, 0, to, offset + first, length - first);
    }
  }
}
