package speedup.concept;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import speedup.concept.StageState.Kind;
import speedup.concept.StageState.Outcome;
import speedup.concept.StageState.Pace;
import speedup.concept.StageState.Phase;

/** The ways to hand tasks to a pool, on real processes. */
@Timeout(120)
class PoolsTest {
  @RegisterExtension static final Stages stages = new Stages();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          normal      | squares | [0, 1, 4, 9, 16, 25, 36, 49, 64, 81]
          starmap     | sums    | [2, 4, 6, 8]
          apply       | cube    | 27
          apply-async | cube    | 27
          imap        | order   | [5, 1, 3]
          five-cubes  | cubes   | [1, 8, 27, 64, 125]
          """)
  void gives(String variant, String figure, String value) {
    var state = stages.perform("pool", variant);

    assertEquals(Optional.of(Outcome.DONE), state.outcome());
    assertEquals(value, Stages.figure(state, figure).value());
    assertEquals(Optional.of(true), Stages.figure(state, figure).right());
    var pool = state.object("pool").orElseThrow();
    assertEquals(Kind.POOL, pool.kind());
    assertEquals(3, pool.capacity());
  }

  @Test
  void theParentGoesOnUntilItIsCalledBack() {
    var state = stages.perform("pool", "apply-async");

    assertTrue(Long.parseLong(Stages.figure(state, "own-rounds").value()) > 0);
    assertEquals(Optional.of(true), Stages.figure(state, "own-rounds").right());
  }

  /** On a machine that is busy with other things a process may be late once. */
  @Test
  void givesTheShortestTaskFirstWhereOrderDoesNotMatter() {
    var order = "";
    for (var round = 0; round < 20 && !order.equals("[1, 3, 5]"); round++) {
      var state = stages.perform("pool", "imap-unordered");
      assertEquals(Optional.of(Outcome.DONE), state.outcome());
      order = Stages.figure(state, "order").value();
      assertEquals(3, state.object("results").orElseThrow().items().size());
    }
    assertEquals("[1, 3, 5]", order);
  }

  @Test
  void fiveSecondsOfTasksTakeTwoOnThreeWorkers() {
    var best = Double.MAX_VALUE;
    for (var round = 0; round < 3 && best >= 3; round++) {
      var state = stages.perform("pool", "five-cubes");
      best = Math.min(best, Double.parseDouble(Stages.figure(state, "seconds").value()));
    }
    var seconds = best;
    assertTrue(seconds >= 2 && seconds < 3, () -> "two workers would need 3: " + seconds);
  }

  @Test
  void drawsItsProcessesAndWhoWaits() {
    try (var stage = stages.open("pool", "five-cubes", OptionalInt.empty(), Pace.HELD)) {
      for (var operation : List.of("pool.start(3)", "pool.map(slowCube, [1 .. 5])")) {
        Stages.await(
            stage,
            state -> {
              var parent = state.actor("parent").orElseThrow();
              return parent.phase() == Phase.HELD && parent.operation().equals(operation);
            });
        stage.step("parent");
      }
      var state =
          Stages.await(stage, now -> now.actor("parent").orElseThrow().phase() == Phase.BLOCKED);
      var pool = state.object("pool").orElseThrow();
      assertEquals("3 / 3", pool.value());
      assertEquals(List.of("parent"), pool.waiting());
      assertEquals(3, pool.items().size());
      for (var pid : pool.items()) {
        assertTrue(ProcessHandle.of(Long.parseLong(pid)).orElseThrow().isAlive(), pid);
      }
    }
  }
}
