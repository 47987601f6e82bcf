package speedup.concept;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import speedup.concept.StageState.Outcome;
import speedup.concept.StageState.Pace;
import speedup.concept.StageState.Phase;

/** Stages that are left in the middle, and begun again. */
class StageResetTest {
  private static final int MANY = Integer.getInteger("speedup.stress.resets", 50);
  private static final long PATIENCE_NANOS = 5_000_000_000L;

  static List<Concept> concepts() {
    return ConceptLab.concepts();
  }

  @ParameterizedTest
  @MethodSource("concepts")
  @Timeout(60)
  void leaveNoProcessWhereverTheyAreLeft(Concept concept) {
    reset(concept, 1);
  }

  @ParameterizedTest
  @MethodSource("concepts")
  @Tag("stress")
  @Timeout(600)
  void canBeResetManyTimes(Concept concept) {
    reset(concept, MANY);
  }

  /** Begins every variant so often, in any pace, and leaves it at any moment. */
  private static void reset(Concept concept, int times) {
    var before = processes();
    var random = new SplittableRandom(7);
    try (var stages = new Stages()) {
      for (var variant : concept.variants()) {
        for (var time = 0; time < times; time++) {
          var pace = Pace.values()[random.nextInt(Pace.values().length)];
          try (var stage = stages.open(concept.id(), variant.id(), OptionalInt.empty(), pace)) {
            for (var actor : stage.state().actors()) {
              stage.step(actor.name());
            }
            LockSupport.parkNanos(random.nextInt(60_000_000));
            assertTrue(
                stage.state().outcome().filter(Outcome.FAILED::equals).isEmpty(),
                () -> stage.state().toString());
          }
        }
      }
    }
    var deadline = System.nanoTime() + PATIENCE_NANOS;
    while (processes() > before && System.nanoTime() < deadline) {
      LockSupport.parkNanos(5_000_000);
    }
    assertEquals(before, processes());
  }

  private static long processes() {
    return ProcessHandle.current().descendants().filter(ProcessHandle::isAlive).count();
  }

  @Test
  @Timeout(60)
  void goOnWithoutAProcessThatIsKilledFromOutside() {
    try (var stages = new Stages();
        var stage = stages.open("lock", Concept.NORMAL, OptionalInt.empty(), Pace.HELD)) {
      var held =
          Stages.await(stage, now -> now.actors().stream().allMatch(a -> a.phase() == Phase.HELD));
      var pid = held.actor("worker 1").orElseThrow().pid();
      ProcessHandle.of(pid).orElseThrow().destroyForcibly();
      var state =
          Stages.await(stage, now -> now.actor("worker 1").orElseThrow().phase() == Phase.DIED);
      assertTrue(state.actor("worker 1").orElseThrow().end().contains(Long.toString(pid)));
      stage.pace(Pace.FREE);
      Stages.await(stage, now -> now.actor("worker 2").orElseThrow().phase() == Phase.ENDED);
    }
  }

  @Test
  @Timeout(120)
  void haveRoomForMoreProcessesThanTheMachineHasCores() {
    count(12);
  }

  @Test
  @Tag("stress")
  @Timeout(240)
  void haveRoomForSixtyFourProcesses() {
    count(ConceptLab.MOST_ACTORS);
  }

  private static void count(int actors) {
    try (var stages = new Stages()) {
      var state = stages.perform("lock", Concept.NORMAL, OptionalInt.of(actors));
      assertEquals(actors, state.actors().size());
      assertEquals(Integer.toString(10_000 * actors), Stages.figure(state, "counted").value());
    }
  }
}
