package speedup.ipc;

import java.lang.foreign.MemorySegment;
import speedup.shm.Pause;
import speedup.shm.SharedRegion;
import speedup.shm.Waiting;
import speedup.shm.Words;

/**
 * Those who wait until a word of puts or takes changes. Whoever changes it learns by the mark in
 * the same word that somebody sleeps. Any thread.
 */
final class QueueSleepers {
  private final MemorySegment memory;
  private final Waiting waiting;
  private final long word;
  private final long watched;

  QueueSleepers(SharedRegion region, long word) {
    memory = region.body();
    waiting = region.waiting();
    this.word = word;
    watched = word + Words.LOWER_HALF;
  }

  /**
   * Waits for a moment, or until the word is another.
   *
   * @param seen what it was
   * @return false when the time is up
   */
  boolean await(long seen, Pause pause) throws InterruptedException {
    if (pause.spin(memory, watched, (int) seen)) {
      return true;
    }
    var marked = seen | QueueLayout.SLEEPERS;
    if (seen != marked && !Words.casLong(memory, word, seen, marked)) {
      return true;
    }
    var timeLeft = pause.sleep(waiting, memory, watched, (int) marked);
    Pause.throwIfInterrupted();
    return timeLeft;
  }

  /** Wakes one if somebody sleeps; the word was changed before. */
  void wakeOne() {
    if ((Words.getLong(memory, word) & QueueLayout.SLEEPERS) != 0
        && waiting.wake(memory, watched, 1) == 0) {
      wakeAll();
    }
  }

  /** Takes the mark off, and then wakes those who fell asleep in between. */
  void wakeAll() {
    for (; ; ) {
      var seen = Words.getLong(memory, word);
      if (Words.casLong(memory, word, seen, seen & ~QueueLayout.SLEEPERS)) {
        waiting.wake(memory, watched, Integer.MAX_VALUE);
        return;
      }
    }
  }
}
