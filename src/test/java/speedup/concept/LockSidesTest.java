package speedup.concept;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static speedup.concept.Stages.value;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import speedup.concept.StageState.Kind;
import speedup.concept.StageState.Outcome;
import speedup.concept.StageState.Pace;
import speedup.concept.StageState.Phase;

/** What a lock is for, what it costs, and what happens when its holder is killed. */
@Timeout(60)
class LockSidesTest {
  @RegisterExtension static final Stages stages = new Stages();

  @Test
  void keepsTheLinesOfFiveProcessesWhole() {
    var state = stages.perform("lock", "file");

    assertEquals(Optional.of(Outcome.DONE), state.outcome());
    assertEquals(5, state.actors().size());
    assertEquals("100", value(state, "whole"));
    assertEquals("0", value(state, "mixed"));
    assertEquals(Kind.FILE, state.object("file").orElseThrow().kind());
    assertEquals(8, state.object("file").orElseThrow().items().size());
  }

  @Test
  void mixesLinesWithoutTheLock() {
    var state = stages.lookFor("lock", "file-no-lock", seen -> !value(seen, "whole").equals("100"));

    assertEquals(Optional.of(Outcome.DONE), state.outcome());
    assertEquals(Optional.of(false), Stages.figure(state, "whole").right());
    assertEquals(Optional.of(false), Stages.figure(state, "mixed").right());
  }

  @Test
  void printsWithoutMixing() {
    var state = stages.perform("lock", "print");

    assertEquals(Optional.of(Outcome.DONE), state.outcome());
    assertEquals("5", value(state, "together"));
    assertEquals(15, state.object("screen").orElseThrow().items().size());
  }

  @Test
  void letsItsHolderTakeItAgain() {
    var state = stages.perform("lock", "reentrant");

    assertEquals(Optional.of(Outcome.DONE), state.outcome());
    assertEquals("100", value(state, "counted"));
  }

  @Test
  void isHeldUntilItWasReleasedAsOftenAsTaken() {
    try (var stage = stages.open("lock", "reentrant", OptionalInt.empty(), Pace.HELD)) {
      var operations =
          List.of(
              "lock.acquire()",
              "lock.acquire()",
              "counter.set()",
              "lock.release()",
              "lock.release()");
      for (var i = 0; i < operations.size(); i++) {
        var number = i;
        var held =
            Stages.await(
                stage,
                state -> {
                  var worker = state.actor("worker 1").orElseThrow();
                  var reached =
                      state.log().stream()
                          .filter(line -> line.actor().equals("worker 1"))
                          .filter(line -> line.text().contains("("))
                          .count();
                  return worker.phase() == Phase.HELD && reached == number + 1;
                });
        assertEquals(operations.get(i), held.actor("worker 1").orElseThrow().operation());
        assertEquals(
            i == 0 ? List.of() : List.of("worker 1"), held.object("lock").orElseThrow().holders());
        stage.step("worker 1");
      }
      Stages.await(stage, state -> state.object("lock").orElseThrow().holders().isEmpty());
    }
  }

  @Test
  void ofThePlainKindCannotBeTakenTwice() {
    var state = stages.perform("lock", "twice");

    assertTrue(
        state.actors().stream()
            .anyMatch(actor ->
                actor.phase() == Phase.FAILED && actor.end().contains("DeadlockException")),
        state::toString);
    assertEquals("0", value(state, "counted"));
  }

  @Test
  void costsTime() {
    var state =
        stages.lookFor("lock", "cost", seen -> Double.parseDouble(value(seen, "factor")) > 1);

    assertEquals(Optional.of(Outcome.DONE), state.outcome());
    assertTrue(Double.parseDouble(value(state, "without")) > 0, state::toString);
    assertTrue(
        Double.parseDouble(value(state, "with")) > Double.parseDouble(value(state, "without")),
        state::toString);
    assertEquals(Optional.of(true), Stages.figure(state, "factor").right());
  }

  @Test
  void goesToTheNextWhenItsHolderIsKilled() {
    var state = stages.perform("lock", "killed-holder");

    assertEquals(Optional.of(Outcome.DONE), state.outcome(), state::toString);
    assertEquals(Phase.DIED, state.actor("worker 1").orElseThrow().phase());
    assertEquals(Phase.ENDED, state.actor("worker 2").orElseThrow().phase());
    assertEquals("1", value(state, "abandoned"));
    assertEquals("100", value(state, "sum"));
    assertEquals(List.of("40", "60"), state.object("accounts").orElseThrow().items());
    assertEquals(List.of(), state.object("lock").orElseThrow().holders());
  }
}
