package speedup.manager;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.locks.Condition;

/** A barrier in the manager's process. */
final class BarrierTarget extends Target {
  private static final BarrierCall[] CALLS = BarrierCall.values();

  private final Condition changed = lock.newCondition();
  private final int parties;
  private Round round = new Round();

  /** One meeting; it ends, breaks or is reset, once. */
  private static final class Round {
    final List<Client> present = new ArrayList<>();
    boolean ended;
    boolean reset;

    /** Why it broke, or null. */
    String broken;

    /** Runs the action for all, or null. */
    Client runner;

    boolean isOpen() {
      return !ended && !reset && broken == null;
    }
  }

  BarrierTarget(int parties) {
    if (parties < 1) {
      throw new IllegalArgumentException("a barrier for " + parties + " parties; give 1 or more");
    }
    this.parties = parties;
  }

  @Override
  Object call(Request in, Client client) throws InterruptedException, BrokenBarrierException {
    return switch (CALLS[in.operation()]) {
      case AWAIT -> await(in.nanos(0), in.get(1), client);
      case PARTIES -> parties;
      case WAITING -> round.present.size();
      case IS_BROKEN -> round.broken != null;
      case ACTION_DONE -> {
        actionDone(in.get(0), client);
        yield null;
      }
      case ABORT -> {
        breakRound("process %d called abort".formatted(client.pid()));
        yield null;
      }
      case RESET -> {
        reset();
        yield null;
      }
    };
  }

  private int await(long nanos, boolean action, Client client)
      throws InterruptedException, BrokenBarrierException {
    var left = nanos;
    while (round.isOpen()
        && round.present.size() == parties) { // more threads than parties: the next round
      left = pause(left, client);
    }
    var mine = round;
    check(mine);
    var index = mine.present.size();
    mine.present.add(client);
    if (index == parties - 1) {
      requireAll();
      check(mine);
      if (action) {
        mine.runner = client;
      } else {
        end();
      }
      return index;
    }
    while (mine.isOpen()) {
      left = pause(left, client);
    }
    check(mine);
    return index;
  }

  /** Waits for a change; giving up breaks the barrier. */
  private long pause(long left, Client client) throws InterruptedException {
    if (left <= 0) {
      breakRound("the time of a waiter in process %d was up".formatted(client.pid()));
      return 0;
    }
    try {
      return changed.awaitNanos(left);
    } catch (InterruptedException e) {
      breakRound(
          client.isAlive()
              ? "a waiter in process %d was interrupted".formatted(client.pid())
              : killed(client));
      throw e;
    }
  }

  private static void check(Round round) throws BrokenBarrierException {
    if (round.broken != null) {
      throw new BrokenBarrierException(
          "the barrier is broken: " + round.broken + "; call reset() before it is used again");
    }
    if (round.reset) {
      throw new BrokenBarrierException(
          "the barrier was reset while this thread waited; start the round again");
    }
  }

  /** The last one has come; whoever has ended since it came has not been seen yet. */
  private void requireAll() {
    for (var party : round.present) {
      if (!party.looksAlive()) {
        breakRound(killed(party));
      }
    }
  }

  private static String killed(Client client) {
    return "process %d was killed while it waited".formatted(client.pid());
  }

  private void end() {
    round.ended = true;
    round = new Round();
    changed.signalAll();
  }

  private void actionDone(boolean well, Client client) {
    if (round.runner != client) {
      return; // it was aborted or reset meanwhile
    }
    if (well) {
      end();
    } else {
      breakRound("the action failed in process %d".formatted(client.pid()));
    }
  }

  private void breakRound(String why) {
    if (round.isOpen()) {
      round.broken = why;
      changed.signalAll();
    }
  }

  private void reset() {
    round.reset = round.broken == null;
    round = new Round();
    changed.signalAll();
  }

  @Override
  boolean hasOwners() {
    return true;
  }

  /** Those who wait break it themselves. */
  @Override
  void died(Client client) {
    if (round.runner == client) {
      breakRound("process %d was killed while it ran the action".formatted(client.pid()));
    }
  }
}
