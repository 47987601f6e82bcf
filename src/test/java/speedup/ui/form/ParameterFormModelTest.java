package speedup.ui.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.beans.Observable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import speedup.workload.Preset;
import speedup.workload.Workloads;

class ParameterFormModelTest {
  @TempDir Path folder;
  private final ParameterFormModel model = new ParameterFormModel();

  @BeforeEach
  void choosePrimes() {
    model.setWorkload(Workloads.byId("primes-file").orElseThrow());
  }

  private ParameterField field(String id) {
    return model.field(id).orElseThrow();
  }

  private void type(String id, String text) {
    field(id).textProperty().set(text);
  }

  private Path numbers() throws IOException {
    return Files.writeString(folder.resolve("numbers.txt"), "1\n2\n");
  }

  @Test
  void offersEveryParameterInItsOrderAtItsDefault() {
    var parameters = Workloads.byId("primes-file").orElseThrow().parameters();

    assertEquals(parameters, model.fields().stream().map(ParameterField::parameter).toList());
    assertEquals(Map.of(), model.settings());
    assertTrue(model.validProperty().get());
    assertEquals("", model.firstProblemProperty().get());
  }

  @Test
  void tellsOfAnotherWorkloadHoweverLongAfter() {
    var told = new AtomicInteger();
    model.fields().addListener((Observable _) -> told.incrementAndGet());
    System.gc();

    model.setWorkload(Workloads.byId("sleep").orElseThrow());

    assertEquals(1, told.get());
    assertSame(model.fields(), model.fields());
  }

  @Test
  void givesOnlyWhatDiffersInItsNormalForm() {
    type("count", "2,000");
    type("seed", field("seed").parameter().defaultText());

    assertEquals(Map.of("count", "2000"), model.settings());
  }

  @Test
  void saysWhatIsWrongWithANumberUntilItIsRight() {
    type("count", "many");

    assertFalse(model.validProperty().get());
    assertTrue(field("count").problemProperty().get().contains("is not a whole number"));
    assertTrue(model.firstProblemProperty().get().startsWith("Numbers: "));

    type("count", "12");

    assertTrue(model.validProperty().get());
    assertEquals("", field("count").problemProperty().get());
    assertEquals("", model.firstProblemProperty().get());
  }

  @Test
  void doesNotRepeatTheIdBeforeTheSentenceUnderAField() {
    type("count", "-4");

    assertFalse(field("count").problemProperty().get().startsWith("count"));
  }

  @Test
  void showsAMessageFromOutsideUntilTheTextChanges() {
    assertTrue(model.showError("max", "max: too large for this machine"));

    assertEquals("Too large for this machine", field("max").problemProperty().get());
    assertFalse(model.validProperty().get());

    type("max", "50");

    assertTrue(model.validProperty().get());
  }

  @Test
  void refusesAMessageForAFieldThatIsNotThere() {
    assertFalse(model.showError("colour", "no such thing"));
    assertTrue(model.validProperty().get());
  }

  @Test
  void leavesOutWhatAFileMakesMeaningless() throws IOException {
    type("count", "many");
    assertTrue(model.acceptDrop(numbers()));

    assertFalse(field("count").relevantProperty().get());
    assertTrue(model.validProperty().get());
    assertEquals(Map.of("file", numbers().toString()), model.settings());

    type("file", "");

    assertTrue(field("count").relevantProperty().get());
    assertFalse(model.validProperty().get());
  }

  @Test
  void saysThatAFileIsMissingOrAFolder() {
    type("file", folder.resolve("nothing.txt").toString());
    assertTrue(field("file").problemProperty().get().startsWith("There is no such file"));

    type("file", folder.toString());
    assertTrue(field("file").problemProperty().get().startsWith("This is a folder"));
    assertFalse(model.validProperty().get());
  }

  @Test
  void aTargetFolderMayBeThereOrBeMade() throws IOException {
    model.setWorkload(Workloads.byId("images-grayscale").orElseThrow());
    var to = field("to");
    type("to", folder.toString());
    assertEquals("", to.hintProperty().get());
    assertTrue(model.validProperty().get());

    type("to", folder.resolve("new/grey").toString());
    assertEquals("This folder is made when you press Run.", to.hintProperty().get());
    assertEquals("", to.problemProperty().get());
    assertTrue(model.validProperty().get());
    assertEquals(Map.of("to", folder.resolve("new/grey").toString()), model.settings());

    type("to", numbers().resolve("grey").toString());
    assertTrue(to.problemProperty().get().contains("is a file"), to.problemProperty().get());
    assertEquals("", to.hintProperty().get());
    assertFalse(model.validProperty().get());

    type("to", "");
    assertEquals("", to.hintProperty().get());
    assertTrue(model.validProperty().get());
  }

  @Test
  void takesNoDropWhereNoFileIsRead() throws IOException {
    model.setWorkload(Workloads.byId("sleep").orElseThrow());

    assertFalse(model.acceptDrop(numbers()));
  }

  @Test
  void setsTheFieldsAsAPresetSaysAndTheOthersToTheirDefaults() throws IOException {
    model.acceptDrop(numbers());
    type("seed", "99");
    var told = new ArrayList<Preset>();
    model.setOnPreset(told::add);
    var preset = model.presets().getFirst();

    model.choose(preset);

    preset.settings().forEach((id, text) -> assertEquals(text, field(id).textProperty().get()));
    assertEquals("", field("file").textProperty().get());
    assertEquals(field("seed").parameter().defaultText(), field("seed").textProperty().get());
    assertEquals(List.of(preset), told);
    assertEquals(preset, model.presetProperty().get());

    type("seed", "7");

    assertNull(model.presetProperty().get());
  }

  @Test
  void remembersWhatTheProgramChose() {
    model.showChosen(Map.of("max", "10000000000"));

    assertEquals("10000000000", field("max").chosenProperty().get());
    assertEquals(Map.of(), model.settings());
  }
}
