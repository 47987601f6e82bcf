package speedup.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import speedup.experiment.SweepReports;

class HistoryCommandTest {
  @TempDir private Path folder;

  private CliRig run(String... arguments) {
    return CliRig.answering().keeping(folder.resolve("data")).run(arguments);
  }

  private CliRig runOnce() {
    return run("run", "numbers-file", "--workers", "2");
  }

  private String id() throws JsonProcessingException {
    return json(run("history", "--json")).at("/0/id").textValue();
  }

  private static JsonNode json(CliRig rig) throws JsonProcessingException {
    assertEquals("", rig.err());
    assertEquals(0, rig.exitCode);
    return new ObjectMapper().readTree(rig.out());
  }

  @Test
  void keepsEveryRunUnlessAskedNotTo() throws JsonProcessingException {
    assertTrue(run("history").out().startsWith("No run is kept yet"));

    runOnce();
    run("run", "numbers-file", "--workers", "2", "--no-save");

    var list = json(run("history", "--json"));
    assertEquals(1, list.size());
    assertEquals("numbers-file", list.at("/0/workload").textValue());
    assertEquals(3.3 / 1.75, list.at("/0/speedup").doubleValue(), 1e-9);
    var text = run("history").out();
    assertTrue(text.contains("1.89x") && text.contains("1.750 s"), text);
  }

  @Test
  void searchesAndLimits() throws JsonProcessingException {
    for (int i = 0; i < 3; i++) {
      runOnce();
    }

    assertEquals(2, json(run("history", "--json", "--limit", "2")).size());
    assertTrue(run("history", "--limit", "2").out().contains("1 more; --limit shows them"));
    assertEquals(3, json(run("history", "--json", "--search", "numb gener")).size());
    assertEquals(0, json(run("history", "--json", "--search", "nothing")).size());
    assertTrue(run("history", "--search", "nothing").out().startsWith("No run has these words"));
    assertEquals(2, run("history", "--limit", "0").exitCode);
  }

  @Test
  void showsARunAgainByTheBeginningOfItsId() throws JsonProcessingException {
    var first = runOnce();
    var id = id();

    var shown = run("history", "show", id.substring(0, 8));
    assertEquals("", shown.err());
    assertEquals(first.out().lines().limit(6).toList(), shown.out().lines().limit(6).toList());
    var json = json(run("history", "show", id, "--json"));
    assertEquals(id, json.get("id").textValue());
    assertEquals(3, json.get("samples").size());
    assertTrue(json.get("speedup").isNumber());
  }

  @Test
  void showsAStudyAsItWasPrinted() throws JsonProcessingException {
    var rig =
        CliRig.answering()
            .studying((request, _) -> CompletableFuture.completedFuture(SweepReports.of(request)))
            .keeping(folder.resolve("data"))
            .run("sweep", "numbers-file");
    assertEquals("", rig.err());

    assertEquals(rig.out().strip(), run("history", "show", id()).out().strip());
    assertTrue(json(run("history", "show", id(), "--json")).get("points").size() > 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "speedup", "csv", "trace"})
  void exportsAndImports(String format) throws IOException {
    runOnce();
    var id = id();
    var file = folder.resolve("run." + format);

    var exported = run("export", id.substring(0, 6), "--to", file.toString());
    assertEquals("", exported.err());
    assertEquals(file + System.lineSeparator(), exported.out());
    assertTrue(Files.size(file) > 100);
    if (format.equals("trace")) {
      assertTrue(Files.readString(file).contains("\"traceEvents\""));
      return;
    }

    var elsewhere = folder.resolve("elsewhere");
    var imported = CliRig.answering().keeping(elsewhere).run("import", file.toString());
    assertEquals(0, imported.exitCode, imported.err());
    assertEquals(format.equals("csv"), imported.err().contains("CSV holds the times alone"));
    var list = CliRig.answering().keeping(elsewhere).run("history", "--json");
    assertEquals(1, json(list).size());
    if (!format.equals("csv")) {
      assertEquals(id + System.lineSeparator(), imported.out());
      assertTrue(run("import", file.toString()).out().contains("is in the history already"));
      assertEquals(1, json(run("history", "--json")).size());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"html", "png", "svg"})
  void exportsForPeople(String format) throws IOException {
    runOnce();
    var file = folder.resolve("run." + format);

    var exported = run("export", id(), "--to", file.toString());

    assertEquals("", exported.err());
    assertTrue(Files.size(file) > 1_000);
    assertSentence(
        2, "\"pie\" is no chart", run("export", id(), "--to", file.toString(), "--chart", "pie"));
  }

  @Test
  void reportsOnTheLastRun() throws IOException {
    assertSentence(2, "no run is kept yet", run("report", "last"));
    runOnce();
    var file = folder.resolve("report.html");

    var reported = run("report", "last", "--to", file.toString());

    assertEquals("", reported.err());
    assertEquals(file + System.lineSeparator(), reported.out());
    assertTrue(Files.readString(file).contains(id()));
    assertSentence(
        2, "make it first", run("report", "last", "--to", folder.resolve("no/a.html").toString()));
  }

  @Test
  void answersWhatCannotBeWithOneSentence() throws IOException {
    runOnce();
    assertSentence(2, "there is no run \"zz\"", run("history", "show", "zz"));
    assertSentence(2, "--to needs a value", run("export", "zz", "--to"));
    assertSentence(2, "is no format", run("export", id(), "--to", "x", "--format", "gif"));
    assertSentence(2, "there is no file", run("import", folder.resolve("none").toString()));
    runOnce();
    assertSentence(2, "begins several ids", run("history", "show", ""));
  }

  @Test
  void runsAllTheSameWhereNothingCanBeKept() throws IOException {
    var inTheWay = Files.writeString(folder.resolve("file"), "x").resolve("data");

    var rig = CliRig.answering().keeping(inTheWay).run("run", "numbers-file", "--json");

    assertEquals(0, rig.exitCode);
    assertEquals(1, rig.err().lines().count(), rig.err());
    assertTrue(rig.err().startsWith("speedup: Runs are not kept: "), rig.err());
    assertTrue(new ObjectMapper().readTree(rig.out()).get("samples").isArray());
    var list = CliRig.answering().keeping(inTheWay).run("history");
    assertEquals(1, list.exitCode);
    assertFalse(list.err().isBlank());
  }

  private static void assertSentence(int exitCode, String words, CliRig rig) {
    assertEquals(exitCode, rig.exitCode, rig.err());
    assertEquals(1, rig.err().lines().count(), rig.err());
    assertTrue(rig.err().contains(words), rig.err());
  }
}
