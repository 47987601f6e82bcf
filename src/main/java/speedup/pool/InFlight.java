package speedup.pool;

import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import speedup.pool.Dispatcher.Ticket;

/** The chunks that one worker holds, in the order in which it will do them. */
final class InFlight {
  private final ReentrantLock lock; // the pool's
  private final ArrayDeque<Ticket> tickets = new ArrayDeque<>(); // guarded by lock
  private final Window window = new Window(); // guarded by lock
  private Job lastJob; // guarded by lock
  private long bytes; // guarded by lock
  private int sent; // guarded by lock
  private boolean lost; // guarded by lock

  InFlight(ReentrantLock lock) {
    this.lock = lock;
  }

  /** Called under the lock. */
  boolean hasRoom(Job job) {
    if (lost) {
      return false;
    }
    if (job != lastJob) {
      window.reset();
      lastJob = job;
    }
    if (tickets.isEmpty()) {
      return true;
    }
    var averageBytes = sent == 0 ? 0 : bytes / sent;
    return tickets.size() < window.size(job.left(), job.spec.workers())
        && averageBytes * (tickets.size() + 1) <= Window.MAX_BYTES;
  }

  /** Called under the lock. */
  void add(Ticket ticket) {
    tickets.add(ticket);
  }

  /** The worker is gone: what it held, and no more from now on. Called under the lock. */
  List<Ticket> takeAll() {
    lost = true;
    var all = List.copyOf(tickets);
    tickets.clear();
    return all;
  }

  /** Learns the size of an argument, for the bound on bytes in flight. */
  void sent(Ticket ticket, int argumentBytes) {
    lock.lock();
    try {
      ticket.bytes = argumentBytes;
      bytes += argumentBytes;
      sent++;
    } finally {
      lock.unlock();
    }
  }

  /** Takes off a ticket that could not be sent. */
  void remove(Ticket ticket) {
    lock.lock();
    try {
      tickets.remove(ticket);
    } finally {
      lock.unlock();
    }
  }

  /** What the worker works on, or null. */
  Ticket first() {
    lock.lock();
    try {
      return tickets.peek();
    } finally {
      lock.unlock();
    }
  }

  /** Takes off the ticket of a finished chunk; null when the worker does not hold it. */
  Ticket finished(int job, int chunk, long nanos) {
    lock.lock();
    try {
      var first = tickets.peek();
      if (first == null || first.job.id != job || first.chunk != chunk) {
        return null;
      }
      window.finished(nanos);
      return tickets.poll();
    } finally {
      lock.unlock();
    }
  }

  /** Forgets what is left of a job that the worker has dropped. */
  void drop(int job) {
    lock.lock();
    try {
      tickets.removeIf(ticket -> ticket.job.id == job);
    } finally {
      lock.unlock();
    }
  }

  /** Whether the worker is at a chunk of this job. */
  boolean worksOn(Job job) {
    var first = first();
    return first != null && first.job == job;
  }
}
