package speedup.concept;

import java.util.ArrayList;
import java.util.List;
import speedup.concept.StageScript.Place;
import speedup.concept.StageState.Phase;

/** One process of a stage, as far as it has told. Used by the stage's thread. */
final class Player {
  /** An operation that takes longer waits for something. */
  private static final long BLOCKED_NANOS = 60_000_000;

  /** So much of what it says is kept for the numbers. */
  private static final int MOST_SAID = 1_000;

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
  private boolean frozen;

  /** What it has taken, as often as it has. */
  private final List<String> holding = new ArrayList<>();

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

  /** Stays as it is, whatever happens to its process: the class looks at where it was stuck. */
  void freeze() {
    frozen = true;
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
    if (phase == Phase.DIED || frozen) {
      return; // its last words came later than its end, or than that of the stage
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
        if (role.said().size() < MOST_SAID) {
          role.said().add(said);
        }
      }
      case StepEvent.Ended ended -> {
        if (ended.failure().isEmpty() && isRelease()) {
          holding.remove(object);
        }
        end = ended.failure();
        over(end.isEmpty() ? Phase.ENDED : Phase.FAILED);
        log.add(role.name(), end.isEmpty() ? StageWords.say("ended") : end);
      }
    }
  }

  private boolean isRelease() {
    return call.startsWith("release(") || call.startsWith("lock().release(");
  }

  private boolean isBlocked() {
    return !call.isEmpty() && isInOperationFor(BLOCKED_NANOS);
  }

  /** Whether it has been in an operation of an object for so long that it must be waiting. */
  boolean waitsFor(String name) {
    return isBlocked() && object.equals(name);
  }

  /** Whether it has taken something and not given it back; who waits for a condition has not. */
  boolean holds(String name) {
    return holding.contains(name) && !(uses().equals(name) && call.startsWith("await"));
  }

  /** Looks how far it has come in a loop that is too quick to tell of each round. */
  void lookAtRounds() {
    var now = role.plug().rounds().get();
    if (now != rounds && !frozen) {
      rounds = now;
      since = System.nanoTime();
    }
  }

  /** Its process is gone. */
  void died(String why) {
    if (!isOver() && !frozen) {
      end = why;
      holding.clear();
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
    return new StageState.Actor(
        role.name(),
        pid,
        role.place() == Place.HERE,
        isBlocked() ? Phase.BLOCKED : phase,
        role.script().getClass().getSimpleName(),
        line,
        object,
        call,
        rounds,
        said,
        end);
  }
}
