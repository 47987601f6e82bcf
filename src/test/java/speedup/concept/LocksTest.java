package speedup.concept;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import speedup.concept.StageState.Outcome;
import speedup.concept.StageState.Pace;
import speedup.concept.StageState.Phase;

@Timeout(60)
class LocksTest {
  @RegisterExtension static final Stages stages = new Stages();

  @Test
  void losesNothingWithTheLock() {
    var state = stages.perform("lock", Concept.NORMAL);

    assertEquals(Optional.of(Outcome.DONE), state.outcome());
    assertEquals("20000", Stages.figure(state, "counted").value());
    assertEquals(Optional.of(true), Stages.figure(state, "counted").right());
    assertTrue(state.actors().stream().allMatch(actor -> actor.rounds() == 40_000));
  }

  @Test
  void losesStepsWithoutTheLock() {
    var lost = false;
    for (var round = 0; round < 20 && !lost; round++) {
      var state = stages.perform("lock", "no-lock", OptionalInt.of(4));
      var figure = Stages.figure(state, "counted");
      assertEquals("40000", figure.expected());
      lost = !figure.value().equals("40000");
      assertEquals(Optional.of(!lost), figure.right());
    }
    assertTrue(lost);
  }

  @Test
  void findsTheDeadlock() {
    var state = stages.perform("lock", "reversed");

    assertTrue(
        state.actors().stream()
            .anyMatch(actor ->
                actor.phase() == Phase.FAILED && actor.end().contains("DeadlockException")),
        state::toString);
  }

  @Test
  void goesOnOneOperationAtATime() {
    try (var stage = stages.open("lock", Concept.NORMAL, OptionalInt.empty(), Pace.HELD)) {
      Stages.await(stage, state -> state.actors().stream().allMatch(a -> a.phase() == Phase.HELD));
      stage.step("worker 1");
      Stages.await(stage, state -> holds(state, "worker 1"));
      stage.step("worker 2");
      var blocked =
          Stages.await(
              stage, state -> state.actor("worker 2").orElseThrow().phase() == Phase.BLOCKED);
      assertEquals("lock.acquire()", blocked.actor("worker 2").orElseThrow().operation());
      assertTrue(blocked.object("lock").orElseThrow().waiting().contains("worker 2"));
      for (var operation : List.of("counter.get()", "counter.set()", "lock.release()")) {
        Stages.await(
            stage,
            state -> {
              var first = state.actor("worker 1").orElseThrow();
              return first.phase() == Phase.HELD && first.operation().equals(operation);
            });
        stage.step("worker 1");
      }
      Stages.await(stage, state -> holds(state, "worker 2"));
    }
  }

  private static boolean holds(StageState state, String actor) {
    return state.object("lock").orElseThrow().holders().contains(actor);
  }

  @Test
  void showsTheLineThatIsNext() {
    var listing = Listing.of("CountTogether");
    try (var stage = stages.open("lock", Concept.NORMAL, OptionalInt.empty(), Pace.HELD)) {
      var state =
          Stages.await(stage, now -> now.actors().stream().allMatch(a -> a.phase() == Phase.HELD));
      var lit = listing.lit(state.actors().getFirst().line());
      assertEquals("lock.acquire();", listing.lines().get(lit).strip());
      assertNotEquals(-1, state.actors().getFirst().pid());
    }
  }
}
