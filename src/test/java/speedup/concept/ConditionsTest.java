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

@Timeout(60)
class ConditionsTest {
  @RegisterExtension static final Stages stages = new Stages();

  @Test
  void releasesAllConsumersAtOnce() {
    var state = stages.perform("condition", Concept.NORMAL);

    assertEquals(Optional.of(Outcome.DONE), state.outcome());
    assertEquals("5", value(state, "filled"));
    assertEquals("3", value(state, "released"));
    assertEquals("1485", value(state, "sums"));
    assertEquals(
        List.of("99", "99", "99", "99", "99"), state.object("numbers").orElseThrow().items());
    assertEquals(Kind.CONDITION, state.object("condition").orElseThrow().kind());
    assertEquals(List.of(), state.object("condition").orElseThrow().holders());
  }

  @Test
  void releasesOneForEachSignal() {
    var state = stages.perform("condition", "one-by-one");

    assertEquals(Optional.of(Outcome.DONE), state.outcome());
    assertEquals("3", value(state, "taken"));
    assertEquals("0", value(state, "left"));
  }

  @Test
  void leavesWaitingWhomNobodyTells() {
    var state =
        stages.lookFor("condition", "one-signal", seen -> value(seen, "released").equals("1"));

    assertEquals(Optional.of(Outcome.STUCK), state.outcome());
    assertEquals(Optional.of(false), Stages.figure(state, "released").right());
  }

  @Test
  void keepsNoSignals() {
    var state =
        stages.lookFor("condition", "lost-signal", seen -> value(seen, "released").equals("0"));

    assertEquals(Optional.of(Outcome.STUCK), state.outcome());
    assertEquals("5", value(state, "filled"));
  }

  @Test
  void givesTheLockBackWhileOneWaits() {
    try (var stage = stages.open("condition", Concept.NORMAL, OptionalInt.empty(), Pace.HELD)) {
      Stages.await(stage, state -> state.actors().stream().allMatch(a -> a.phase() == Phase.HELD));
      stage.step("consumer 1");
      Stages.await(
          stage,
          state -> state.object("condition").orElseThrow().holders().equals(List.of("consumer 1")));
      stage.step("consumer 1");
      var waits =
          Stages.await(
              stage,
              state ->
                  state.object("condition").orElseThrow().waiting().equals(List.of("consumer 1")));
      assertEquals(List.of(), waits.object("condition").orElseThrow().holders());
      stage.step("consumer 2");
      Stages.await(
          stage,
          state -> state.object("condition").orElseThrow().holders().equals(List.of("consumer 2")));
      stage.pace(Pace.FREE);
      var end = Stages.await(stage, state -> state.outcome().isPresent());
      assertTrue(Stages.figure(end, "sums").right().orElseThrow());
    }
  }
}
