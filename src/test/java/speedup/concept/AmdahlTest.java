package speedup.concept;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import speedup.concept.StageState.Kind;
import speedup.concept.StageState.Outcome;
import speedup.concept.StageState.Pace;

@Timeout(240)
class AmdahlTest {
  @RegisterExtension static final Stages stages = new Stages();

  private static double number(StageState state, String figure) {
    return Double.parseDouble(Stages.figure(state, figure).value());
  }

  @ParameterizedTest
  @CsvSource({"none, 0 %, 2.00, none", "normal, 20 %, 1.67, 5.00", "half, 50 %, 1.33, 2.00"})
  void saysWhatTheLawAllows(String variant, String share, String law, String ceiling) {
    try (var stage = stages.open("amdahl", variant, OptionalInt.empty(), Pace.HELD)) {
      var state = stage.state();
      assertEquals(share, Stages.figure(state, "share").value());
      assertEquals(law, Stages.figure(state, "law").value());
      assertEquals("at most " + law, Stages.figure(state, "speedup").expected());
      assertEquals(ceiling, Stages.figure(state, "ceiling").value());
      assertEquals(Kind.POOL, state.object("pool").orElseThrow().kind());
    }
  }

  @ParameterizedTest
  @CsvSource({"none, 2.00", "normal, 1.67", "half, 1.33"})
  void measuresWhatTheLawAllows(String variant, double law) {
    var state =
        stages.lookForWhileFree(
            "amdahl", variant, seen -> Math.abs(number(seen, "speedup") - law) < 0.12 * law);

    assertEquals(Optional.of(Outcome.DONE), state.outcome());
    assertTrue(number(state, "one") > number(state, "all"), state::toString);
    assertEquals(2, state.object("pool").orElseThrow().items().size());
  }
}
