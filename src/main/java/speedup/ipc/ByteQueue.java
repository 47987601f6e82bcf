package speedup.ipc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.util.List;
import speedup.shm.LockWord;
import speedup.shm.Pause;
import speedup.shm.SharedRegion;

/** A queue of items as bytes: its two locks, and the waits for items and for room. Any thread. */
final class ByteQueue {
  private final SharedRegion region;
  private final QueueRing ring;
  private final LockWord putLock;
  private final LockWord takeLock;
  private final QueueSleepers takers;
  private final QueueSleepers putters;

  /** Over a region that is kept open. */
  ByteQueue(SharedRegion region) {
    this.region = region;
    ring = new QueueRing(region);
    putLock = new LockWord(region, QueueLayout.PUT_LOCK);
    takeLock = new LockWord(region, QueueLayout.TAKE_LOCK);
    takers = new QueueSleepers(region, QueueLayout.PUTS);
    putters = new QueueSleepers(region, QueueLayout.TAKES);
  }

  SharedRegion region() {
    return region;
  }

  QueueRing ring() {
    return ring;
  }

  /**
   * Puts an item.
   *
   * @param nanos how long to wait for room
   * @return false when the time is up
   */
  boolean put(byte[] item, long nanos) throws InterruptedException {
    if (putLock.tryTake() && putLocked(item)) {
      return true;
    }
    if (nanos == 0) {
      return putNow(item);
    }
    Pause.throwIfInterrupted();
    var from = System.nanoTime();
    var pause = Pause.upTo(nanos);
    for (; ; ) {
      var takes = ring.takes();
      if (ring.isFull(takes) && !ring.isShut()) {
        if (!putters.await(takes, pause)) {
          return putNow(item);
        }
      } else if (putLock.take(Pause.upTo(left(nanos, from)), null) == LockWord.Taken.NO) {
        return false;
      } else if (putLocked(item)) {
        return true;
      }
    }
  }

  private static long left(long nanos, long from) {
    return nanos == Pause.FOREVER ? nanos : nanos - (System.nanoTime() - from);
  }

  /** Puts an item if there is room. */
  boolean putNow(byte[] item) {
    putLock.guard(); // whoever died with it left nothing half done
    return putLocked(item);
  }

  private boolean putLocked(byte[] item) {
    boolean put;
    try {
      put = ring.put(item);
    } finally {
      putLock.release();
    }
    if (put) {
      takers.wakeOne();
    }
    return put;
  }

  /**
   * Takes the oldest item.
   *
   * @param nanos how long to wait for one
   * @return null when the time is up
   */
  byte[] take(long nanos) throws InterruptedException {
    if (takeLock.tryTake()) {
      var item = takeLocked();
      if (item != null) {
        return item;
      }
    }
    if (nanos == 0) {
      return takeNow();
    }
    Pause.throwIfInterrupted();
    var from = System.nanoTime();
    var pause = Pause.upTo(nanos);
    for (; ; ) {
      var puts = ring.puts();
      if (ring.isEmpty(puts)) {
        throwIfShut(puts);
        if (!takers.await(puts, pause)) {
          return takeNow();
        }
      } else if (takeLock.take(Pause.upTo(left(nanos, from)), null) == LockWord.Taken.NO) {
        return null;
      } else {
        var item = takeLocked();
        if (item != null) {
          return item;
        }
      }
    }
  }

  /** Takes the oldest item if there is one; else null. */
  byte[] takeNow() {
    takeLock.guard(); // whoever died with it left nothing half done
    var item = takeLocked();
    if (item == null) {
      var puts = ring.puts();
      if (ring.isEmpty(puts)) {
        throwIfShut(puts);
      }
    }
    return item;
  }

  private byte[] takeLocked() {
    byte[] item;
    try {
      item = ring.take();
    } finally {
      takeLock.release();
    }
    if (item != null) {
      putters.wakeOne();
    }
    return item;
  }

  /** The oldest items, at most so many, which stay. */
  List<byte[]> peek(int most) {
    takeLock.guard(); // whoever died with it left nothing half done
    try {
      return ring.peek(most);
    } finally {
      takeLock.release();
    }
  }

  private static void throwIfShut(long puts) {
    if ((puts & QueueLayout.SHUT) != 0) {
      throw new QueueShutdownException();
    }
  }

  /** From now on nothing is put; tells all who wait. */
  void shutdown() {
    putLock.guard();
    try {
      ring.shut();
    } finally {
      putLock.release();
    }
    takers.wakeAll();
    putters.wakeAll();
  }

  /** How many items were half written when their process was killed. */
  long abandoned() {
    putLock.guard();
    try {
      return ring.abandoned();
    } finally {
      putLock.release();
    }
  }

  /**
   * A thread of this process that meets the end of the memory while it has a lock could not give it
   * back, and others would wait for it: this one has both then, and gives them back elsewhere.
   *
   * @param close closes the region
   */
  void closeBetweenItems(Runnable close) {
    try (var arena = Arena.ofShared()) {
      var locks = region.mapAgain(QueueLayout.LOCKS, arena);
      putLock.guard();
      takeLock.guard();
      try {
        close.run();
      } finally {
        takeLock.in(locks).release();
        putLock.in(locks).release();
      }
    } catch (IOException e) {
      close.run();
      throw new UncheckedIOException("closed while other threads may have used the queue", e);
    }
  }
}
