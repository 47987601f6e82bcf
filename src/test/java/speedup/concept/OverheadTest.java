package speedup.concept;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import speedup.concept.StageState.Outcome;

/** The price of handing over, as measured: what is compared is far apart on any machine. */
@Timeout(120)
class OverheadTest {
  private static Stages stages;

  @BeforeAll
  static void open() {
    stages = new Stages();
  }

  @AfterAll
  static void close() {
    stages.close();
  }

  @Test
  void chunksOfOneAreSlowerThanTheLoopAndThanChunksOfAThousand() {
    var state = stages.perform("overhead", Concept.NORMAL);

    assertEquals(Optional.of(Outcome.DONE), state.outcome());
    assertTrue(micros(state, "chunk-1") > micros(state, "loop"), state::toString);
    assertTrue(micros(state, "chunk-1") > micros(state, "chunk-1000"), state::toString);
    assertEquals(Optional.of(true), Stages.figure(state, "chunk-1").right());
    assertTrue(micros(state, "chunk-10") > 0 && micros(state, "chunk-100") > 0);
  }

  @Test
  void nothingHelpsWhereThereIsNextToNoWork() {
    var state = stages.perform("overhead", "no-work");

    assertEquals(Optional.of(Outcome.DONE), state.outcome());
    assertTrue(micros(state, "chunk-1000") > micros(state, "loop"), state::toString);
    assertTrue(micros(state, "chunk-1") > micros(state, "chunk-1000"), state::toString);
    assertEquals(Optional.of(true), Stages.figure(state, "chunk-1000").right());
  }

  private static double micros(StageState state, String id) {
    return Double.parseDouble(Stages.figure(state, id).value());
  }
}
