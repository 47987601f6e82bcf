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
class EventsTest {
  @RegisterExtension static final Stages stages = new Stages();

  @Test
  void letsAllGoOnWhenItIsSet() {
    var state = stages.perform("event", Concept.NORMAL);

    assertEquals(Optional.of(Outcome.DONE), state.outcome());
    assertEquals("3", value(state, "released"));
    var slept = at(state, "flag.set()") - at(state, "parent.sleep()");
    assertTrue(slept > 1.9 && slept < 6, "slept for " + slept);
    var shortest = Double.parseDouble(value(state, "shortest"));
    var longest = Double.parseDouble(value(state, "longest"));
    assertTrue(shortest <= longest && longest > 1 && longest < 6, state::toString);
    assertTrue(state.actor("parent").orElseThrow().parent());
    var flag = state.object("flag").orElseThrow();
    assertEquals(Kind.FLAG, flag.kind());
    assertEquals("set", flag.value());
  }

  private static double at(StageState state, String text) {
    return state.log().stream()
        .filter(line -> line.text().equals(text))
        .findFirst()
        .orElseThrow()
        .seconds();
  }

  @Test
  void doesNotHoldWhoComesLate() {
    var state =
        stages.lookFor("event", "late", seen -> Double.parseDouble(value(seen, "longest")) > 0);

    assertEquals("3", value(state, "released"));
    assertEquals("0.0", value(state, "shortest"));
  }

  @Test
  void holdsWhoComesAfterItWasCleared() {
    var state = stages.lookFor("event", "cleared", seen -> value(seen, "released").equals("2"));

    assertEquals(Optional.of(Outcome.STUCK), state.outcome());
    assertEquals(Optional.of(false), Stages.figure(state, "released").right());
    assertEquals("not set", state.object("flag").orElseThrow().value());
  }

  @Test
  void holdsAllForEverWhenNobodySetsIt() {
    var state = stages.perform("event", "never-set");

    assertEquals(Optional.of(Outcome.STUCK), state.outcome());
    assertEquals("0", value(state, "released"));
    assertEquals(Phase.ENDED, state.actor("parent").orElseThrow().phase());
  }

  @Test
  void drawsThreeWhoWait() {
    try (var stage = stages.open("event", Concept.NORMAL, OptionalInt.empty(), Pace.HELD)) {
      Stages.await(stage, state -> state.actors().stream().allMatch(a -> a.phase() == Phase.HELD));
      List.of("worker 1", "worker 2", "worker 3").forEach(stage::step);
      Stages.await(stage, state -> state.object("flag").orElseThrow().waiting().size() == 3);
      stage.step("parent");
      Stages.await(
          stage, state -> state.actor("parent").orElseThrow().operation().equals("flag.set()"));
      assertEquals("not set", stage.state().object("flag").orElseThrow().value());
      stage.step("parent");
      var end = Stages.await(stage, state -> state.outcome().isPresent());
      assertEquals("3", value(end, "released"));
    }
  }
}
