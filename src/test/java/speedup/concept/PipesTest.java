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
import speedup.concept.StageState.Phase;

@Timeout(60)
class PipesTest {
  @RegisterExtension static final Stages stages = new Stages();

  @Test
  void bringsOneMessageOver() {
    var state = stages.perform("pipe", Concept.NORMAL);

    assertEquals(Optional.of(Outcome.DONE), state.outcome());
    assertEquals("hello", Stages.figure(state, "received").value());
    assertEquals(Optional.of(true), Stages.figure(state, "received").right());
    var pids = state.actors().stream().map(StageState.Actor::pid).distinct().count();
    assertEquals(2, pids);
  }

  @Test
  void brings10ThereAnd50Back() {
    var state = stages.perform("pipe", "two-way");

    assertEquals(Optional.of(Outcome.DONE), state.outcome());
    assertEquals("50", Stages.figure(state, "answer").value());
    assertTrue(state.log().stream().anyMatch(line -> line.text().equals("pipe.send(10)")));
  }

  @Test
  void endsWhenTheOtherEndIsClosed() {
    var state = stages.perform("pipe", "end-of-stream");

    assertEquals(Optional.of(Outcome.DONE), state.outcome());
    assertEquals("3", Stages.figure(state, "lines").value());
    assertEquals("1", Stages.figure(state, "ends").value());
    assertEquals("end of stream", state.actor("parent").orElseThrow().said());
  }

  @Test
  void isStuckWhenTheOtherEndStaysOpen() {
    var state = stages.perform("pipe", "not-closed");

    assertEquals(Optional.of(Outcome.STUCK), state.outcome());
    assertEquals("3", Stages.figure(state, "lines").value());
    assertEquals("0", Stages.figure(state, "ends").value());
    assertEquals(Optional.of(false), Stages.figure(state, "ends").right());
    assertEquals("three", state.actor("parent").orElseThrow().said());
    assertEquals(List.of("parent"), state.object("pipe").orElseThrow().waiting());
  }

  @Test
  void endsWhenTheSenderIsKilled() {
    try (var stage = stages.open("pipe", "not-closed", OptionalInt.empty(), Pace.HELD)) {
      Stages.awaitHeld(stage, "child", "pipe.send(\"one\")");
      stage.step("child");
      Stages.awaitHeld(stage, "child", "pipe.send(\"two\")");
      stage.kill("child");
      stage.pace(Pace.FREE);
      var state = Stages.await(stage, now -> now.outcome().isPresent());
      assertEquals(Optional.of(Outcome.DONE), state.outcome());
      assertEquals(Phase.DIED, state.actor("child").orElseThrow().phase());
      assertEquals("1", Stages.figure(state, "lines").value());
      assertEquals("1", Stages.figure(state, "ends").value());
    }
  }

  @Test
  void showsWhatIsUnderWayInBothDirections() {
    try (var stage = stages.open("pipe", "two-way", OptionalInt.empty(), Pace.HELD)) {
      Stages.awaitHeld(stage, "child", "pipe.receive()");
      stage.step("child");
      Stages.await(stage, state -> state.object("pipe").orElseThrow().waiting().contains("child"));
      Stages.awaitHeld(stage, "parent", "pipe.send(10)");
      stage.step("parent");
      Stages.awaitHeld(stage, "child", "pipe.send(50)");
      stage.step("child");
      var state = Stages.await(stage, now -> !items(now).isEmpty());
      assertEquals(List.of("← 50"), items(state));
      Stages.awaitHeld(stage, "parent", "pipe.receive()");
      stage.step("parent");
      Stages.await(stage, now -> items(now).isEmpty());
    }
    try (var stage = stages.open("pipe", "two-way", OptionalInt.empty(), Pace.HELD)) {
      Stages.awaitHeld(stage, "parent", "pipe.send(10)");
      stage.step("parent");
      Stages.await(stage, now -> items(now).equals(List.of("10 →")));
    }
  }

  private static List<String> items(StageState state) {
    return state.object("pipe").orElseThrow().items();
  }
}
