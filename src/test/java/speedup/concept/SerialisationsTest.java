package speedup.concept;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import speedup.concept.StageState.Outcome;
import speedup.concept.StageState.Pace;

@Timeout(120)
class SerialisationsTest {
  @RegisterExtension static final Stages stages = new Stages();

  private static void assertRight(StageState state, String figure, String value) {
    assertEquals(value, Stages.figure(state, figure).value());
    assertEquals(Optional.of(true), Stages.figure(state, figure).right());
  }

  @Test
  void bringsALambdaOverWithWhatItUses() {
    var state = stages.perform("serialisation", Concept.NORMAL);

    assertEquals(Optional.of(Outcome.DONE), state.outcome(), state::toString);
    assertRight(state, "result", "42");
    assertEquals(2, state.actors().stream().mapToLong(StageState.Actor::pid).distinct().count());
  }

  @Test
  void showsTheLambdaUnderWay() {
    try (var stage = stages.open("serialisation", Concept.NORMAL, OptionalInt.empty(), Pace.HELD)) {
      Stages.awaitHeld(stage, "parent", "pipe.send(times)");
      stage.step("parent");
      var items = List.of("a function");
      var state =
          Stages.await(stage, now -> now.object("pipe").orElseThrow().items().equals(items));
      assertEquals(Optional.empty(), state.outcome());
    }
  }

  @Test
  void namesTheWayToAnOpenFile() {
    var said = refused("open-file", "Report.printer.file", "java.io.FileOutputStream");
    assertTrue(said.endsWith(".txt"), said);
  }

  @Test
  void namesTheWayToAThread() {
    var said = refused("thread", "Job.worker", "java.lang.Thread");
    assertTrue(said.contains("parent"), said);
  }

  @Test
  void namesTheWayToASocket() {
    var said = refused("socket", "Order.sockets[0]", "java.net.ServerSocket");
    assertTrue(Integer.parseInt(said) > 0, said);
  }

  /** Performs it; returns what the child got instead. */
  private static String refused(String variant, String path, String type) {
    var state = stages.perform("serialisation", variant);

    assertEquals(Optional.of(Outcome.DONE), state.outcome(), state::toString);
    assertRight(state, "path", path);
    assertRight(state, "arrived", "1");
    assertTrue(
        state.log().stream()
            .anyMatch(line -> line.text().startsWith(path + ": " + type + " cannot be sent")),
        () -> state.log().toString());
    return state.actor("child").orElseThrow().said();
  }
}
