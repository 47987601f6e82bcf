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
class SemaphoresTest {
  @RegisterExtension static final Stages stages = new Stages();

  @Test
  void letsTwoOfThreeIn() {
    var state =
        stages.lookFor("semaphore", Concept.NORMAL, seen -> value(seen, "most").equals("2"));

    assertEquals(Optional.of(Outcome.DONE), state.outcome());
    assertEquals(3, state.actors().size());
    assertEquals("2", value(state, "most"));
    assertEquals(Optional.of(true), Stages.figure(state, "most").right());
    assertEquals("2", value(state, "free"));
    var places = state.object("places").orElseThrow();
    assertEquals(Kind.SEMAPHORE, places.kind());
    assertEquals(2, places.capacity());
  }

  @Test
  void letsTwoOfFiveIn() {
    var state = stages.lookFor("semaphore", "five", seen -> value(seen, "most").equals("2"));

    assertEquals(5, state.actors().size());
    assertEquals("2", value(state, "most"));
    assertTrue(state.actors().stream().allMatch(actor -> actor.phase() == Phase.ENDED));
  }

  @Test
  void letsTwoOfTwelveIn() {
    var state = stages.perform("semaphore", "five", OptionalInt.of(12));

    assertEquals(Optional.of(Outcome.DONE), state.outcome());
    assertEquals("2", value(state, "most"));
  }

  @Test
  void holdsNobodyBackWhoDoesNotAsk() {
    var state =
        stages.lookFor(
            "semaphore", "no-semaphore", seen -> Integer.parseInt(value(seen, "most")) > 2);

    assertEquals(Optional.of(false), Stages.figure(state, "most").right());
    assertEquals(Optional.empty(), state.object("places"));
  }

  @Test
  void believesWhoGivesBackTooMuch() {
    var state =
        stages.lookFor("semaphore", "too-much", seen -> Integer.parseInt(value(seen, "most")) > 2);

    assertEquals("7", value(state, "free"));
    assertEquals(Optional.of(false), Stages.figure(state, "free").right());
  }

  @Test
  void drawsWhoIsInAndWhoWaits() {
    try (var stage = stages.open("semaphore", Concept.NORMAL, OptionalInt.empty(), Pace.HELD)) {
      Stages.await(stage, state -> state.actors().stream().allMatch(a -> a.phase() == Phase.HELD));
      stage.step("worker 1");
      stage.step("worker 2");
      Stages.await(
          stage,
          state ->
              state
                  .object("places")
                  .orElseThrow()
                  .holders()
                  .equals(List.of("worker 1", "worker 2")));
      stage.step("worker 3");
      var full =
          Stages.await(
              stage,
              state -> state.object("places").orElseThrow().waiting().equals(List.of("worker 3")));
      assertEquals("0 free", full.object("places").orElseThrow().value());
      stage.pace(Pace.FREE);
      var end = Stages.await(stage, state -> state.outcome().isPresent());
      assertEquals("2", value(end, "most"));
    }
  }
}
