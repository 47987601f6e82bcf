package speedup.concept;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import speedup.concept.StageState.Outcome;
import speedup.concept.StageState.Pace;
import speedup.concept.StageState.Phase;

/** Start, join, is-alive, terminate, kill and exit code, on real processes. */
@Timeout(120)
class ProcessesTest {
  @RegisterExtension static final Stages stages = new Stages();

  @Test
  void greetsWithItsArgument() {
    var state = stages.perform("process", Concept.NORMAL);

    assertEquals(Optional.of(Outcome.DONE), state.outcome());
    assertEquals("Hello, Ada", Stages.figure(state, "printed").value());
    assertEquals("true", Stages.figure(state, "alive-before").value());
    assertEquals("false", Stages.figure(state, "alive-after").value());
    assertEquals("0", Stages.figure(state, "exit-code").value());
    assertTrue(state.figures().stream().allMatch(figure -> figure.right().orElseThrow()));
    var parent = state.actors().getFirst();
    assertTrue(parent.parent());
    assertEquals(ProcessHandle.current().pid(), parent.pid());
    assertFalse(parent.pid() == state.actor("child").orElseThrow().pid());
  }

  @Test
  void theParentGoesOnWhileAChildWorks() {
    var state = stages.perform("process", "go-on");

    assertEquals(Optional.of(Outcome.DONE), state.outcome());
    assertEquals("148933", Stages.figure(state, "primes").value());
    assertTrue(Long.parseLong(Stages.figure(state, "own-rounds").value()) > 0);
    assertEquals(Optional.of(true), Stages.figure(state, "own-rounds").right());
  }

  @Test
  void twoOfTwoSecondsAreDoneInTwoSeconds() {
    var state = stages.perform("process", "two");

    assertEquals(Optional.of(Outcome.DONE), state.outcome());
    var seconds = Double.parseDouble(Stages.figure(state, "seconds").value());
    assertTrue(seconds >= 1.5 && seconds < 3, () -> "one after the other it is 4: " + seconds);
    assertEquals(Optional.of(true), Stages.figure(state, "seconds").right());
  }

  @ParameterizedTest
  @CsvSource({"terminate, -15", "kill, -9"})
  void endingItAtWorkHasAnEffect(String variant, String code) {
    var state = stages.perform("process", variant);

    assertEquals(Optional.of(Outcome.DONE), state.outcome());
    assertEquals(code, Stages.figure(state, "exit-code").value());
    assertEquals("set", state.object("working").orElseThrow().value());
    var child = state.actor("child").orElseThrow();
    assertEquals(Phase.DIED, child.phase());
    assertTrue(child.end().contains(Long.toString(child.pid())), child::end);
  }

  @Test
  void terminatingItAfterItsEndHasNone() {
    var state = stages.perform("process", "terminate-late");

    assertEquals(Optional.of(Outcome.DONE), state.outcome());
    assertEquals("0", Stages.figure(state, "exit-code").value());
    assertEquals(Phase.ENDED, state.actor("child").orElseThrow().phase());
  }

  @Test
  void goesOnOneOperationAtATime() {
    try (var stage = stages.open("process", Concept.NORMAL, OptionalInt.empty(), Pace.HELD)) {
      Stages.await(stage, state -> isAt(state, "parent", "child.start()"));
      assertEquals(-1, stage.state().actor("child").orElseThrow().pid());
      stage.step("parent");
      Stages.await(stage, state -> isAt(state, "parent", "child.isAlive()"));
      Stages.await(stage, state -> isAt(state, "child", "child.println()"));
      stage.step("parent");
      Stages.await(stage, state -> isAt(state, "parent", "child.join()"));
      stage.step("parent");
      Stages.await(stage, state -> state.actor("parent").orElseThrow().phase() == Phase.BLOCKED);
      stage.step("child");
      Stages.await(
          stage,
          state ->
              isAt(state, "parent", "child.isAlive()")
                  && state.actor("child").orElseThrow().phase() == Phase.ENDED);
    }
  }

  private static boolean isAt(StageState state, String actor, String operation) {
    var one = state.actor(actor).orElseThrow();
    return one.phase() == Phase.HELD && one.operation().equals(operation);
  }

  @Test
  void saysThatAChildWasKilledFromOutside() {
    try (var stage = stages.open("process", "terminate", OptionalInt.empty(), Pace.HELD)) {
      Stages.await(stage, state -> isAt(state, "parent", "child.start()"));
      stage.step("parent");
      Stages.await(stage, state -> isAt(state, "child", "working.set()"));
      stage.kill("child");
      var state =
          Stages.await(stage, now -> now.actor("child").orElseThrow().phase() == Phase.DIED);
      assertFalse(state.actor("child").orElseThrow().end().isEmpty());
    }
  }

  @Test
  void leavesNoChildWhenItIsClosedInTheMiddle() throws Exception {
    ProcessHandle child;
    try (var stage = stages.open("process", "kill", OptionalInt.empty(), Pace.HELD)) {
      Stages.await(stage, state -> isAt(state, "parent", "child.start()"));
      stage.step("parent");
      var state = Stages.await(stage, now -> isAt(now, "child", "working.set()"));
      child = ProcessHandle.of(state.actor("child").orElseThrow().pid()).orElseThrow();
      assertTrue(child.isAlive());
    }
    child.onExit().get(5, TimeUnit.SECONDS);
    assertFalse(child.isAlive());
  }
}
