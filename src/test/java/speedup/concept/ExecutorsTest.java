package speedup.concept;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import speedup.concept.StageState.Outcome;

/** Futures of an executor, on real processes. */
@Timeout(120)
class ExecutorsTest {
  @RegisterExtension static final Stages stages = new Stages();

  private static final String POWERS = "[1, 2, 4, 8, 16, 32, 64, 128, 256, 512]";

  @Test
  void givesPowersInTheOrderInWhichTheyAreDone() {
    var order = POWERS;
    for (var round = 0; round < 20 && order.equals(POWERS); round++) {
      var state = stages.perform("executor", Concept.NORMAL);
      assertEquals(Optional.of(Outcome.DONE), state.outcome());
      assertEquals(POWERS, Stages.figure(state, "powers").value());
      assertEquals(Optional.of(true), Stages.figure(state, "powers").right());
      order = Stages.figure(state, "order").value();
      assertEquals(order, state.object("completed").orElseThrow().items().toString());
    }
    assertNotEquals(POWERS, order);
  }

  @Test
  void givesAFutureThatIsNotDoneYet() {
    var state = stages.perform("executor", "submit");

    assertEquals(Optional.of(Outcome.DONE), state.outcome());
    assertEquals("false", Stages.figure(state, "done-at-once").value());
    assertEquals("512", Stages.figure(state, "power").value());
  }

  @Test
  void sendsFiveItemsTogether() {
    var state = stages.perform("executor", "map");

    assertEquals(Optional.of(Outcome.DONE), state.outcome());
    assertEquals(POWERS, Stages.figure(state, "powers").value());
    assertEquals(Optional.of(true), Stages.figure(state, "processes").right());
    var by =
        state.object("results").orElseThrow().items().stream()
            .map(text -> text.substring(text.indexOf(" by ")))
            .toList();
    assertEquals(10, by.size());
    assertEquals(1, by.subList(0, 5).stream().distinct().count());
    assertEquals(1, by.subList(5, 10).stream().distinct().count());
    assertTrue(Integer.parseInt(Stages.figure(state, "processes").value()) <= 2);
  }
}
