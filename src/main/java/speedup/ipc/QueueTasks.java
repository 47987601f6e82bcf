package speedup.ipc;

import java.lang.foreign.MemorySegment;
import speedup.shm.Pause;
import speedup.shm.SharedRegion;
import speedup.shm.Waiting;
import speedup.shm.Words;

/** Which of the items put into a queue are done, and who waits until all are. Any thread. */
final class QueueTasks {
  private static final int SLEEPERS = 1;
  private static final int TIMES = 2;

  private final MemorySegment memory;
  private final Waiting waiting;
  private final QueueRing ring;

  QueueTasks(SharedRegion region, QueueRing ring) {
    memory = region.body();
    waiting = region.waiting();
    this.ring = ring;
  }

  /** How many are done. */
  long doneCount() {
    return Words.getLong(memory, QueueLayout.DONE);
  }

  private int joined() {
    return Words.getInt(memory, QueueLayout.JOINED);
  }

  private long putCount() {
    return QueueLayout.count(ring.puts());
  }

  private boolean allDone() {
    // in this order: what is done never overtakes what was put
    var done = doneCount();
    return done == putCount();
  }

  /**
   * One more is done.
   *
   * @return false when all were already
   */
  boolean done() {
    for (; ; ) {
      var done = doneCount();
      if (done >= putCount()) {
        return false;
      }
      if (Words.casLong(memory, QueueLayout.DONE, done, done + 1)) {
        if (done + 1 == putCount()) {
          wake();
        }
        ring.takers().done();
        return true;
      }
    }
  }

  private void wake() {
    for (; ; ) {
      var seen = joined();
      if ((seen & SLEEPERS) == 0) {
        return;
      }
      if (Words.casInt(memory, QueueLayout.JOINED, seen, (seen & ~SLEEPERS) + TIMES)) {
        waiting.wake(memory, QueueLayout.JOINED, Integer.MAX_VALUE);
        return;
      }
    }
  }

  /**
   * Waits until all are done.
   *
   * @return false when the time is up
   * @throws IllegalStateException when that never comes, because takers have ended
   */
  boolean await(long nanos) throws InterruptedException {
    var times = joined() & -TIMES;
    if (allDone()) {
      return true;
    }
    Pause.throwIfInterrupted();
    var pause = Pause.upTo(nanos);
    for (var timeLeft = true; ; ) {
      var seen = joined();
      if ((seen & -TIMES) != times || allDone()) {
        return true;
      }
      if (!timeLeft) {
        return false;
      }
      if (pause.spin(memory, QueueLayout.JOINED, seen)) {
        continue;
      }
      var marked = seen | SLEEPERS;
      if (seen == marked || Words.casInt(memory, QueueLayout.JOINED, seen, marked)) {
        // who takes the last one looks for the mark only after that: one of us sees the other
        timeLeft = allDone() || pause.sleep(waiting, memory, QueueLayout.JOINED, marked);
        Pause.throwIfInterrupted();
        throwIfLost();
      }
    }
  }

  private void throwIfLost() {
    var lost = allDone() ? 0 : ring.takers().lost(ring, this);
    if (lost > 0) {
      throw new IllegalStateException(
          "%d items were taken by processes that ended before they were done; ".formatted(lost)
              + "do them again and call taskDone() for each");
    }
  }
}
