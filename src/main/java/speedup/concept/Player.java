package speedup.concept;

import java.util.LinkedHashSet;
import java.util.Set;
import speedup.concept.StageScript.Place;
import speedup.concept.StageState.Phase;

/** One process of a stage, as far as it has told. Used by the stage's thread. */
final class Player {
  /** An operation that takes longer waits for something. */
  private static final long BLOCKED_NANOS = 60_000_000;

  private final StageScript.Role role;
  private final StageLog log;
  private long pid = -1;
  private Phase phase = Phase.WAITS_TO_START;
  private long since = System.nanoTime();
  private int line;
  private String object = "";
  private String call = "";
  private long rounds;
  private String said = "";
  private String end = "";
  private boolean stopped;
  private final Set<String> holding = new LinkedHashSet<>();

  Player(StageScript.Role role, StageLog log) {
    this.role = role;
    this.log = log;
  }

  StageScript.Role role() {
    return role;
  }

  boolean isCalled(String name) {
    return role.name().equals(name);
  }

  long pid() {
    return pid;
  }

  /** When it came to where it is. */
  long since() {
    return since;
  }

  boolean isHeld() {
    return phase == Phase.HELD;
  }

  boolean isOver() {
    return phase == Phase.ENDED || phase == Phase.FAILED || phase == Phase.DIED;
  }

  /** Whether it is one that another starts and that was not started. */
  boolean isUnused() {
    return role.place() == Place.CHILD && phase == Phase.WAITS_TO_START;
  }

  /** Whether it can begin, or need not be waited for. */
  boolean isReady() {
    return pid > 0 || isOver() || role.place() == Place.CHILD;
  }

  /** Whether it has been in its operation for so long. */
  boolean isInOperationFor(long nanos) {
    return phase == Phase.RUNS && System.nanoTime() - since > nanos;
  }

  /** What it uses, while it is at it; empty text where it is not. */
  String uses() {
    return phase == Phase.RUNS ? object : "";
  }

  String name() {
    return role.name();
  }

  /** Lets it do its operation, if it is held. */
  void letGo() {
    if (phase == Phase.HELD) {
      phase(Phase.RUNS);
      role.plug().gate().release();
    }
  }

  void hear(StepEvent event) {
    if (phase == Phase.DIED) {
      return; // its last words came later than its end
    }
    switch (event) {
      case StepEvent.Began began -> {
        pid = began.pid();
        phase(Phase.RUNS);
        log.add(role.name(), StageWords.say("began", Long.toString(pid)));
      }
      case StepEvent.Reached reached -> {
        holding.clear();
        holding.addAll(reached.holding());
        line = reached.line();
        object = reached.object();
        call = reached.call();
        phase(reached.held() ? Phase.HELD : Phase.RUNS);
        log.add(role.name(), object + "." + call);
      }
      case StepEvent.Loops _ -> {
        holding.clear(); // it takes and gives back faster than could be told
        line = 0;
        object = "";
        call = "";
        phase(Phase.RUNS);
      }
      case StepEvent.Said word -> {
        said = word.text();
        log.add(role.name(), said);
      }
      case StepEvent.Ended ended -> {
        if (ended.failure().isEmpty()) {
          operationIsDone();
        }
        end = why(ended.failure());
        over(end.isEmpty() ? Phase.ENDED : Phase.FAILED);
        log.add(role.name(), end.isEmpty() ? StageWords.say("ended") : end);
      }
    }
  }

  private void operationIsDone() {
    if (call.startsWith("acquire(")) {
      holding.add(object);
    } else if (call.startsWith("release(")) {
      holding.remove(object);
    }
  }

  /** Whether it has taken something and not given it back. */
  boolean holds(String name) {
    return holding.contains(name);
  }

  /** The stage ends it, if it is not at its end. */
  void stop() {
    stopped = true;
  }

  /** Why it came to its end: how it was ended tells nothing where the stage did it. */
  private String why(String failure) {
    return stopped && !failure.isEmpty() ? StageWords.say("stopped") : failure;
  }

  /** Looks how far it has come in a loop that is too quick to tell of each round. */
  void lookAtRounds() {
    var now = role.plug().rounds().get();
    if (now != rounds) {
      rounds = now;
      since = System.nanoTime();
    }
  }

  /** Its process is gone. */
  void died(String why) {
    if (!isOver()) {
      end = why(why);
      over(Phase.DIED);
      log.add(role.name(), end);
    }
  }

  private void over(Phase last) {
    phase(last);
    line = 0;
    object = "";
    call = "";
  }

  private void phase(Phase next) {
    phase = next;
    since = System.nanoTime();
  }

  StageState.Actor look() {
    var shown =
        phase == Phase.RUNS && !call.isEmpty() && System.nanoTime() - since > BLOCKED_NANOS
            ? Phase.BLOCKED
            : phase;
    return new StageState.Actor(
        role.name(),
        pid,
        role.place() == Place.HERE,
        shown,
        role.script().getClass().getSimpleName(),
        line,
        object,
        call,
        rounds,
        said,
        end);
  }
}
