package speedup.concept;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import speedup.concept.StageState.Outcome;
import speedup.concept.StageState.Pace;
import speedup.concept.StageState.Phase;

/** What one process changes in its own memory, seen from another. */
@Timeout(120)
class IsolationTest {
  @RegisterExtension static final Stages stages = new Stages();

  @ParameterizedTest
  @CsvSource({"normal, 99, 0", "before, 0, 7", "shared, 99, 99"})
  void shows(String variant, String inChild, String inParent) {
    var state = stages.perform("isolation", variant);

    assertEquals(Optional.of(Outcome.DONE), state.outcome());
    assertEquals(inChild, Stages.figure(state, "in-child").value());
    assertEquals(inParent, Stages.figure(state, "in-parent").value());
    assertEquals(Optional.of(!variant.equals("before")), Stages.figure(state, "in-child").right());
    var drawn = variant.equals("shared") ? "number" : "Counter";
    assertEquals(inParent, state.object(drawn).orElseThrow().value());
  }

  @Test
  void theParentsFieldIsUntouchedWhileTheChildHasChangedItsOwn() {
    try (var stage = stages.open("isolation", Concept.NORMAL, OptionalInt.empty(), Pace.HELD)) {
      Stages.await(stage, state -> state.actor("parent").orElseThrow().phase() == Phase.HELD);
      stage.step("parent");
      Stages.await(stage, state -> state.actor("child").orElseThrow().phase() == Phase.HELD);
      stage.step("child");
      var state =
          Stages.await(stage, now -> now.actor("child").orElseThrow().phase() == Phase.ENDED);
      assertEquals("99", state.actor("child").orElseThrow().said());
      assertEquals("0", state.object("Counter").orElseThrow().value());
    }
  }
}
