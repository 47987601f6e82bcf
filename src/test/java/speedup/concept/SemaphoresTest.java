package speedup.concept;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import speedup.concept.StageState.Kind;
import speedup.concept.StageState.Outcome;
import speedup.concept.StageState.Pace;
import speedup.concept.StageState.Phase;

@Timeout(60)
class SemaphoresTest {
  private static Stages stages;

  @BeforeAll
  static void open() {
    stages = new Stages();
  }

  @AfterAll
  static void close() {
    stages.close();
  }

  private static String value(StageState state, String figure) {
    return Stages.figure(state, figure).value();
  }

  @Test
  void letsTwoOfThreeIn() {
    var state = stages.perform("semaphore", Concept.NORMAL);

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
    var state = stages.perform("semaphore", "five");

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
    var most = 0;
    for (var round = 0; round < 20 && most <= 2; round++) {
      var state = stages.perform("semaphore", "no-semaphore");
      most = Integer.parseInt(value(state, "most"));
      assertEquals(Optional.of(most <= 2), Stages.figure(state, "most").right());
    }
    assertTrue(most > 2, "at most " + most);
  }

  @Test
  void believesWhoGivesBackTooMuch() {
    var most = 0;
    for (var round = 0; round < 20 && most <= 2; round++) {
      var state = stages.perform("semaphore", "too-much");
      most = Integer.parseInt(value(state, "most"));
      assertEquals("7", value(state, "free"));
    }
    assertTrue(most > 2, "at most " + most);
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
