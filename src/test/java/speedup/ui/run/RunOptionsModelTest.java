package speedup.ui.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import speedup.experiment.RunRequest;
import speedup.workload.Preset;

class RunOptionsModelTest {
  private final RunOptionsModel model = new RunOptionsModel(4, 8);

  @Test
  void beginsWithAWorkerOnEachCoreAndEverythingElseAutomatic() {
    assertEquals(4, model.workersProperty().get());
    assertEquals(OptionalInt.empty(), model.chunkProperty().get());
    assertEquals(Repeats.CLASS, model.repeatsProperty().get());
    assertEquals(RunRequest.Start.WARM, model.startProperty().get());
    assertTrue(model.validProperty().get());
  }

  @Test
  void refusesNoWorkersTooManyAndWords() {
    for (var text : new String[] {"0", "10000", "two", "", "1.5"}) {
      model.workersTextProperty().set(text);

      assertFalse(model.validProperty().get(), text);
      assertFalse(model.workersProblemProperty().get().isEmpty(), text);
      assertEquals(model.workersProblemProperty().get(), model.firstProblemProperty().get());
      assertEquals(4, model.workersProperty().get(), "the last number of use stays");
    }
    model.workersTextProperty().set("3");

    assertEquals(3, model.workersProperty().get());
    assertTrue(model.validProperty().get());
  }

  @Test
  void warnsPastThePhysicalCores() {
    assertEquals("", model.workersWarningProperty().get());

    model.setWorkers(5);

    assertTrue(model.workersWarningProperty().get().contains("4 cores"));
    assertTrue(model.validProperty().get());
  }

  @Test
  void checksTheChunkOnlyWhileItIsFixed() {
    model.chunkTextProperty().set("0");
    assertTrue(model.validProperty().get());

    model.chunkAutomaticProperty().set(false);
    assertFalse(model.validProperty().get());

    model.chunkTextProperty().set("2,000");
    assertEquals(OptionalInt.of(2000), model.chunkProperty().get());

    model.chunkAutomaticProperty().set(true);
    assertEquals(OptionalInt.empty(), model.chunkProperty().get());
  }

  @Test
  void takesOverWhatAPresetSays() {
    model.apply(new Preset("p", "P", "", Map.of(), OptionalInt.of(2), OptionalInt.of(50)));

    assertEquals(2, model.workersProperty().get());
    assertEquals(OptionalInt.of(50), model.chunkProperty().get());
    assertFalse(model.chunkAutomaticProperty().get());

    model.apply(new Preset("q", "Q", "", Map.of(), OptionalInt.empty(), OptionalInt.empty()));

    assertEquals(2, model.workersProperty().get());
    assertEquals(OptionalInt.empty(), model.chunkProperty().get());
  }

  @Test
  void showsAMessageFromOutsideUntilTheTextChanges() {
    assertTrue(model.showError("workers", "No room for so many."));
    assertFalse(model.validProperty().get());
    assertFalse(model.showError("colour", "No such option."));

    model.setWorkers(2);

    assertTrue(model.validProperty().get());
  }

  @Test
  void knowsTheRunsBehindTheNames() {
    assertEquals("Quick 3", Repeats.QUICK.title());
    assertEquals(Repeats.RIGOROUS, Repeats.of(15).orElseThrow());
    assertTrue(Repeats.of(4).isEmpty());
  }
}
