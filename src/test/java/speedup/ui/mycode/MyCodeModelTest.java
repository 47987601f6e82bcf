package speedup.ui.mycode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import speedup.ui.mycode.MyCodeModel.Check;
import speedup.workload.MyCode;
import speedup.workload.OwnSources;
import speedup.workload.SourceProblem;

class MyCodeModelTest {
  private static final String GOOD =
      "public class Task { public static long run(long n) { return n; } }\n";
  private static final String WRONG = GOOD.replace("return n", "return \"\"");

  @TempDir Path folder;

  private final List<Runnable> later = new ArrayList<>();
  private final List<Map<String, String>> runs = new ArrayList<>();
  private int refused;

  private MyCodeModel model() {
    return new MyCodeModel(
        new MyCodeModel.Places(
            MyCode::problems, folder.resolve("cache"), Runnable::run, Runnable::run));
  }

  private void run(MyCodeModel model) {
    model.compileAndRun(runs::add, () -> refused++);
  }

  private Path file(String name, String text) throws Exception {
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void beginsWithATemplateThatCompiles() {
    var model = model();

    assertEquals(Check.FINE, model.checkProperty().get());
    assertEquals("Task.java", model.name());
    assertFalse(model.unsavedProperty().get());
  }

  @Test
  void everyTemplateCompilesWithoutAWord() {
    var model = model();
    for (var template : OwnSources.templates()) {
      model.startFrom(template);
      assertEquals(List.of(), model.problemsProperty().get(), template);
      assertEquals(Check.FINE, model.checkProperty().get(), template);
    }
  }

  @Test
  void saysWhereAnErrorIs() {
    var model = model();
    model.textProperty().set("\n" + WRONG);
    assertEquals(Check.UNKNOWN, model.checkProperty().get());
    model.compile();

    assertEquals(Check.WRONG, model.checkProperty().get());
    var found = model.problemsProperty().get().getFirst();
    assertEquals(2, found.line());
    assertTrue(found.error());
  }

  @Test
  void forgetsWhatTheCompilerSaysOfATextThatHasChanged() {
    var model =
        new MyCodeModel(
            new MyCodeModel.Places(MyCode::problems, folder, later::add, Runnable::run));
    model.textProperty().set(WRONG);
    model.compile();
    model.textProperty().set(GOOD);
    later.forEach(Runnable::run);

    assertEquals(List.of(), model.problemsProperty().get());
    assertEquals(Check.UNKNOWN, model.checkProperty().get());
  }

  @Test
  void aCompilerThatFailsIsToldOf() {
    var model =
        new MyCodeModel(
            new MyCodeModel.Places(
                (_, _) -> {
                  throw new IllegalStateException("deep");
                },
                folder,
                Runnable::run,
                Runnable::run));

    assertEquals(Check.UNKNOWN, model.checkProperty().get());
    assertTrue(model.failureProperty().get().contains("deep"));
    assertTrue(model.failureProperty().get().contains("simpler"));
  }

  @Test
  void runsACopyThatStaysAsItIs() throws Exception {
    var model = model();
    model.textProperty().set(GOOD);
    run(model);
    model.textProperty().set(GOOD + "// more\n");
    run(model);

    var first = Path.of(runs.getFirst().get("source"));
    assertEquals(2, runs.size());
    assertEquals(GOOD, Files.readString(first));
    assertEquals("Task.java", first.getFileName().toString());
    assertNotEquals(runs.getFirst(), runs.getLast());
    assertTrue(model.unsavedProperty().get());
  }

  @Test
  void runsNothingWithAnError() {
    var model = model();
    model.textProperty().set(WRONG);
    run(model);

    assertEquals(List.of(), runs);
    assertEquals(1, refused);
    assertEquals(Check.WRONG, model.checkProperty().get());
  }

  @Test
  void opensAndSavesAFileWithItsLineEnds() throws Exception {
    var file = file("Mine.java", GOOD.replace("\n", "\r\n"));
    var model = model();
    model.open(file);
    assertEquals(GOOD, model.textProperty().get());
    assertEquals("Mine.java", model.name());

    var saved = new ArrayList<String>();
    model.textProperty().set(GOOD + "\n");
    assertTrue(model.unsavedProperty().get());
    model.save(file, () -> saved.add("saved"));

    assertEquals(List.of("saved"), saved);
    assertFalse(model.unsavedProperty().get());
    assertEquals((GOOD + "\n").replace("\n", "\r\n"), Files.readString(file));
  }

  @Test
  void keepsTheTextWhereAFileCannotBeOpened() throws Exception {
    var model = model();
    model.textProperty().set(GOOD);
    var bad = Files.write(folder.resolve("Bad.java"), "é".getBytes(StandardCharsets.ISO_8859_1));
    for (var file : List.of(bad, folder, folder.resolve("None.java"), file("Empty.java", ""))) {
      model.open(file);
      assertFalse(model.failureProperty().get().isEmpty(), file.toString());
      assertEquals(GOOD, model.textProperty().get());
      assertEquals(Optional.empty(), model.fileProperty().get());
    }
    model.open(file("Good.java", GOOD));
    assertEquals("", model.failureProperty().get());
  }

  @Test
  void staysUnsavedWhereAFileCannotBeWritten() throws Exception {
    var model = model();
    model.textProperty().set(GOOD);
    var inAFile = file("file", "no folder").resolve("Task.java");
    var saved = new ArrayList<String>();
    model.save(inAFile, () -> saved.add("saved"));

    assertEquals(List.of(), saved);
    assertTrue(model.unsavedProperty().get());
    assertTrue(model.failureProperty().get().contains("cannot be written"));
  }

  @Test
  void problemsAreOfTheCompilerAndNothingIsRun() {
    var model = model();
    model.textProperty().set("public class Task { public static void run(long n) {} }");
    run(model);

    assertEquals(
        List.of(true), model.problemsProperty().get().stream().map(SourceProblem::error).toList());
    assertTrue(model.problemsProperty().get().getFirst().sentence().contains("returns nothing"));
  }
}
