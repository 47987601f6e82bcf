package speedup.pool;

import java.util.List;
import speedup.wire.Message;

/**
 * What is looked at several times a second: silent workers, tasks that take too long, and chunks
 * that wait behind a long one while somebody has nothing to do. Used by one thread.
 */
record Rounds(PoolOptions options) {
  /** Time between two rounds. */
  static final long MILLIS = 50;

  /** So often in a row a worker is found silent before it is killed. */
  private static final int SUSPICIONS = 10;

  /** A chunk that runs for longer may keep others waiting that somebody else could do. */
  private static final long STUCK_NANOS = 5_000_000;

  void look(List<WorkerLink> links) {
    try {
      for (var link : links) {
        killIfSilent(link);
        killIfOverdue(link);
        stopIfLate(link);
      }
      shareOut(links);
    } catch (RuntimeException | Error e) { // the next round must come all the same
      var thread = Thread.currentThread();
      thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
    }
  }

  private void killIfSilent(WorkerLink link) {
    var ready = link.ready();
    var limit = ready ? options.silence() : options.startLimit();
    var waited = ready ? link.silentNanos() : link.ageNanos(); // an initializer may hang in a loop
    if (waited <= limit.toNanos()) {
      link.suspected = 0;
    } else if (++link.suspected > SUSPICIONS) {
      // not at first sight: perhaps this process was held up, and the worker's words are waiting
      link.kill(
          (ready ? "it was silent for %s" : "it was not ready after %s")
              .formatted(PoolException.inSeconds(limit)));
    }
  }

  private void killIfOverdue(WorkerLink link) {
    if (link.overdueNanos() > options.exitLimit().toNanos()) {
      link.kill("it did not end within " + PoolException.inSeconds(options.exitLimit()));
    }
  }

  private void stopIfLate(WorkerLink link) {
    var ticket = link.held.first();
    if (ticket == null || ticket.job.terms.timeout() == null || ticket.startedAt == 0) {
      return;
    }
    var late = System.nanoTime() - ticket.startedAt - ticket.job.terms.timeout().toNanos();
    if (late > 0 && !ticket.timedOut) {
      ticket.timedOut = true;
      link.sendAside(new Message.Interrupt(ticket.job.id, ticket.number));
    } else if (late > options.stopGrace().toNanos()) {
      link.kill("its task took longer than " + PoolException.inSeconds(ticket.job.terms.timeout()));
    }
  }

  /** Has busy workers give back what an idle one can begin at once. */
  private static void shareOut(List<WorkerLink> links) {
    if (links.stream().noneMatch(link -> link.ready() && link.held.size() == 0)) {
      return;
    }
    for (var link : links) {
      var first = link.held.first();
      if (first != null
          && first.startedAt != 0
          && System.nanoTime() - first.startedAt > STUCK_NANOS) {
        link.recall();
      }
    }
  }
}
