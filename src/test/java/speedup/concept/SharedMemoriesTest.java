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
class SharedMemoriesTest {
  @RegisterExtension static final Stages stages = new Stages();

  private static void assertRight(StageState state, String figure, String value) {
    assertEquals(value, Stages.figure(state, figure).value());
    assertEquals(Optional.of(true), Stages.figure(state, figure).right());
  }

  @Test
  void showsAParentWhatItsChildHasWritten() {
    var state = stages.perform("shared-memory", Concept.NORMAL);

    assertEquals(Optional.of(Outcome.DONE), state.outcome(), state::toString);
    assertRight(state, "value", "1");
    assertRight(state, "array", "2, 3, 4, 5, 6");
    assertTrue(state.log().stream().anyMatch(line -> line.text().equals("value was 0")));
    assertEquals("[2, 3, 4, 5, 6]", state.actor("parent").orElseThrow().said());
    assertEquals(ProcessHandle.current().pid(), state.actor("parent").orElseThrow().pid());
    assertTrue(state.actor("child").orElseThrow().pid() > 0);
  }

  @Test
  void keepsASharedValueOfEachType() {
    var state = stages.perform("shared-memory", "types");

    assertEquals(Optional.of(Outcome.DONE), state.outcome());
    assertRight(state, "aByte", "127");
    assertRight(state, "aChar", "Z");
    assertRight(state, "aShort", "32767");
    assertRight(state, "anInt", "2147483647");
    assertRight(state, "aLong", "9223372036854775807");
    assertRight(state, "aFloat", "3.1415927");
    assertRight(state, "aDouble", "3.141592653589793");
  }

  @Test
  void losesNothingWithItsLock() {
    var state = stages.perform("shared-memory", "own-lock");

    assertEquals(Optional.of(Outcome.DONE), state.outcome());
    assertRight(state, "array", "20001, 20002, 20003, 20004, 20005");
  }

  @Test
  void losesAdditionsWithoutIt() {
    var lost = false;
    for (var round = 0; round < 20 && !lost; round++) {
      var state = stages.perform("shared-memory", "without-lock", OptionalInt.of(4));
      var figure = Stages.figure(state, "array");
      assertEquals("40001, 40002, 40003, 40004, 40005", figure.expected());
      lost = !figure.value().equals(figure.expected());
      assertEquals(Optional.of(!lost), figure.right());
      assertEquals("without a lock", state.object("array").orElseThrow().value());
    }
    assertTrue(lost);
  }

  @Test
  void isChangedOneElementAtATimeByWhoHasTheLock() {
    try (var stage = stages.open("shared-memory", "own-lock", OptionalInt.empty(), Pace.HELD)) {
      for (var operation : List.of("array.acquire()", "array.get(i)", "array.set(i)")) {
        Stages.awaitHeld(stage, "worker 1", operation);
        stage.step("worker 1");
      }
      Stages.awaitHeld(stage, "worker 2", "array.acquire()");
      stage.step("worker 2");
      var state = Stages.await(stage, now -> array(now).waiting().equals(List.of("worker 2")));
      assertEquals(List.of("2", "2", "3", "4", "5"), array(state).items());
      assertEquals(List.of("worker 1"), array(state).holders());
    }
  }

  private static StageState.SharedThing array(StageState state) {
    return state.object("array").orElseThrow();
  }
}
