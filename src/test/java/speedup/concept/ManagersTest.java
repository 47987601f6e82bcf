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
class ManagersTest {
  @RegisterExtension static final Stages stages = new Stages();

  private static void assertRight(StageState state, String figure, String value) {
    assertEquals(value, Stages.figure(state, figure).value());
    assertEquals(Optional.of(true), Stages.figure(state, figure).right());
  }

  @Test
  void keepsAListForTwoProcesses() {
    var state = stages.perform("manager", Concept.NORMAL);

    assertEquals(Optional.of(Outcome.DONE), state.outcome());
    assertRight(state, "length", "10");
    assertRight(state, "elements", "0 0 1 1 2 2 3 3 4 4");
    assertEquals(10, state.object("list").orElseThrow().items().size());
  }

  @Test
  void keepsAListForMoreOfThem() {
    var state = stages.perform("manager", Concept.NORMAL, OptionalInt.of(4));

    assertRight(state, "length", "20");
  }

  @Test
  void keepsMapsInAMap() {
    var state = stages.perform("manager", "nested");

    assertEquals(Optional.of(Outcome.DONE), state.outcome());
    assertEquals(4, state.actors().size());
    assertRight(state, "maps", "4");
    assertRight(
        state,
        "contents",
        "map 1{square=1, cube=1} map 2{square=4, cube=8} map 3{square=9, cube=27}"
            + " map 4{square=16, cube=64}");
  }

  @Test
  void keepsValuesByTheirNames() {
    assertRight(stages.perform("manager", "namespace"), "names", "x=10 y=20");
  }

  @Test
  void givesCopiesThatHaveToBePutBack() {
    assertRight(stages.perform("manager", "put-back"), "marks", "ann=[1, 2] bob=[1, 2]");

    var state = stages.perform("manager", "copy-changed");
    assertEquals(Optional.of(Outcome.DONE), state.outcome());
    assertEquals("ann=[1] bob=[1]", Stages.figure(state, "marks").value());
    assertEquals(Optional.of(false), Stages.figure(state, "marks").right());
    assertEquals("now I have [1, 2]", state.actor("worker 1").orElseThrow().said());
  }

  @Test
  void isAProcessOfItsOwnThatEndsWithTheStage() {
    long pid;
    try (var stage = stages.open("manager", Concept.NORMAL, OptionalInt.empty(), Pace.HELD)) {
      Stages.awaitHeld(stage, "worker 1", "list.add(0)");
      stage.step("worker 1");
      var state = Stages.await(stage, now -> items(now).equals(List.of("0")));
      pid = pid(state);
      assertTrue(ProcessHandle.of(pid).orElseThrow().isAlive());
      assertTrue(state.actors().stream().allMatch(actor -> actor.pid() != pid(state)));
    }
    assertTrue(ProcessHandle.of(pid).map(process -> !process.isAlive()).orElse(true));
  }

  @Test
  void tellsWhenItIsKilled() {
    try (var stage = stages.open("manager", Concept.NORMAL, OptionalInt.empty(), Pace.HELD)) {
      Stages.awaitHeld(stage, "worker 1", "list.add(0)");
      ProcessHandle.of(pid(stage.state())).orElseThrow().destroyForcibly();
      Stages.await(stage, state -> state.object("list").orElseThrow().value().equals("gone"));
      stage.pace(Pace.FREE);
      var state = Stages.await(stage, now -> now.outcome().isPresent());
      assertEquals(Optional.of(Outcome.DONE), state.outcome());
      var end = state.actor("worker 1").orElseThrow().end();
      assertTrue(end.contains("ManagerException"), end);
    }
  }

  private static long pid(StageState state) {
    var server = state.object("manager").orElseThrow().value();
    return Long.parseLong(server.substring("process ".length()));
  }

  private static List<String> items(StageState state) {
    return state.object("list").orElseThrow().items();
  }
}
