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
class BarriersTest {
  @RegisterExtension static final Stages stages = new Stages();

  @Test
  void letsNobodyGoOnBeforeAllAreThere() {
    var state = stages.perform("barrier", Concept.NORMAL);

    assertEquals(Optional.of(Outcome.DONE), state.outcome());
    assertEquals("3", value(state, "arrived"));
    assertEquals("3", value(state, "passed"));
    assertEquals("0", value(state, "early"));
    var barrier = state.object("barrier").orElseThrow();
    assertEquals(Kind.BARRIER, barrier.kind());
    assertEquals(3, barrier.capacity());
    assertEquals(
        List.of(
            "goes on; 0 came before it", "goes on; 1 came before it", "goes on; 2 came before it"),
        state.actors().stream().map(StageState.Actor::said).sorted().toList());
  }

  @Test
  void tellsAllThatItIsBrokenAndIsMadeNew() {
    var state = stages.lookFor("barrier", "reset", seen -> value(seen, "broken").equals("3"));

    assertEquals(Optional.of(Outcome.DONE), state.outcome(), state::toString);
    assertEquals("3", value(state, "passed"));
    assertTrue(
        state.actor("worker 3").orElseThrow().said().contains("the barrier is broken"),
        state::toString);
    assertEquals("0 of 3 here", state.object("barrier").orElseThrow().value());
  }

  @Test
  void holdsAllForEverWhenOneIsMissing() {
    var state = stages.perform("barrier", "missing");

    assertEquals(Optional.of(Outcome.STUCK), state.outcome());
    assertEquals("2", value(state, "arrived"));
    assertEquals("0", value(state, "passed"));
    assertEquals(Optional.of(false), Stages.figure(state, "passed").right());
  }

  @Test
  void drawsWhoWaits() {
    try (var stage = stages.open("barrier", Concept.NORMAL, OptionalInt.empty(), Pace.HELD)) {
      Stages.await(stage, state -> state.actors().stream().allMatch(a -> a.phase() == Phase.HELD));
      for (var name : List.of("worker 1", "worker 2")) {
        stage.step(name);
        Stages.await(stage, state -> isHeldAtBarrier(state, name));
        stage.step(name);
      }
      var two =
          Stages.await(stage, state -> state.object("barrier").orElseThrow().waiting().size() == 2);
      assertEquals("2 of 3 here", two.object("barrier").orElseThrow().value());
      stage.pace(Pace.FREE);
      var end = Stages.await(stage, state -> state.outcome().isPresent());
      assertEquals("0", value(end, "early"));
    }
  }

  private static boolean isHeldAtBarrier(StageState state, String name) {
    var actor = state.actor(name).orElseThrow();
    return actor.phase() == Phase.HELD && actor.operation().equals("barrier.await()");
  }
}
