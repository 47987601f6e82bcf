package speedup.ipc;

import java.lang.foreign.MemorySegment;
import java.util.concurrent.TimeUnit;
import speedup.shm.LockWord;
import speedup.shm.ProcessId;
import speedup.shm.SharedRegion;
import speedup.shm.Words;

/**
 * Who has the two ends of a {@link Pipe}. An end is gone when nobody has it who counts:
 *
 * <ul>
 *   <li>A process that received or used it counts until it closes it, leaves the memory, or dies.
 *   <li>The process that made the pipe counts before that as long as it alone has the end, or has
 *       sent it again and it did not arrive yet.
 *   <li>An end on its way counts for a minute even if its sender has closed it.
 * </ul>
 *
 * Any thread.
 */
final class PipeEnds {
  static final long WAY_MILLIS = TimeUnit.MINUTES.toMillis(1);

  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

  /** Of a process that has an end but did neither receive nor use it. */
  private static final long UNUSED = 1L << 31;

  private final SharedRegion region;
  private final MemorySegment memory;
  private final LockWord guard;

  /** When the holders of an end were looked at, for {@link #lookAtTimes}; rough, so not guarded. */
  private final long[] looked = {System.nanoTime(), System.nanoTime()};

  PipeEnds(SharedRegion region) {
    this.region = region;
    memory = region.body();
    guard = new LockWord(region, PipeLayout.GUARD);
  }

  /** Whether it was found to be gone; costs one load. */
  boolean isGone(int side) {
    return Words.getInt(memory, PipeLayout.end(side) + PipeLayout.GONE) != 0;
  }

  /** This process made it. */
  void made(int side) {
    Words.setLong(memory, PipeLayout.holder(side, 0), ProcessId.self() | UNUSED);
  }

  /** This process begins anew with it: what a lost object of it had does not count. */
  void forgetSelf() {
    guard.guard();
    try {
      remove(0);
      remove(1);
    } finally {
      guard.release();
    }
  }

  /** This process uses it. */
  void use(int side) {
    guard.guard();
    try {
      enter(side);
      refresh(side);
    } finally {
      guard.release();
    }
  }

  /** It was put into a message. */
  void sent(int side) {
    var end = PipeLayout.end(side);
    guard.guard();
    try {
      Words.setLong(memory, end + PipeLayout.LAST_SENT, System.currentTimeMillis());
      Words.addInt(memory, end + PipeLayout.SENT, 1);
      refresh(side);
    } finally {
      guard.release();
    }
  }

  private boolean isUnderWay(int side) {
    var end = PipeLayout.end(side);
    return Words.getInt(memory, end + PipeLayout.SENT)
        > Words.getInt(memory, end + PipeLayout.RECEIVED);
  }

  /** It came out of a message, in this process. */
  void arrived(int side) {
    var end = PipeLayout.end(side);
    guard.guard();
    try {
      enter(side);
      if (isUnderWay(side)) { // a message may be received more often than it was made
        Words.addInt(memory, end + PipeLayout.RECEIVED, 1);
      }
      Words.setInt(memory, end + PipeLayout.ARRIVED, 1);
      Words.setIntVolatile(memory, end + PipeLayout.GONE, 0);
    } finally {
      guard.release();
    }
  }

  /** This process has closed it. */
  void left(int side) {
    guard.guard();
    try {
      remove(side);
      refresh(side);
    } finally {
      guard.release();
    }
  }

  /**
   * Looks whether its holders live; takes some ten microseconds.
   *
   * @return whether it is gone
   */
  boolean look(int side) {
    if (isGone(side) || isHeld(side)) {
      return isGone(side);
    }
    guard.guard();
    try {
      refresh(side);
      return isGone(side);
    } finally {
      guard.release();
    }
  }

  /** As {@link #look}, but no more often than every ten milliseconds. */
  boolean lookAtTimes(int side) {
    var now = System.nanoTime();
    if (now - looked[side] < LOOK_NANOS) {
      return isGone(side);
    }
    looked[side] = now;
    return look(side);
  }

  private void refresh(int side) {
    var gone = PipeLayout.end(side) + PipeLayout.GONE;
    Words.setIntVolatile(memory, gone, isHeld(side) ? 0 : 1);
  }

  private boolean isHeld(int side) {
    var end = PipeLayout.end(side);
    var underWay = isUnderWay(side);
    var unusedCounts = underWay || Words.getInt(memory, end + PipeLayout.ARRIVED) == 0;
    for (var place = 0; place < PipeLayout.MOST_HOLDERS; place++) {
      var holder = holder(side, place);
      if ((unusedCounts || (holder & UNUSED) == 0) && isThere(holder & ~UNUSED)) {
        return true;
      }
    }
    var sentAgo = System.currentTimeMillis() - Words.getLong(memory, end + PipeLayout.LAST_SENT);
    return underWay && sentAgo < WAY_MILLIS;
  }

  private boolean isThere(long process) {
    return process != ProcessId.NOBODY && region.isUser(process) && ProcessId.isAlive(process);
  }

  private long holder(int side, int place) {
    return Words.getLong(memory, PipeLayout.holder(side, place));
  }

  private void enter(int side) {
    var free = -1;
    for (var place = 0; place < PipeLayout.MOST_HOLDERS; place++) {
      var process = holder(side, place) & ~UNUSED;
      if (process == ProcessId.self()) {
        free = place;
        break;
      }
      if (free < 0 && process == ProcessId.NOBODY) {
        free = place;
      }
    }
    Words.setLong(
        memory, PipeLayout.holder(side, free < 0 ? ofDead(side) : free), ProcessId.self());
  }

  private int ofDead(int side) {
    for (var place = 0; place < PipeLayout.MOST_HOLDERS; place++) {
      if (!isThere(holder(side, place) & ~UNUSED)) {
        return place;
      }
    }
    throw new IllegalStateException(
        "more than %d processes have the same end of a pipe".formatted(PipeLayout.MOST_HOLDERS));
  }

  private void remove(int side) {
    for (var place = 0; place < PipeLayout.MOST_HOLDERS; place++) {
      if ((holder(side, place) & ~UNUSED) == ProcessId.self()) {
        Words.setLong(memory, PipeLayout.holder(side, place), ProcessId.NOBODY);
      }
    }
  }
}
