package speedup.concept;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import speedup.concept.StageState.Pace;
import speedup.measure.BackgroundLoad;
import speedup.pool.JvmLauncher;

/** Stages on real processes, for one test or, registered as an extension, for a class of them. */
final class Stages implements AutoCloseable, AfterAllCallback {
  private static final Duration PATIENCE = Duration.ofSeconds(180);

  private static final int ROUNDS = 20;

  /** One round can be disturbed between two looks at the load. */
  private static final int QUIET_ROUNDS = 3;

  private static final int TIMED_ROUNDS = 5;
  private static final double BUSY = 0.15;

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

  /**
   * Performs a stage until it ends as wanted, at most {@link #ROUNDS} times: for what depends on
   * the moment, or on what else the machine does.
   */
  StageState lookFor(String concept, String variant, Predicate<StageState> wanted) {
    var state = perform(concept, variant);
    for (var round = 1; round < ROUNDS && !wanted.test(state); round++) {
      state = perform(concept, variant);
    }
    assertTrue(wanted.test(state), "not once; the last is " + state);
    return state;
  }

  /**
   * As {@link #lookFor}, for times that need the processors for themselves: when others used them
   * in every round, the test is left out, as it can say nothing.
   */
  StageState lookForWhileFree(String concept, String variant, Predicate<StageState> wanted) {
    var quiet = 0;
    StageState state = null;
    for (var round = 0; round < TIMED_ROUNDS; round++) {
      var before = load();
      state = perform(concept, variant);
      if (wanted.test(state)) {
        return state;
      }
      quiet += before.shareUntil(load()).orElse(1) < BUSY ? 1 : 0;
    }
    assumeTrue(quiet >= QUIET_ROUNDS, "others keep the processors busy");
    return fail("not once, though the processors were free; the last is " + state);
  }

  private static BackgroundLoad load() {
    var ours = ProcessHandle.current().descendants().map(ProcessHandle::pid).toList();
    return BackgroundLoad.read(ours).orElse(new BackgroundLoad(0, 0, 0));
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

  /** Waits until a process is held before an operation, such as {@code queue.take()}. */
  static StageState awaitHeld(Stage stage, String actor, String operation) {
    return await(
        stage,
        state -> {
          var now = state.actor(actor).orElseThrow();
          return now.phase() == StageState.Phase.HELD && now.operation().equals(operation);
        });
  }

  /** The number with this id. */
  static StageState.Figure figure(StageState state, String id) {
    return state.figure(id).orElseThrow();
  }

  /** What the number with this id is. */
  static String value(StageState state, String id) {
    return figure(state, id).value();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    close();
  }

  @Override
  public void close() {
    lab.close();
  }
}
