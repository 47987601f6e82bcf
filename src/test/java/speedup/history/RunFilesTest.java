package speedup.history;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import speedup.history.RunFiles.Format;
import speedup.measure.EngineKind;
import speedup.measure.TraceCodec;

class RunFilesTest {
  @TempDir private Path folder;

  private Path exported(KeptRun run, Format format) throws IOException {
    var file = folder.resolve("run." + format.name().toLowerCase(Locale.ROOT));
    RunFiles.export(run, format, file);
    return file;
  }

  private Path written(String text) throws IOException {
    return Files.writeString(folder.resolve("written"), text);
  }

  @Test
  void givesBackWhatWasExportedAsJson() throws IOException {
    for (var run : List.of(KeptRuns.run(), KeptRuns.study())) {
      var imported = RunFiles.read(exported(run, Format.JSON));

      assertEquals(List.of(), imported.problems());
      assertEquals(run.withTraces(Map.of()), imported.run());
      assertEquals(run.again(), imported.run().again());
      assertEquals(run.studyAgain(), imported.run().studyAgain());
    }
  }

  @Test
  void givesBackTheTraceToo() throws IOException {
    var run = KeptRuns.run();

    var imported = RunFiles.read(exported(run, Format.SPEEDUP));

    assertEquals(List.of(), imported.problems());
    assertEquals(run.withTraces(Map.of()), imported.run().withTraces(Map.of()));
    assertArrayEquals(
        TraceCodec.encode(run.traces().get(EngineKind.PROCESSES)),
        TraceCodec.encode(imported.run().traces().get(EngineKind.PROCESSES)));
  }

  @Test
  void givesBackTheTimesFromCsv() throws IOException {
    var run = KeptRuns.run();

    var imported = RunFiles.read(exported(run, Format.CSV));

    assertEquals(run.runs(), imported.run().runs());
    assertEquals("primes-file", imported.run().request().workload());
    assertEquals(Fingerprint.of(run.environment()), Fingerprint.of(imported.run().environment()));
    assertEquals(1, imported.problems().size(), "what CSV cannot hold");
    assertEquals(
        Findings.of(run.withTraces(Map.of())).analysis().orElseThrow().speedup(),
        Findings.of(imported.run()).analysis().orElseThrow().speedup());
  }

  @Test
  void tellsThatTheContentWasChanged() throws IOException {
    var text = Files.readString(exported(KeptRuns.run(), Format.JSON));

    var spaced = RunFiles.read(written(text.replace("\n", "\n\n")));
    var changed = RunFiles.read(written(text.replace("\"seconds\" : 3.2,", "\"seconds\" : 9.2,")));

    assertEquals(List.of(), spaced.problems(), "space is no content");
    assertEquals(9.2, changed.run().runs().getFirst().sample().seconds());
    assertEquals(1, changed.problems().size());
    assertTrue(changed.problems().getFirst().startsWith("the checksum is another one"));
  }

  @Test
  void showsAllThatIsThereWhereverAFileIsCutOff() throws IOException {
    var bytes = Files.readAllBytes(exported(KeptRuns.run(), Format.JSON));
    int shown = 0;
    for (int length = 1; length < bytes.length - 3; length += 41) {
      var file = Files.write(folder.resolve("cut"), Arrays.copyOf(bytes, length));
      try {
        var imported = RunFiles.read(file);
        assertTrue(imported.problems().getFirst().contains("cut off"), imported::toString);
        assertEquals(3.2, imported.run().runs().getFirst().sample().seconds());
        Findings.of(imported.run());
        shown++;
      } catch (ImportException e) {
        assertTrue(e.getMessage().contains("choose"), e.getMessage());
      }
    }
    assertTrue(shown > 20, "shown " + shown);
  }

  @Test
  void showsTheRunOfAnArchiveWhoseTraceIsCutOff() throws IOException {
    var run = KeptRuns.run().withTraces(Map.of(EngineKind.PROCESSES, KeptRuns.trace(5_000)));
    var bytes = Files.readAllBytes(exported(run, Format.SPEEDUP));
    int trace = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("PK\3\4", 4);

    var imported =
        RunFiles.read(Files.write(folder.resolve("cut"), Arrays.copyOf(bytes, trace + 60)));

    assertEquals(run.withTraces(Map.of()), imported.run());
    assertTrue(imported.problems().getFirst().contains("timeline"), imported::toString);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "\"seconds\" : 3.2, | \"seconds\" : 0, | seconds is no number from",
        "\"seconds\" : 3.2, | \"seconds\" : -1, | (-1); it is missing for this run",
        "\"seconds\" : 3.2, | \"seconds\" : \"NaN\", | (\"NaN\"); it is missing for this run",
        "\"seconds\" : 3.2, | \"seconds\" : 1e300, | seconds is no number from",
        "\"seconds\" : 3.2, | \"seconds\" : \"3,2\", | (\"3,2\"); it is missing for this run",
        "\"workers\" : 1, | \"workers\" : 1.5, | workers is no whole number",
        "\"engine\" : \"sequential\", | \"engine\" : \"gpu\", | the engine \"gpu\" is not known",
      })
  void leavesOutARunThatCannotBeAndNamesItsLine(String right, String wrong, String sentence)
      throws IOException {
    var text = Files.readString(exported(KeptRuns.run(), Format.JSON));
    int samples = text.indexOf("\"samples\"");
    var changed =
        text.substring(0, samples)
            + text.substring(samples).replaceFirst(Pattern.quote(right), wrong);

    var imported = RunFiles.read(written(changed));

    var line = text.substring(0, text.indexOf('{', samples)).lines().count();
    assertEquals(3, imported.run().runs().size());
    var told = imported.problems().stream().filter(problem -> problem.contains(sentence)).toList();
    assertEquals(1, told.size(), imported.problems().toString());
    assertTrue(
        told.getFirst().startsWith("line %d: samples[0]".formatted(line))
            || told.getFirst().startsWith("the engine"),
        told.getFirst());
    assertTrue(Findings.of(imported.run()).analysis().isPresent());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "sequential,1,0 | line 3: seconds is no number from",
        "sequential,1,-2 | line 3: seconds is no number from",
        "sequential,1,NaN | line 3: seconds is no number from",
        "sequential,1,\"3,2\" | line 3: seconds has a decimal comma; write a point",
        "sequential,1 | line 3: seconds is no number",
        "sequential,0,3 | line 3: workers is no number from",
        "gpu,1,3 | line 3: engine is none that is known",
        "sequ | line 3: engine is none that is known",
      })
  void namesTheLineOfCsvThatCannotBe(String line, String sentence) throws IOException {
    var imported =
        RunFiles.read(written("engine,workers,seconds\nsequential,1,3.2\n%s\n".formatted(line)));

    assertEquals(1, imported.run().runs().size());
    assertTrue(
        imported.problems().stream().anyMatch(problem -> problem.startsWith(sentence)),
        imported.problems().toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "[1] | there is no timed run",
        "{} | there is no timed run in it",
        "{\"samples\": 7} | there is no timed run in it",
        "{\"format\": \"other\"} | its format is not \"speedup-run\"",
        "{\"samples\": [} | there is no timed run",
        "{nonsense | line 1 is no JSON",
        "engine;workers;seconds | there is no timed run",
        "engine,workers,time\\nx,1,2 | there is no column \"seconds\"",
        "PK\\3\\4rubbish | there is no run in it",
      })
  void refusesWithASentenceWhatHoldsNothing(String text, String sentence) throws IOException {
    var file = written(text.translateEscapes());

    var failure = assertThrows(ImportException.class, () -> RunFiles.read(file));

    assertTrue(failure.getMessage().contains(sentence), failure.getMessage());
    assertTrue(failure.getMessage().startsWith(file.toString()), failure.getMessage());
  }

  @Test
  void refusesWhatIsTooLargeOrNotThere() throws IOException {
    var huge = folder.resolve("huge");
    try (var file = new RandomAccessFile(huge.toFile(), "rw")) {
      file.setLength(RunFiles.LARGEST + 1L);
    }

    assertTrue(message(huge).contains("256 MB"), message(huge));
    assertTrue(message(folder.resolve("none")).contains("there is no file"));
    assertTrue(message(written("")).contains("it is empty"));
  }

  private static String message(Path file) {
    return assertThrows(ImportException.class, () -> RunFiles.read(file)).getMessage();
  }

  @Test
  void readsDeepNestingAndRandomBytesAsASentence() throws IOException {
    var deep = written("{\"samples\":" + "[".repeat(100_000));
    assertTrue(message(deep).contains("choose"));
    var random = new Random(1);
    for (int i = 0; i < 200; i++) {
      var bytes = new byte[random.nextInt(300)];
      random.nextBytes(bytes);
      if (bytes.length > 0 && i % 2 == 0) {
        bytes[0] = '{';
      }
      assertTrue(message(Files.write(folder.resolve("random"), bytes)).contains("choose"));
    }
  }

  @Test
  void exportsIntoTheirPlaceOrSaysWhyNot() throws IOException {
    var file = Files.writeString(folder.resolve("there"), "before", StandardCharsets.UTF_8);
    RunFiles.export(KeptRuns.run(), Format.CSV, file);
    assertTrue(Files.readString(file).startsWith("engine,workers,repeat,seconds"));
    try (var files = Files.list(folder)) {
      assertEquals(1, files.count(), "nothing half-written is left");
    }

    var nowhere = folder.resolve("no/run.json");
    var run = KeptRuns.study();
    assertTrue(
        assertThrows(IOException.class, () -> RunFiles.export(run, Format.JSON, nowhere))
            .getMessage()
            .startsWith("there is no folder"));
    assertTrue(
        assertThrows(IOException.class, () -> RunFiles.export(run, Format.TRACE, file))
            .getMessage()
            .contains("has no trace"));
  }
}
