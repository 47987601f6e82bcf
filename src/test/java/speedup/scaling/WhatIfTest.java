package speedup.scaling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class WhatIfTest {
  private static FittedLaw law(TimeModel truth) {
    return Studies.study(Samples.sweep(8, 3, 0, 1, truth::seconds), 8)
        .preferred()
        .value()
        .orElseThrow();
  }

  private static final FittedLaw LAW = law(new TimeModel(1.6, 0.4, 0));
  private static final ChunkModel CHUNKS = new ChunkModel(10_000, 4, 0.5, 1e-4, 1e-5);

  @Test
  void isTheFittedCurveUntilSomethingIsChanged() {
    var whatIf = WhatIf.of(LAW);

    assertFalse(whatIf.changed());
    for (double p : new double[] {1, 2.5, 8, 64}) {
      assertEquals(LAW.speedup(p), whatIf.speedup(p), 1e-9);
    }
    var check = whatIf.verify();
    assertEquals(
        new WhatIf.Check(Optional.empty(), Map.of(), false, OptionalInt.empty(), Optional.empty()),
        check);
  }

  @Test
  void followsTheSerialShare() {
    var whatIf = WhatIf.of(LAW).withSerialShare(0.05);

    assertTrue(whatIf.changed());
    for (double p : new double[] {1, 2, 100}) {
      assertEquals(Amdahl.speedup(0.05, p), whatIf.speedup(p), 1e-9);
    }
    assertEquals(Optional.of("serial-fraction"), whatIf.verify().workload());
    assertEquals(Map.of("serial", "5"), whatIf.verify().settings());
  }

  @Test
  void keepsWhatEachFurtherWorkerCosts() {
    var law = law(new TimeModel(0.9, 0.1, 0.02));

    assertEquals(1 / (0.5 / 4 + 0.5 + 0.06), WhatIf.of(law).withSerialShare(0.5).speedup(4), 1e-6);
  }

  @Test
  void countsTheStartOnceAndNotForTheSequentialProgram() {
    var whatIf = WhatIf.of(LAW).withStartSeconds(0.5);

    assertEquals(2 / 2.5, whatIf.speedup(1), 1e-9);
    assertEquals(2 / (0.8 + 0.4 + 0.5), whatIf.speedup(2), 1e-9);
    assertTrue(whatIf.verify().cold());
    assertTrue(whatIf.verify().remark().isPresent());
  }

  @Test
  void followsTheChunkSizeByTheModelOfAStudy() {
    var whatIf = WhatIf.of(LAW, CHUNKS, 100);
    assertEquals(LAW.speedup(4), whatIf.speedup(4), 1e-9);

    var small = whatIf.withChunkItems(10);
    // 1,000 hand-overs instead of 100, and a tail of 10 items instead of 100, on 4 workers
    assertEquals(0.8 + 900 * 1e-4 / 4 - 90 * 0.75 * 1e-5, small.seconds(4), 1e-9);
    assertEquals(OptionalInt.of(10), small.verify().chunk());
    assertEquals(Optional.empty(), small.verify().workload());
    assertEquals(
        OptionalInt.empty(), small.withSerialShare(0.5).verify().chunk(), "another workload");
  }

  @Test
  void refusesWhatCannotBe() {
    assertThrows(IllegalArgumentException.class, () -> WhatIf.of(LAW).withSerialShare(1.1));
    assertThrows(IllegalArgumentException.class, () -> WhatIf.of(LAW).withStartSeconds(-1));
    assertThrows(IllegalArgumentException.class, () -> WhatIf.of(LAW).withStartSeconds(Double.NaN));
    var thrown =
        assertThrows(IllegalArgumentException.class, () -> WhatIf.of(LAW).withChunkItems(5));
    assertTrue(thrown.getMessage().contains("study the chunk sizes first"));
    assertThrows(
        IllegalArgumentException.class, () -> WhatIf.of(LAW, CHUNKS, 100).withChunkItems(0));
  }
}
