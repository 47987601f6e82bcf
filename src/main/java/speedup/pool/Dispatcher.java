package speedup.pool;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Which chunk goes to which worker. Holds the jobs and the tickets that are out; knows neither
 * pipes nor processes.
 */
final class Dispatcher {
  /** A chunk that a worker holds. */
  static final class Ticket {
    final Job job;
    final int chunk;

    /** Size of the argument on the wire; guarded by the lock. */
    int bytes;

    /** Items in the chunk; written before it is sent, read when the worker answers. */
    volatile int items;

    Ticket(Job job, int chunk) {
      this.job = job;
      this.chunk = chunk;
    }
  }

  /** What a dead worker leaves behind. */
  record Loss(Ticket victim, boolean retried, int attempts) {}

  /** Guards the jobs, their books and the tickets of every link. */
  private final ReentrantLock lock;

  private final List<Job> jobs = new ArrayList<>(); // guarded by lock

  Dispatcher(ReentrantLock lock) {
    this.lock = lock;
  }

  void add(Job job) {
    lock.lock();
    try {
      jobs.add(job);
    } finally {
      lock.unlock();
    }
  }

  List<Job> open() {
    lock.lock();
    try {
      return List.copyOf(jobs);
    } finally {
      lock.unlock();
    }
  }

  /** As many chunks as the link's window has room for, now in the link's hands. */
  List<Ticket> take(int worker, InFlight held) {
    lock.lock();
    try {
      List<Ticket> taken = List.of();
      for (var job : jobs) {
        if (worker >= job.spec.workers()) {
          continue;
        }
        while (job.left() > 0 && held.hasRoom(job)) {
          var ticket = new Ticket(job, job.take());
          held.add(ticket);
          if (taken.isEmpty()) {
            taken = new ArrayList<>();
          }
          taken.add(ticket);
        }
      }
      return taken;
    } finally {
      lock.unlock();
    }
  }

  /** A chunk was finished; true when its job is done with it. */
  boolean finished(Ticket ticket) {
    lock.lock();
    try {
      var last = !ticket.job.ended() && ticket.job.finishOne();
      if (last) {
        jobs.remove(ticket.job);
      }
      return last;
    } finally {
      lock.unlock();
    }
  }

  /** Ends a job before its time; false when it had ended. */
  boolean end(Job job) {
    lock.lock();
    try {
      jobs.remove(job);
      return job.end();
    } finally {
      lock.unlock();
    }
  }

  /** A worker was ended on purpose: all that it held of other jobs goes back. */
  void giveBack(InFlight held) {
    lock.lock();
    try {
      for (var ticket : held.takeAll().reversed()) {
        if (!ticket.job.ended()) {
          ticket.job.giveBack(ticket.chunk);
        }
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * A worker died. The first chunk it held is the one it worked on: that one is tried again where
   * its job allows. What it had not begun goes back.
   *
   * @return null when it held nothing of a job that still runs
   */
  Loss lost(InFlight held) {
    lock.lock();
    try {
      var tickets = held.takeAll();
      Loss loss = null;
      for (var i = tickets.size() - 1; i >= 0; i--) {
        var ticket = tickets.get(i);
        if (ticket.job.ended()) {
          continue;
        }
        if (i > 0) {
          ticket.job.giveBack(ticket.chunk);
          continue;
        }
        var retried = ticket.job.mayRetry(ticket.chunk);
        if (retried) {
          ticket.job.giveBack(ticket.chunk);
        }
        loss = new Loss(ticket, retried, ticket.job.attempts(ticket.chunk));
      }
      return loss;
    } finally {
      lock.unlock();
    }
  }
}
