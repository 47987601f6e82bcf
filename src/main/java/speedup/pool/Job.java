package speedup.pool;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import speedup.wire.ClassFilter;
import speedup.wire.Functions;

/** The books of one job: which chunks are left, and how many are not settled. */
final class Job {
  /**
   * What a job is besides its chunks.
   *
   * @param source the function that people wrote
   * @param function the serialised function, which may be one around it
   * @param filter which classes may cross
   * @param places at most so many workers take part: places 0 to places - 1
   * @param retries how often a chunk is tried again after a worker died of it
   * @param timeout how long one chunk may run; null for ever
   */
  record Terms(
      Object source,
      byte[] function,
      ClassFilter filter,
      int places,
      int retries,
      Duration timeout) {
    /** The function in words. Takes it apart: for failures, not for every call. */
    String name() {
      return Functions.name(source);
    }

    /** Where the function's classes come from. */
    ClassLoader loader() {
      var own = source.getClass().getClassLoader();
      return own == null ? ClassLoader.getSystemClassLoader() : own; // a class of the JDK has none
    }
  }

  final int id;
  final Terms terms;
  final Supply supply;
  final Pace pace;
  final CompletableFuture<Void> done = new CompletableFuture<>();

  private final ArrayDeque<Ticket> returned = new ArrayDeque<>(); // guarded by the pool's lock
  private int next; // guarded by the pool's lock
  private int cutNow; // cut and not yet counted as unsettled; guarded by the pool's lock
  private boolean drained; // guarded by the pool's lock
  private final AtomicBoolean ended = new AtomicBoolean();

  /** Chunks that were cut and are not settled, and one for those that are still to be cut. */
  private final AtomicInteger unsettled = new AtomicInteger(1);

  Job(int id, Terms terms, Supply supply, Pace pace) {
    this.id = id;
    this.terms = terms;
    this.supply = supply;
    this.pace = pace;
  }

  /** How many chunks were ever cut. Under the pool's lock. */
  int cutSoFar() {
    return next;
  }

  /** Chunks that no worker holds, as far as known. Under the pool's lock. */
  int left() {
    return ended() ? 0 : returned.size() + supply.left(this);
  }

  /** Whether the next chunk is one that runs alone. Under the pool's lock. */
  boolean nextIsSuspect() {
    var first = returned.peek();
    return first != null && first.suspect;
  }

  /** Counts what {@link #take} has cut. Under the same taking of the pool's lock. */
  void countCuts() {
    if (cutNow > 0) {
      unsettled.addAndGet(cutNow);
      cutNow = 0;
      drain();
    }
  }

  /** Hands out a chunk, or null; {@link #countCuts} follows. Under the pool's lock. */
  Ticket take() {
    var ticket = returned.poll();
    if (ticket == null) {
      ticket = supply.cut(this, next);
      if (ticket != null) {
        next++;
        cutNow++;
      }
    }
    return ticket;
  }

  /** Notices the end of the supply; true when nothing is left to wait for. Under the lock. */
  boolean drain() {
    if (!drained && supply.drained(this)) {
      drained = true;
      return settle(1);
    }
    return false;
  }

  /** A chunk comes back undone. Under the pool's lock. */
  void giveBack(Ticket ticket) {
    ticket.startedAt = 0;
    returned.addFirst(ticket);
  }

  /** Puts single units in the place of a chunk; false when it is one already. Under the lock. */
  boolean split(Ticket ticket) {
    var parts = supply.split(ticket, next);
    if (parts.size() < 2) {
      return false;
    }
    next += parts.size();
    unsettled.addAndGet(parts.size() - 1);
    for (var part : parts.reversed()) {
      part.suspect = true;
      returned.addFirst(part);
    }
    return true;
  }

  /** Chunks are done with, one way or the other; true when these were the last: the job ends. */
  boolean settle(int chunks) {
    return unsettled.addAndGet(-chunks) == 0 && end();
  }

  /** Ends the job; false when it had ended before. */
  boolean end() {
    return ended.compareAndSet(false, true);
  }

  boolean ended() {
    return ended.get();
  }
}
