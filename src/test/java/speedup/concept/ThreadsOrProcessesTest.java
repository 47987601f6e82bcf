package speedup.concept;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import speedup.concept.StageState.Kind;
import speedup.concept.StageState.Outcome;

@Timeout(240)
class ThreadsOrProcessesTest {
  @RegisterExtension static final Stages stages = new Stages();

  private static double number(StageState state, String figure) {
    return Double.parseDouble(Stages.figure(state, figure).value());
  }

  @Test
  void computeOneAfterTheOtherBehindOneLock() {
    var state =
        stages.lookForWhileFree(
            "threads-or-processes",
            Concept.NORMAL,
            seen ->
                number(seen, "factor") > 1.4
                    && number(seen, "processes") < 0.8 * number(seen, "locked"));

    assertEquals(Optional.of(Outcome.DONE), state.outcome());
    assertTrue(number(state, "threads") > 10, state::toString);
    assertEquals(Kind.POOL, state.object("pool").orElseThrow().kind());
    assertEquals(2, state.object("pool").orElseThrow().items().size());
    assertEquals(2, state.object("threads").orElseThrow().capacity());
  }

  @Test
  void waitAllAtOnceWhateverTheLock() {
    var state =
        stages.lookForWhileFree(
            "threads-or-processes", "waiting", seen -> number(seen, "processes") < 450);

    assertEquals(Optional.of(Outcome.DONE), state.outcome());
    for (var figure : new String[] {"threads", "locked", "processes"}) {
      var millis = number(state, figure);
      assertTrue(millis >= 295 && millis < 590, figure + " " + millis);
    }
  }
}
