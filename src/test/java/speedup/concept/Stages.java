package speedup.concept;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import speedup.concept.StageState.Pace;
import speedup.pool.JvmLauncher;

/** Stages on real processes, for tests. */
final class Stages implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  final ConceptLab lab = new ConceptLab(JvmLauncher.ofThisProcess(List.of()));

  /** Performs a stage to its end, at full speed. */
  StageState perform(String concept, String variant) {
    return perform(concept, variant, OptionalInt.empty());
  }

  StageState perform(String concept, String variant, OptionalInt actors) {
    try (var stage = open(concept, variant, actors, Pace.FREE)) {
      return await(stage, state -> state.outcome().isPresent());
    }
  }

  Stage open(String concept, String variant, OptionalInt actors, Pace pace) {
    return lab.open(ConceptLab.concept(concept).orElseThrow(), variant, actors, pace);
  }

  /** Waits until a stage looks so. */
  static StageState await(Stage stage, Predicate<StageState> wanted) {
    var deadline = System.nanoTime() + PATIENCE.toNanos();
    var state = stage.state();
    while (!wanted.test(state)) {
      assertTrue(System.nanoTime() < deadline, "waited in vain; it is " + state);
      LockSupport.parkNanos(2_000_000);
      state = stage.state();
    }
    return state;
  }

  /** The number with this id. */
  static StageState.Figure figure(StageState state, String id) {
    return state.figure(id).orElseThrow();
  }

  @Override
  public void close() {
    lab.close();
  }
}
