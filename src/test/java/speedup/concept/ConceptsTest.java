package speedup.concept;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import speedup.concept.StageState.Pace;

/** What holds for every concept. */
@Timeout(120)
class ConceptsTest {
  private static final long PYTHON_SECONDS = 30;

  static List<Concept> concepts() {
    return ConceptLab.concepts();
  }

  @Test
  void haveDifferentNames() {
    var ids = new HashSet<String>();
    for (var concept : concepts()) {
      assertTrue(ids.add(concept.id()), concept.id());
      var variants = new HashSet<String>();
      concept.variants().forEach(one -> assertTrue(variants.add(one.id()), one.id()));
      assertEquals(Concept.NORMAL, concept.variants().getFirst().id());
    }
  }

  @ParameterizedTest
  @MethodSource("concepts")
  void haveAllTheirWords(Concept concept) {
    var words = ConceptWords.of(concept);
    assertFalse(words.title().isBlank());
    assertFalse(words.summary().isBlank());
    for (var variant : concept.variants()) {
      assertFalse(words.variant(variant.id()).isBlank());
      assertFalse(words.question(variant.id()).isBlank());
      assertFalse(words.seen(variant.id()).isBlank());
      var choices = words.choices(variant.id());
      assertTrue(choices.size() >= 2 && choices.size() <= 4, variant.id());
      var answer = words.answer(variant.id());
      assertTrue(answer >= 0 && answer < choices.size(), variant.id());
    }
  }

  @ParameterizedTest
  @MethodSource("concepts")
  void showTheCodeOfEachProcessAndTheWordsOfEachNumber(Concept concept) {
    var words = ConceptWords.of(concept);
    try (var stages = new Stages()) {
      for (var variant : concept.variants()) {
        try (var stage = stages.open(concept.id(), variant.id(), OptionalInt.empty(), Pace.HELD)) {
          var state = stage.state();
          assertFalse(state.actors().isEmpty(), variant.id());
          for (var actor : state.actors()) {
            assertFalse(Listing.of(actor.source()).lines().isEmpty(), actor.source());
          }
          state.figures().forEach(figure -> assertFalse(words.figure(figure.id()).isBlank()));
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("concepts")
  void sayTheSameInPython(Concept concept, @TempDir Path folder) throws Exception {
    var python = python();
    assumeTrue(python != null, "python3 is not on this machine");
    var text = ConceptWords.of(concept).python();
    var first = text.lines().findFirst().orElseThrow();
    assertTrue(first.startsWith("# prints: "), first);
    var file = Files.writeString(folder.resolve("example.py"), text);
    var process =
        new ProcessBuilder(python, "-u", file.toString()).redirectErrorStream(true).start();
    var printed = new ArrayList<String>();
    try (var out = process.inputReader()) {
      out.lines().forEach(printed::add);
    } finally {
      if (!process.waitFor(PYTHON_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    }
    assertEquals(first.substring("# prints: ".length()), String.join(" | ", printed));
    assertEquals(0, process.waitFor());
  }

  private static String python() {
    for (var folder : System.getenv("PATH").split(java.io.File.pathSeparator)) {
      var file = Path.of(folder, "python3");
      if (Files.isExecutable(file)) {
        return file.toString();
      }
    }
    return null;
  }
}
