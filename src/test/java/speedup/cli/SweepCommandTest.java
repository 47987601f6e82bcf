package speedup.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import speedup.experiment.RunRequest;
import speedup.experiment.SweepReports;
import speedup.measure.EngineKind;
import speedup.measure.Phase;
import speedup.measure.RunEvent;
import speedup.workload.InputException;

class SweepCommandTest {
  /** A lab that answers every study with one that is known. */
  private static CliRig rig() {
    return CliRig.answering()
        .studying((request, _) -> CompletableFuture.completedFuture(SweepReports.of(request)));
  }

  private static JsonNode json(String... arguments) throws Exception {
    var all = new ArrayList<>(List.of("sweep", "numbers-file", "--json"));
    all.addAll(List.of(arguments));
    var rig = rig().run(all.toArray(String[]::new));
    assertEquals(0, rig.exitCode, rig.err());
    return new ObjectMapper().readTree(rig.out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"--workers", "--chunks", "--weak --workers"})
  void saysOnceThatOtherProgramsDisturbedTheRuns(String options) {
    var arguments = new ArrayList<>(List.of("sweep", "numbers-file"));
    arguments.addAll(List.of(options.split(" ")));
    arguments.add("1,2,4");
    var rig =
        CliRig.answering()
            .studying(
                (request, _) -> CompletableFuture.completedFuture(SweepReports.disturbed(request)))
            .run(arguments.toArray(String[]::new));

    assertEquals(0, rig.exitCode, rig.err());
    assertEquals(
        1, rig.out().lines().filter(line -> line.contains("ther programs used")).count(), rig::out);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--workers", "--chunks", "--weak --workers"})
  void saysItAtOnePlaceInJsonToo(String options) throws Exception {
    var arguments = new ArrayList<>(List.of("sweep", "numbers-file", "--json"));
    arguments.addAll(List.of(options.split(" ")));
    arguments.add("1,2,4");
    var rig =
        CliRig.answering()
            .studying(
                (request, _) -> CompletableFuture.completedFuture(SweepReports.disturbed(request)))
            .run(arguments.toArray(String[]::new));

    assertEquals(1, rig.out().split("ther programs used", -1).length - 1, rig::out);
    var notes = new ObjectMapper().readTree(rig.out()).get("notes").toString();
    assertTrue(notes.contains("ther programs used"), notes);
  }

  @Test
  void studiesWorkersUpToTheLogicalCoresByDefault() {
    var asked = rig().run("sweep", "numbers-file").studied();

    assertEquals(List.of(1, 2, 4), asked.workers());
    assertEquals(7, asked.run().repeats());
    assertEquals(RunRequest.COMPARE, asked.run().engines());
    assertEquals(OptionalInt.of(50), asked.run().chunk());
    assertEquals(RunRequest.Start.WARM, asked.run().start());
    assertTrue(asked.chunks().isEmpty());
  }

  @Test
  void hearsEveryOption() {
    var asked =
        rig()
            .run(
                "sweep",
                "numbers-file",
                "--workers",
                "4,2",
                "--chunks",
                "10,1",
                "--sizes",
                "1,2",
                "--engine",
                "threads",
                "--repeat",
                "5",
                "--seed",
                "9",
                "--set",
                "count=20",
                "--cold")
            .studied();

    assertEquals(List.of(2, 4), asked.workers());
    assertEquals(List.of(1, 10), asked.chunks());
    assertEquals(List.of(1, 2), asked.sizes());
    assertEquals(EngineKind.THREADS, asked.engine());
    assertEquals(5, asked.run().repeats());
    assertEquals(9, asked.seed());
    assertEquals(Map.of("count", "20"), asked.run().settings());
    assertEquals(RunRequest.Start.COLD, asked.run().start());
  }

  @Test
  void studiesChunksOnOneWorkerCountUnlessToldOtherwise() {
    assertEquals(
        List.of(4), rig().run("sweep", "numbers-file", "--chunks", "1,10").studied().workers());
  }

  @Test
  void tellsPointsFitsAndPredictionsInWords() {
    var out = rig().run("sweep", "numbers-file", "--workers", "2,3,4,6").out();

    assertTrue(out.contains("168 primes among 1,000 numbers"), out);
    assertTrue(out.contains("35 runs in random order (seed "), out);
    assertTrue(out.contains("4 processes"), out);
    assertTrue(out.contains("serial fraction 1"), out);
    assertTrue(out.contains("prediction for cores like these, not measured:"), out);
    assertTrue(out.contains("64 cores"), out);
    assertTrue(out.contains("Note: 2 lines were skipped"), out);
    var rows = out.lines().filter(line -> line.endsWith(" 7")).toList();
    assertEquals(5, rows.size(), out);
    assertTrue(rows.stream().allMatch(row -> row.length() <= 100), out);
  }

  @Test
  void tellsTheSameKeysAsARunWhereTheyMeanTheSame() throws Exception {
    var study = json("--workers", "2,3,4,6");
    var run =
        new ObjectMapper().readTree(CliRig.answering().run("run", "numbers-file", "--json").out());

    for (var key :
        List.of(
            "request",
            "environment",
            "settings",
            "input",
            "notes",
            "items",
            "samples",
            "result",
            "serialFraction",
            "serialFractionReason",
            "ceiling",
            "dispatchMicros",
            "verdict")) {
      assertTrue(study.has(key), key);
      assertTrue(run.has(key), key);
    }
    var names = new ArrayList<String>();
    run.get("request").fieldNames().forEachRemaining(names::add);
    names.forEach(name -> assertTrue(study.get("request").has(name), name));
    assertEquals(35, study.get("samples").size());
    assertEquals(0.1, study.get("serialFraction").get("value").asDouble(), 0.05);
    assertEquals(5, study.get("points").size());
    assertEquals("sequential", study.get("points").get(0).get("engine").asText());
    assertTrue(study.get("points").get(4).get("speedup").asDouble() > 3);
    assertTrue(study.get("fits").get("amdahl").get("serialFraction").has("low"));
    assertTrue(study.get("fits").get("predictions").size() > 3);
    assertEquals(2, study.get("study").get("workers").get(0).asInt());
  }

  @Test
  void tellsAWeakStudy() throws Exception {
    var study = json("--workers", "2,4", "--weak");

    assertTrue(study.get("weak").get("serialShare").get("value").asDouble() > 0);
    assertTrue(study.get("points").get(1).get("scaledSpeedup").asDouble() > 1);
    assertTrue(study.get("serialFraction").isNull());
    assertTrue(
        rig()
            .run("sweep", "numbers-file", "--weak", "--workers", "2,4")
            .out()
            .contains("Gustafson"));
  }

  @Test
  void tellsTheBestChunkAndTheSizeFromWhichParallelWins() throws Exception {
    var study = json("--workers", "4", "--chunks", "1,10,100,1000", "--repeat", "5");
    assertEquals(100, study.get("chunks").get(0).get("best").asLong());
    assertTrue(study.get("serialFraction").isNull());
    assertTrue(study.get("fits").isNull());

    var sizes = json("--workers", "4", "--sizes", "1,2,4", "--repeat", "5");
    assertEquals(1, sizes.get("sizes").get(0).get("winsFrom").asInt());
    assertEquals(6, sizes.get("points").size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sweep | WORKLOAD is missing",
        "sweep numbers-file --workers 1,two | --workers \"two\" is not a whole number",
        "sweep numbers-file --workers 1,,2 | --workers \"\" is not a whole number",
        "sweep numbers-file --workers 0 | workers: 0 is outside 1 to 64",
        "sweep numbers-file --sizes 65 | sizes: 65 is outside 1 to 64",
        "sweep numbers-file --chunks 0 | chunks: 0 is outside 1 to",
        "sweep numbers-file --weak --sizes 1,2 | in a weak study the workers decide the size",
        "sweep numbers-file --engine sequential | a study compares an engine with the baseline",
        "sweep numbers-file --engine threads,processes | a study is about one engine",
        "sweep numbers-file --repeat 0 | repeat: 0 is outside 1 to 1,000",
        "sweep numbers-file --seed x | --seed",
        "sweep numbers-file --warm --cold | two different experiments",
        "sweep numbers-file --worker 2 | did you mean \"--workers\"?",
      })
  void answersBadUsageWithOneSentence(String line, String sentence) {
    var rig = rig().run(line.split(" "));

    assertTrue(rig.err().contains(sentence), rig.err());
    assertEquals(1, rig.err().lines().count(), rig.err());
    assertEquals("", rig.out());
    assertEquals(2, rig.exitCode);
    assertNull(rig.studied());
  }

  @Test
  void endsWithTwoWhenTheInputCannotBeUsed() {
    var rig =
        CliRig.answering()
            .studying((_, _) ->
                CompletableFuture.failedFuture(
                    new CompletionException(new InputException("file", "no such file: x"))))
            .run("sweep", "numbers-file");

    assertEquals("speedup: no such file: x" + System.lineSeparator(), rig.err());
    assertEquals(2, rig.exitCode);
    assertTrue(rig.labClosed());
  }

  @Test
  void tellsHowFarItIs() {
    var request = SweepReports.request(List.of(2, 4), List.of(), List.of(1), false, 2);
    var clock = new long[1];
    var progress = new SweepProgress(request, 4, () -> clock[0]);
    assertEquals("preparing the input", progress.now().label());
    progress.accept(new RunEvent.PhaseStarted(0, Phase.MEASURE));
    progress.accept(new RunEvent.RunStarted(0, EngineKind.SEQUENTIAL, 1, 1, 2, 10));
    assertTrue(Double.isNaN(progress.now().secondsLeft()));
    var runs = SweepReports.runs(request);
    for (int i = 0; i < 3; i++) {
      clock[0] += 1_000_000_000L;
      progress.accept(new RunEvent.RunFinished(clock[0], runs.get(i), List.of()));
    }
    progress.accept(new RunEvent.RunStarted(0, EngineKind.PROCESSES, 4, 2, 2, 10));

    var now = progress.now();
    assertEquals("3 of 6 runs, processes on 4 workers", now.label());
    assertEquals(0.5, now.fraction(), 1e-9);
    // a round took about 2 + 1.1 + 0.65 seconds
    assertEquals(4, now.secondsLeft(), 0.5);
  }
}
