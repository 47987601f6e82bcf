package speedup.concept;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import speedup.concept.StageState.Outcome;
import speedup.concept.StageState.Phase;

/** Children that do only their own task, and one that starts itself again and again. */
@Timeout(120)
class SpawnGuardTest {
  @RegisterExtension static final Stages stages = new Stages();

  @Test
  void theWorkOfTheParentRunsOnce() {
    var state = stages.perform("spawn-guard", Concept.NORMAL);

    assertEquals(Optional.of(Outcome.DONE), state.outcome());
    assertEquals("3", Stages.figure(state, "children").value());
    assertEquals("1", Stages.figure(state, "parent-runs").value());
    assertEquals("[speedup.worker.WorkerMain]", Stages.figure(state, "programs").value());
    assertEquals(4, state.actors().stream().map(StageState.Actor::pid).distinct().count());
  }

  @Test
  void startsAsManyChildrenAsAreAskedFor() {
    var state = stages.perform("spawn-guard", Concept.NORMAL, OptionalInt.of(2));

    assertEquals("2", Stages.figure(state, "children").value());
    assertEquals(Optional.of(true), Stages.figure(state, "children").right());
  }

  @Test
  void aProcessThatStartsItselfIsStoppedAtADepthWithAClearError() {
    var state = stages.perform("spawn-guard", "recursive");

    assertEquals(Optional.of(Outcome.DONE), state.outcome());
    assertEquals("8", Stages.figure(state, "levels").value());
    var error = Stages.figure(state, "error");
    assertEquals(Optional.of(true), error.right(), error::value);
    assertTrue(error.value().startsWith("child 9 cannot be started: "), error::value);
    assertTrue(error.value().contains("8 levels deep"), error::value);
    for (var level = 1; level <= 8; level++) {
      assertEquals(Phase.ENDED, state.actor("child " + level).orElseThrow().phase());
    }
    assertEquals(Phase.WAITS_TO_START, state.actor("child 9").orElseThrow().phase());
  }
}
