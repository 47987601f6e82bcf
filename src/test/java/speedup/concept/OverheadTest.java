package speedup.concept;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import speedup.concept.StageState.Outcome;

/** The price of handing over, as measured: what is compared is far apart on any machine. */
@Timeout(120)
class OverheadTest {
  private static final int MOST_ROUNDS = 20;
  @RegisterExtension static final Stages stages = new Stages();

  @Test
  void chunksOfAThousandAreFasterThanChunksOfOne() {
    var state = found(Concept.NORMAL, "chunk-1", "chunk-1000");

    assertTrue(micros(state, "chunk-10") > 0 && micros(state, "chunk-100") > 0);
  }

  @Test
  void chunksOfOneAreSlowerThanTheLoop() {
    var state = found(Concept.NORMAL, "chunk-1", "loop");

    assertEquals(Optional.of(true), Stages.figure(state, "chunk-1").right());
  }

  @Test
  void nothingHelpsWhereThereIsNextToNoWork() {
    var state = found("no-work", "chunk-1000", "loop");

    assertEquals(Optional.of(true), Stages.figure(state, "chunk-1000").right());
  }

  /** A machine that is busy with other things may hold up one of the two at times. */
  private static StageState found(String variant, String slower, String faster) {
    StageState state = null;
    for (var round = 0; round < MOST_ROUNDS; round++) {
      state = stages.perform("overhead", variant);
      assertEquals(Optional.of(Outcome.DONE), state.outcome());
      if (micros(state, slower) > micros(state, faster)) {
        return state;
      }
    }
    return fail("%s was never slower than %s: %s".formatted(slower, faster, state));
  }

  private static double micros(StageState state, String id) {
    return Double.parseDouble(Stages.figure(state, id).value());
  }
}
