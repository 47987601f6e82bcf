package speedup.ipc;

import java.time.Duration;
import java.util.concurrent.BrokenBarrierException;
import speedup.shm.Pause;
import speedup.shm.ProcessId;
import speedup.shm.SharedRegion;
import speedup.shm.Words;

/**
 * A place where a number of threads of any processes wait for each other, again and again, as
 * {@code multiprocessing.Barrier}. Any thread.
 *
 * <p>It breaks when one of them gives up waiting, calls {@link #abort()}, or is killed: all others
 * then get a {@code BrokenBarrierException} which says why, at once or some milliseconds later,
 * until somebody calls {@link #reset()}. A process that received the barrier and is killed or halts
 * without closing it breaks it too, since nobody can know whether it would have come.
 */
public final class ProcessBarrier extends SharedObject {
  private final transient int parties;

  /**
   * A barrier.
   *
   * @param parties how many wait for each other
   * @throws IllegalArgumentException when that is below 1
   * @throws java.io.UncheckedIOException when the system gives no shared memory
   */
  public ProcessBarrier(int parties) {
    this(made(parties));
  }

  private static SharedRegion made(int parties) {
    if (parties < 1) {
      throw new IllegalArgumentException("a barrier for " + parties + " parties; give 1 or more");
    }
    var region = create(Kind.BARRIER, BarrierLayout.BYTES);
    Words.setInt(region.body(), BarrierLayout.PARTIES, parties);
    return region;
  }

  ProcessBarrier(SharedRegion region) {
    super(Kind.BARRIER, region);
    parties = Words.getInt(memory(), BarrierLayout.PARTIES);
  }

  private long state() {
    return Words.getLong(memory(), BarrierLayout.STATE);
  }

  private boolean change(long seen, long to) {
    return Words.casLong(memory(), BarrierLayout.STATE, seen, to);
  }

  /** How many wait for each other. */
  public int parties() {
    return parties;
  }

  /** How many wait at this moment. */
  public int waitingParties() {
    return BarrierLayout.count(state());
  }

  /** Whether it is broken: nobody can wait before a {@link #reset()}. */
  public boolean isBroken() {
    return (state() & BarrierLayout.BROKEN) != 0;
  }

  /** As {@link #await(Duration, Runnable)}, as long as it takes and without an action. */
  public int await() throws InterruptedException, BrokenBarrierException {
    return await(Pause.FOREVER, null);
  }

  /** As {@link #await(Duration, Runnable)}, without an action. */
  public int await(Duration timeout) throws InterruptedException, BrokenBarrierException {
    return await(Pause.nanos(timeout), null);
  }

  /** As {@link #await(Duration, Runnable)}, as long as it takes. */
  public int await(Runnable action) throws InterruptedException, BrokenBarrierException {
    return await(Pause.FOREVER, action);
  }

  /**
   * Waits until all parties are here.
   *
   * @param action run by the last one to come, before the others go on; theirs are not run. If it
   *     throws, the barrier breaks and the exception leaves this method
   * @return from 0 for the first that came to parties - 1 for the last: another number for each
   * @throws BrokenBarrierException when the barrier is or gets broken; also when the time is up,
   *     which breaks it
   * @throws InterruptedException when this thread is interrupted, which breaks it
   */
  public int await(Duration timeout, Runnable action)
      throws InterruptedException, BrokenBarrierException {
    return await(Pause.nanos(timeout), action);
  }

  private int await(long nanos, Runnable action)
      throws InterruptedException, BrokenBarrierException {
    Pause.throwIfInterrupted();
    var pause = Pause.upTo(nanos);
    for (; ; ) {
      var seen = state();
      if ((seen & BarrierLayout.BROKEN) != 0) {
        throw broken();
      }
      var index = BarrierLayout.count(seen);
      if (index == parties) { // more threads than parties: not this one's round
        awaitEnd(BarrierLayout.round(seen), pause);
      } else if (change(seen, seen + BarrierLayout.ONE_PARTY)) {
        var round = BarrierLayout.round(seen);
        if (index == parties - 1) {
          end(round, action);
        } else {
          awaitEnd(round, pause);
        }
        return index;
      }
    }
  }

  /** By the last one. */
  private void end(int round, Runnable action) throws BrokenBarrierException {
    if (action != null) {
      var done = false;
      try {
        action.run();
        done = true;
      } finally {
        if (!done) {
          breakRound(round, BreakReason.ACTION, ProcessId.pid(ProcessId.self()));
        }
      }
    }
    for (; ; ) {
      var seen = state();
      if (hasEnded(seen, round)) {
        return;
      }
      if (change(seen, BarrierLayout.next(seen, 0))) {
        wake(seen);
        return;
      }
    }
  }

  private void awaitEnd(int round, Pause pause)
      throws InterruptedException, BrokenBarrierException {
    for (; ; ) {
      var seen = state();
      if (hasEnded(seen, round)) {
        return;
      }
      if (pause.spin(memory(), BarrierLayout.ROUND, (int) seen)) {
        continue;
      }
      var marked = seen | BarrierLayout.SLEEPERS;
      if (seen != marked && !change(seen, marked)) {
        continue;
      }
      var timeLeft = pause.sleep(waiting(), memory(), BarrierLayout.ROUND, (int) marked);
      if (hasEnded(state(), round)) {
        return;
      }
      giveUpIf(Thread.currentThread().isInterrupted(), round, BreakReason.INTERRUPTED);
      Pause.throwIfInterrupted();
      giveUpIf(!timeLeft, round, BreakReason.TIMEOUT);
      var dead = region().deadUser();
      if (dead != ProcessId.NOBODY) {
        region().forget(dead);
        breakRound(round, BreakReason.DEATH, ProcessId.pid(dead));
      }
    }
  }

  private void giveUpIf(boolean reason, int round, BreakReason name) {
    if (reason) {
      breakRound(round, name, ProcessId.pid(ProcessId.self()));
    }
  }

  private boolean hasEnded(long seen, int round) throws BrokenBarrierException {
    if (BarrierLayout.round(seen) == round) {
      if ((seen & BarrierLayout.BROKEN) != 0) {
        throw broken();
      }
      return false;
    }
    if (BarrierLayout.round(seen) == round + (int) BarrierLayout.ONE_ROUND
        && (seen & BarrierLayout.WAS_RESET) != 0) {
      throw new BrokenBarrierException(
          "the barrier was reset while this thread waited; start the round again");
    }
    return true;
  }

  private BrokenBarrierException broken() {
    var reason = BreakReason.values()[Words.getInt(memory(), BarrierLayout.REASON)];
    return new BrokenBarrierException(
        "the barrier is broken: "
            + reason.text(Words.getLong(memory(), BarrierLayout.PID))
            + "; call reset() before it is used again");
  }

  /** Breaks it: all who wait, and all who come before a {@link #reset()}, are told so. */
  public void abort() {
    breakRound(BarrierLayout.round(state()), BreakReason.ABORTED, ProcessId.pid(ProcessId.self()));
  }

  /**
   * Makes it new: not broken, nobody waiting. Those who wait get a {@code BrokenBarrierException}.
   * Processes that died are forgotten.
   */
  public void reset() {
    for (var dead = region().deadUser(); dead != ProcessId.NOBODY; dead = region().deadUser()) {
      region().forget(dead);
    }
    for (; ; ) {
      var seen = state();
      if (BarrierLayout.count(seen) == 0 && (seen & BarrierLayout.BROKEN) == 0) {
        return;
      }
      if (change(seen, BarrierLayout.next(seen, BarrierLayout.WAS_RESET))) {
        wake(seen);
        return;
      }
    }
  }

  private void breakRound(int round, BreakReason reason, long pid) {
    for (; ; ) {
      var seen = state();
      if (BarrierLayout.round(seen) != round || (seen & BarrierLayout.BROKEN) != 0) {
        return;
      }
      Words.setInt(memory(), BarrierLayout.REASON, reason.ordinal());
      Words.setLong(memory(), BarrierLayout.PID, pid);
      if (change(seen, (seen | BarrierLayout.BROKEN) & ~BarrierLayout.SLEEPERS)) {
        wake(seen);
        return;
      }
    }
  }

  private void wake(long seen) {
    if ((seen & BarrierLayout.SLEEPERS) != 0) {
      waiting().wake(memory(), BarrierLayout.ROUND, Integer.MAX_VALUE);
    }
  }
}
