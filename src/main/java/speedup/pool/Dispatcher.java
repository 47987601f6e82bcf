package speedup.pool;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/** Which chunk goes to which worker. Jobs take turns; knows neither pipes nor processes. */
final class Dispatcher {
  private static final int PACES = 64;

  /** A chunk that is to blame for the end of its worker, and what became of it. */
  record Loss(Ticket victim, boolean retried) {}

  /** Guards the jobs and what is left of them. */
  private final ReentrantLock lock;

  private final Set<Job> open = new LinkedHashSet<>(); // guarded by lock
  private final Set<Job> waiting = new LinkedHashSet<>(); // with chunks left; guarded by lock
  private final Map<ByteBuffer, Pace> paces =
      new LinkedHashMap<>(16, 0.75f, true) { // guarded by lock
        @Override
        protected boolean removeEldestEntry(Map.Entry<ByteBuffer, Pace> eldest) {
          return size() > PACES;
        }
      };

  Dispatcher(ReentrantLock lock) {
    this.lock = lock;
  }

  /** What was learned of a function in earlier jobs. */
  Pace pace(byte[] function) {
    lock.lock();
    try {
      return paces.computeIfAbsent(ByteBuffer.wrap(function), _ -> new Pace());
    } finally {
      lock.unlock();
    }
  }

  /** Takes in a job; true when there is nothing to do in it. */
  boolean add(Job job) {
    lock.lock();
    try {
      if (job.drain()) {
        return true;
      }
      open.add(job);
      waiting.add(job);
      return false;
    } finally {
      lock.unlock();
    }
  }

  /** A job has got more to do, or has learned that no more will come; true when that ends it. */
  boolean changed(Job job) {
    lock.lock();
    try {
      if (job.ended()) {
        return false;
      }
      if (job.drain()) {
        open.remove(job);
        return true;
      }
      waiting.add(job);
      return false;
    } finally {
      lock.unlock();
    }
  }

  List<Job> open() {
    lock.lock();
    try {
      return List.copyOf(open);
    } finally {
      lock.unlock();
    }
  }

  /**
   * As many chunks as a worker has room for, now in its hands.
   *
   * @param workers how many workers there are
   */
  List<Ticket> take(int worker, int workers, InFlight held) {
    lock.lock();
    try {
      if (waiting.isEmpty()) {
        return List.of();
      }
      var taken = new ArrayList<Ticket>();
      for (var jobs = waiting.iterator(); jobs.hasNext(); ) {
        var job = jobs.next();
        var mayHelp = worker < job.terms.places();
        if (mayHelp) {
          held.fill(job, Math.min(workers, job.terms.places()), waiting.size() - 1, taken);
        }
        if (job.left() == 0) {
          jobs.remove();
        } else if (mayHelp) { // no more room
          if (!taken.isEmpty()) {
            jobs.remove(); // the next turn is another job's: one that never ends must not starve it
            waiting.add(job);
          }
          break;
        }
      }
      return taken;
    } finally {
      lock.unlock();
    }
  }

  /** Chunks of a job are done with; true when the job is done with them. */
  boolean settled(Job job, int chunks) {
    if (!job.settle(chunks)) {
      return false;
    }
    lock.lock();
    try {
      open.remove(job);
      waiting.remove(job);
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** Ends a job before its time; false when it had ended. */
  boolean end(Job job) {
    lock.lock();
    try {
      open.remove(job);
      waiting.remove(job);
      return job.end();
    } finally {
      lock.unlock();
    }
  }

  /** As {@link #end}, for a job of one chunk that no worker has; false otherwise. */
  boolean withdraw(Job job) {
    lock.lock(); // so that none takes it meanwhile
    try {
      return job.left() > 0 && end(job);
    } finally {
      lock.unlock();
    }
  }

  /** Chunks come back as nobody began them. */
  void giveBack(List<Ticket> tickets) {
    lock.lock();
    try {
      for (var ticket : tickets.reversed()) {
        if (!ticket.job.ended()) {
          ticket.job.giveBack(ticket);
          waiting.add(ticket.job);
        }
      }
    } finally {
      lock.unlock();
    }
  }

  /** Replaces a chunk by chunks of one unit each; false when it is one unit already. */
  boolean split(Ticket ticket) {
    lock.lock();
    try {
      if (ticket.job.ended() || !ticket.job.split(ticket)) {
        return false;
      }
      waiting.add(ticket.job);
      return true;
    } finally {
      lock.unlock();
    }
  }

  /**
   * A worker died. Where only one chunk can have been at work, that one is charged: it is tried
   * again where its job allows. Where one of several was, each is tried again alone, so that the
   * one that kills is found and the others are done.
   *
   * @param held all that it held, in order
   * @param surely whether the first of them is known to have been at work
   * @return the chunk that is to blame; null when none is, or not yet
   */
  Loss lost(List<Ticket> held, boolean surely) {
    lock.lock();
    try {
      Loss loss = null;
      for (var i = held.size() - 1; i >= 0; i--) {
        var ticket = held.get(i);
        var job = ticket.job;
        if (job.ended()) {
          continue;
        }
        waiting.add(job);
        if (i > 0 && surely) {
          job.giveBack(ticket);
        } else if (job.split(ticket)) {
          continue; // one of its units will be found to blame, or none
        } else if (held.size() > 1 && !surely) {
          ticket.suspect = true;
          job.giveBack(ticket);
        } else {
          ticket.deaths++;
          var retried = ticket.deaths <= job.terms.retries();
          if (retried) {
            job.giveBack(ticket);
          }
          loss = new Loss(ticket, retried);
        }
      }
      return loss;
    } finally {
      lock.unlock();
    }
  }
}
