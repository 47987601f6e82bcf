package speedup.pool;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * The chunks that one worker holds, in the order in which it will do them: one that it works on, a
 * second one unless the first takes long, and as many more as it finishes in ten milliseconds.
 * Tasks then hardly ever wait for the pipe, and a long task never has another one stuck behind it;
 * what is stuck behind one that takes longer than was thought is recalled. Its own lock guards
 * every field; it is taken inside the pool's lock, never the other way round.
 */
final class InFlight {
  private static final long HELD_NANOS = 10_000_000;

  /**
   * A chunk that takes longer than this has none behind it: handing one over is little beside it.
   */
  private static final long LONG_NANOS = 100_000_000;

  private static final int MAX = 1024;

  /** Bytes of arguments in flight; a pipe holds 64 KiB and both sides read all the time. */
  private static final int MAX_BYTES = 256 * 1024;

  private final int quota;
  private final ArrayDeque<Ticket> tickets = new ArrayDeque<>();
  private long estimated;
  private int given;
  private long bytes;
  private int sent;
  private boolean refuses;
  private boolean recalled;

  /**
   * Holds nothing yet.
   *
   * @param quota chunks that the worker may do in its life; 0 for any number
   */
  InFlight(int quota) {
    this.quota = quota;
  }

  /**
   * Hands out chunks of a job as far as there is room. Called under the pool's lock.
   *
   * @param sharing how many workers share what is left
   * @param others how many more jobs wait for a worker
   */
  synchronized void fill(Job job, int sharing, int others, List<Ticket> taken) {
    while (hasRoom(job, sharing, others)) {
      var ticket = job.take();
      if (ticket == null) {
        break;
      }
      var nanos = job.pace.unitNanos() * ticket.units;
      // what takes nobody knows how long, and what may kill its worker, goes alone
      ticket.estimate = ticket.suspect || Double.isNaN(nanos) ? LONG_NANOS : (long) nanos;
      estimated += ticket.estimate;
      given++;
      tickets.add(ticket);
      taken.add(ticket);
    }
    job.countCuts();
  }

  private boolean hasRoom(Job job, int sharing, int others) {
    if (refuses || recalled || quota > 0 && given >= quota) {
      return false;
    }
    if (tickets.isEmpty()) {
      return true;
    }
    var most = tickets.size() == 1 ? LONG_NANOS : HELD_NANOS;
    if (estimated >= most || tickets.size() >= MAX || job.nextIsSuspect()) {
      return false;
    }
    var first = tickets.peek();
    if (first.startedAt != 0 && System.nanoTime() - first.startedAt > most) {
      return false; // it takes longer than was thought, and others may have nothing to do
    }
    var averageBytes = sent == 0 ? 0 : bytes / sent;
    // towards the end nobody keeps what another could do
    return tickets.size() <= (job.left() + others) / (2 * sharing)
        && averageBytes * (tickets.size() + 1) <= MAX_BYTES;
  }

  /** Whether the worker has done all that it may do in its life. */
  boolean quotaIsUsed() {
    return quota > 0 && allIsDone();
  }

  private synchronized boolean allIsDone() {
    return given >= quota && tickets.isEmpty();
  }

  /** Takes no more chunks: the worker is to leave. */
  synchronized void refuseMore() {
    refuses = true;
  }

  /** The worker is gone: what it held, and no more from now on. */
  synchronized List<Ticket> takeAll() {
    refuses = true;
    var all = List.copyOf(tickets);
    tickets.clear();
    estimated = 0;
    return all;
  }

  /**
   * Whether the worker is to be asked for what it has not begun. Until it has answered it gets
   * nothing more.
   */
  synchronized boolean beginRecall() {
    if (recalled || tickets.size() < 2) {
      return false;
    }
    recalled = true;
    return true;
  }

  /** Takes off what the worker has given back, in its order. */
  synchronized List<Ticket> endRecall(int[] jobs, int[] chunks) {
    recalled = false;
    var back = new ArrayList<Ticket>();
    for (var i = 0; i < jobs.length; i++) {
      for (var ticket : tickets.reversed()) {
        if (ticket.number == chunks[i] && ticket.job.id == jobs[i]) {
          back.add(ticket);
          break;
        }
      }
    }
    back.forEach(this::forget);
    given -= back.size();
    return back;
  }

  /** Learns the sizes of arguments, for the bound on bytes in flight. */
  synchronized void sent(int count, long argumentBytes) {
    bytes += argumentBytes;
    sent += count;
  }

  /** Takes off a ticket that was not sent. */
  synchronized void notSent(Ticket ticket) {
    forget(ticket);
    given--;
  }

  private void forget(Ticket ticket) {
    if (tickets.removeLastOccurrence(ticket)) {
      estimated -= ticket.estimate;
    }
  }

  /** What the worker works on, or null. */
  synchronized Ticket first() {
    return tickets.peek();
  }

  synchronized int size() {
    return tickets.size();
  }

  /** Takes off the ticket of a finished chunk; null when the worker does not hold it. */
  synchronized Ticket finished(int job, int chunk) {
    var first = tickets.peek();
    if (first == null || first.job.id != job || first.number != chunk) {
      return null;
    }
    estimated -= first.estimate;
    return tickets.poll();
  }

  /** Forgets what is left of a job that the worker has dropped. */
  synchronized void drop(int job) {
    tickets.removeIf(ticket -> {
      if (ticket.job.id != job) {
        return false;
      }
      estimated -= ticket.estimate;
      return true;
    });
  }

  /** Whether the worker is at a chunk of this job. */
  boolean worksOn(Job job) {
    var first = first();
    return first != null && first.job == job;
  }
}
