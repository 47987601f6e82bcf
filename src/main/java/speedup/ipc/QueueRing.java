package speedup.ipc;

import static speedup.ipc.QueueLayout.count;
import static speedup.ipc.QueueLayout.room;
import static speedup.ipc.QueueLayout.slot;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import speedup.shm.SharedRegion;
import speedup.shm.Words;

/**
 * The items of a queue as bytes. Nothing here waits: {@link #put} is called under the put lock,
 * {@link #take} under the take lock, all else by any thread at any time.
 */
final class QueueRing {
  private final MemorySegment memory;
  private final QueueSegments segments;
  private final QueueTakers takers;
  private final int capacity;

  // what this process last saw of the other side: it can only have gone on since
  private long takesSeen; // guarded by the put lock
  private long headSeen; // guarded by the put lock
  private long putsSeen; // guarded by the take lock

  /** Over a region that is kept open. */
  QueueRing(SharedRegion region) {
    memory = region.body();
    segments = new QueueSegments(region);
    takers = new QueueTakers(memory);
    capacity = Words.getInt(memory, QueueLayout.CAPACITY);
  }

  int capacity() {
    return capacity;
  }

  /** Who has taken. */
  QueueTakers takers() {
    return takers;
  }

  /** How many were put, and marks. */
  long puts() {
    return Words.getLong(memory, QueueLayout.PUTS);
  }

  /** How many were taken, and marks. */
  long takes() {
    return Words.getLong(memory, QueueLayout.TAKES);
  }

  /** How many are there, at one moment. */
  long size() {
    for (; ; ) {
      var taken = count(takes());
      var size = count(puts()) - taken;
      if (count(takes()) == taken) {
        return size;
      }
    }
  }

  boolean isShut() {
    return (puts() & QueueLayout.SHUT) != 0;
  }

  /** Whether nothing can be taken, to judge by a word of puts. */
  boolean isEmpty(long puts) {
    return count(takes()) >= count(puts);
  }

  /** Whether nothing can be put, to judge by a word of takes. */
  boolean isFull(long takes) {
    return count(puts()) - count(takes) >= capacity;
  }

  /**
   * Puts an item.
   *
   * @return false when the queue is full
   * @throws QueueShutdownException when nothing is put any more
   * @throws java.io.UncheckedIOException when the system has no room for it
   */
  boolean put(byte[] item) {
    var puts = puts();
    if ((puts & QueueLayout.SHUT) != 0) {
      throw new QueueShutdownException();
    }
    var count = count(puts);
    if (count - takesSeen >= capacity) {
      takesSeen = count(takes());
      if (count - takesSeen >= capacity) {
        return false;
      }
    }
    var attempts = Words.getLong(memory, QueueLayout.ATTEMPTS);
    Words.setLong(memory, QueueLayout.ATTEMPTS, attempts + 1);
    var written = false;
    try {
      var tail = write(item, Words.getLong(memory, slot(QueueLayout.TAIL, count)));
      Words.setLong(memory, slot(QueueLayout.TAIL, count + 1), tail);
      written = true;
    } finally {
      if (!written) {
        Words.setLong(memory, QueueLayout.ATTEMPTS, attempts);
      }
    }
    Words.addLong(memory, QueueLayout.PUTS, QueueLayout.ONE); // now it is there
    return true;
  }

  /** Writes an item; returns the place after it. */
  private long write(byte[] item, long tail) {
    var number = QueuePlace.segment(tail);
    var from = QueuePlace.bytes(tail);
    var segment = segments.get(number);
    var at = from & segment.byteSize() - 1;
    var toEnd = segment.byteSize() - at;
    var room = room(item.length);
    var skip = toEnd < room ? toEnd : 0;
    // behind each item there is room for a mark
    if (!isFree(number, from, skip + room + QueueLayout.UNIT, segment.byteSize())) {
      var next = segments.add(number + 1, room + QueueLayout.UNIT);
      Words.setInt(segment, at, QueueLayout.NEXT);
      write(item, next, 0);
      return QueuePlace.of(number + 1, room);
    }
    if (skip > 0) {
      Words.setInt(segment, at, QueueLayout.WRAP);
    }
    write(item, segment, skip > 0 ? 0 : at);
    return QueuePlace.of(number, from + skip + room);
  }

  private static void write(byte[] item, MemorySegment segment, long at) {
    Words.setInt(segment, at, item.length);
    MemorySegment.copy(
        item, 0, segment, ValueLayout.JAVA_BYTE, at + QueueLayout.LENGTH, item.length);
  }

  /** Whether so many bytes of a segment may be written. */
  private boolean isFree(int number, long from, long bytes, long size) {
    if (from + bytes <= size + behind(number)) {
      return true;
    }
    headSeen = head();
    return from + bytes <= size + behind(number);
  }

  /** How far takers have come in a segment. */
  private long behind(int number) {
    return QueuePlace.segment(headSeen) < number ? 0 : QueuePlace.bytes(headSeen);
  }

  /** The place up to which all was taken: not one further, whose item somebody is yet to take. */
  private long head() {
    for (; ; ) {
      var taken = count(takes());
      var head = Words.getLong(memory, slot(QueueLayout.HEAD, taken));
      if (count(takes()) == taken) {
        return head; // else it may be the place for the second item after this
      }
    }
  }

  /**
   * Takes the oldest item.
   *
   * @return null when there is none
   */
  byte[] take() {
    var count = count(takes());
    if (count >= putsSeen) {
      putsSeen = count(puts());
      if (count >= putsSeen) {
        return null;
      }
    }
    var found = read(Words.getLong(memory, slot(QueueLayout.HEAD, count)));
    Words.setLong(memory, slot(QueueLayout.HEAD, count + 1), found.next());
    takers.takes();
    Words.addLong(memory, QueueLayout.TAKES, QueueLayout.ONE); // now it is not there any more
    return found.item();
  }

  /**
   * The oldest items, which stay. Under the take lock.
   *
   * @param most how many at most
   */
  List<byte[]> peek(int most) {
    var items = new ArrayList<byte[]>();
    var count = count(takes());
    var end = count(puts());
    var place = Words.getLong(memory, slot(QueueLayout.HEAD, count));
    for (; count < end && items.size() < most; count++) {
      var found = read(place);
      items.add(found.item());
      place = found.next();
    }
    return items;
  }

  /** An item, and the place after it. */
  private record Found(byte[] item, long next) {}

  /** Reads the item at a place. Under the take lock: else it may be written over meanwhile. */
  private Found read(long place) {
    var number = QueuePlace.segment(place);
    var from = QueuePlace.bytes(place);
    var segment = segments.get(number);
    var at = from & segment.byteSize() - 1;
    var length = Words.getInt(segment, at);
    if (length == QueueLayout.WRAP) {
      from += segment.byteSize() - at;
      at = 0;
      length = Words.getInt(segment, at);
    } else if (length == QueueLayout.NEXT) {
      number++;
      segment = segments.get(number);
      from = 0;
      at = 0;
      length = Words.getInt(segment, at);
    }
    var item = new byte[length];
    MemorySegment.copy(segment, ValueLayout.JAVA_BYTE, at + QueueLayout.LENGTH, item, 0, length);
    return new Found(item, QueuePlace.of(number, from + room(length)));
  }

  /** From now on nothing is put. Under the put lock. */
  void shut() {
    mark(QueueLayout.PUTS);
    mark(QueueLayout.TAKES);
  }

  private void mark(long at) {
    for (; ; ) {
      var seen = Words.getLong(memory, at);
      if (Words.casLong(memory, at, seen, seen | QueueLayout.SHUT)) {
        return;
      }
    }
  }

  /** How many items were half written when their process was killed. Under the put lock. */
  long abandoned() {
    return Words.getLong(memory, QueueLayout.ATTEMPTS) - count(puts());
  }
}
