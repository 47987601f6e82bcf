package speedup.ui.scaling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import speedup.measure.EngineKind;
import speedup.ui.run.Repeats;
import speedup.workload.Workload;
import speedup.workload.Workloads;

class StudyOptionsModelTest {
  private final StudyOptionsModel options = new StudyOptionsModel(2, 4);

  private static Workload workload(String id) {
    return Workloads.all().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
  }

  @Test
  void asksForWorkersFirst() {
    options.textProperty(StudyMode.STRONG).set("1,2,4");
    var asked = options.request(workload("primes-file"), Map.of("count", "5"), 7);
    assertEquals(List.of(1, 2, 4), asked.workers());
    assertEquals(Map.of("count", "5"), asked.run().settings());
    assertEquals(7, asked.run().repeats());
    assertEquals(7, asked.seed());
    assertFalse(asked.weak());
  }

  @Test
  void growsTheProblemInAWeakStudy() {
    options.modeProperty().set(StudyMode.WEAK);
    options.textProperty(StudyMode.WEAK).set("2 4");
    var asked = options.request(workload("primes-file"), Map.of(), 1);
    assertTrue(asked.weak());
    assertEquals(List.of(2, 4), asked.workers());
  }

  @Test
  void studiesChunksAndSizesOnOneWorkerCount() {
    options.setWorkload(workload("primes-file"));
    options.modeProperty().set(StudyMode.CHUNKS);
    options.textProperty(StudyMode.CHUNKS).set("1,10");
    options.workersTextProperty().set("3");
    options.engineProperty().set(EngineKind.THREADS);
    options.repeatsProperty().set(Repeats.QUICK);
    var asked = options.request(workload("primes-file"), Map.of(), 1);
    assertEquals(List.of(3), asked.workers());
    assertEquals(List.of(1, 10), asked.chunks());
    assertEquals(EngineKind.THREADS, asked.engine());
    assertEquals(9, asked.runs());

    options.modeProperty().set(StudyMode.SIZES);
    assertEquals(List.of(1, 2, 4), options.request(workload("primes-file"), Map.of(), 1).sizes());
  }

  @Test
  void saysWhatIsWrongAsItIsTyped() {
    options.textProperty(StudyMode.STRONG).set("1,x");
    assertFalse(options.validProperty().get());
    assertTrue(options.firstProblemProperty().get().contains("\"x\""));
    options.modeProperty().set(StudyMode.SIZES);
    assertTrue(options.validProperty().get(), "the values of the other mode are fine");
    options.workersTextProperty().set("2,4");
    assertEquals("Give one worker count.", options.firstProblemProperty().get());
  }

  @Test
  void warnsPastTheCores() {
    options.textProperty(StudyMode.STRONG).set("1,2");
    assertEquals("", options.warningProperty().get());
    options.textProperty(StudyMode.STRONG).set("1,2,4");
    assertTrue(options.warningProperty().get().contains("2 physical cores"));
    options.textProperty(StudyMode.STRONG).set("1,2,8");
    assertTrue(options.warningProperty().get().contains("4 logical cores"));
    assertTrue(options.validProperty().get(), "it is possible all the same");
  }

  @Test
  void cannotRunWithAnEngineThatIsNotThere() {
    options.engineProblemProperty().set("there is no Python here");
    assertFalse(options.validProperty().get());
    assertEquals("there is no Python here", options.firstProblemProperty().get());
  }
}
