package speedup.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import speedup.experiment.RunRequest;
import speedup.experiment.RunRequest.Start;
import speedup.measure.EngineKind;

class RunCommandTest {
  @Test
  void usesTheWorkersOfTheSettingsWhereNoneAreGiven() {
    assertEquals(3, CliRig.answering().usually(3).run("run", "numbers-file").asked().workers());
    assertEquals(
        2,
        CliRig.answering()
            .usually(3)
            .run("run", "numbers-file", "--workers", "2")
            .asked()
            .workers());
  }

  @Test
  void asksForAWarmComparisonOnAllCoresByDefault() {
    var asked = CliRig.answering().run("run", "numbers-file").asked();

    assertEquals("numbers-file", asked.workload());
    assertEquals(Map.of(), asked.settings());
    assertEquals(RunRequest.COMPARE, asked.engines());
    assertEquals(4, asked.workers());
    assertEquals(OptionalInt.of(50), asked.chunk());
    assertEquals(3, asked.repeats());
    assertEquals(Start.WARM, asked.start());
  }

  @Test
  void hearsEveryOption() {
    var asked =
        CliRig.answering()
            .run(
                "run",
                "--workers=2",
                "numbers-file",
                "--set",
                "count=20",
                "--set=bad=stop",
                "--repeat",
                "7",
                "--chunk",
                "9",
                "--cold",
                "--engine",
                "processes")
            .asked();

    assertEquals(Map.of("count", "20", "bad", "stop"), asked.settings());
    assertEquals(2, asked.workers());
    assertEquals(OptionalInt.of(9), asked.chunk());
    assertEquals(7, asked.repeats());
    assertEquals(Start.COLD, asked.start());
  }

  @Test
  void keepsAnEqualsSignInsideAValue() {
    var asked = CliRig.answering().run("run", "numbers-file", "--set", "file=a=b.txt").asked();

    assertEquals(Map.of("file", "a=b.txt"), asked.settings());
  }

  @Test
  void runsTheBaselineAloneOnOneWorker() {
    var asked = CliRig.answering().run("run", "numbers-file", "--engine", "sequential").asked();

    assertEquals(RunRequest.BASELINE, asked.engines());
    assertEquals(1, asked.workers());
  }

  @Test
  void comparesTheEnginesThatAreNamedInTheirOrder() {
    var asked =
        CliRig.answering()
            .run("run", "numbers-file", "--engine", "threads-one-lock,processes,sequential")
            .asked();

    assertEquals(
        List.of(EngineKind.SEQUENTIAL, EngineKind.THREADS_ONE_LOCK, EngineKind.PROCESSES),
        asked.engines());
    assertEquals(List.of(EngineKind.THREADS_ONE_LOCK, EngineKind.PROCESSES), asked.compared());
    assertEquals(4, asked.workers());
  }

  @Test
  void takesTheInputByItsPath() {
    var asked = CliRig.answering().run("run", "numbers-file", "--input", "a b.txt").asked();

    assertEquals(Map.of("file", "a b.txt"), asked.settings());
  }

  @Test
  void leavesTheChunkToTheProgramWhenAskedTo() {
    var asked = CliRig.answering().run("run", "numbers-file", "--chunk", "auto").asked();

    assertEquals(OptionalInt.empty(), asked.chunk());
  }

  @Test
  void letsOptionsGoBeforeThePreset() {
    var asked =
        CliRig.answering()
            .run("run", "numbers-file", "--set", "count=5", "--workers", "2", "--preset", "lesson")
            .asked();

    assertEquals(Map.of("count", "5", "bad", "stop"), asked.settings());
    assertEquals(2, asked.workers());
    assertEquals(OptionalInt.of(7), asked.chunk());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "run numbers-fill | there is no workload \"numbers-fill\", did you mean \"numbers-file\"?;"
            + " \"speedup list\" shows all of them",
        "run zzz | there is no workload \"zzz\"; \"speedup list\" shows all of them",
        "run | WORKLOAD is missing; \"speedup run --help\" shows what it takes",
        "run numbers-file --workers 0 | workers: 0 is outside 1 to 64",
        "run numbers-file --workers 10,000 | workers: 10,000 is outside 1 to 64",
        "run numbers-file --workers -1 | workers: -1 is outside 1 to 64",
        "run numbers-file --chunk -5 | chunk: -5 is not possible",
        "run numbers-file --workers | --workers needs a value: N",
        "run @numbers-file | there is no workload",
        "run numbers-file --workers 99999999999 | \"99999999999\" is too large",
        "run numbers-file --workers two | \"two\" is not a whole number",
        "run numbers-file --chunk 0 | chunk: 0 is not possible; give 1 or more items, or auto",
        "run numbers-file --chunk x | --chunk \"x\" is not a whole number; give 1 or more items",
        "run numbers-file --repeat 0 | repeat: 0 is outside 1 to 1,000",
        "run numbers-file --set count | --set \"count\" is no key=value",
        "run numbers-file --set cuont=1 | there is no setting \"cuont\"",
        "run numbers-file --set cuont=1 | did you mean \"count\"?",
        "run numbers-file --set count=-5 | count: -5 is outside 1 to 1,000",
        "run numbers-file --set count=1 --set count=2 | --set count is given twice",
        "run numbers-file --preset x | numbers-file has no preset \"x\"; it has lesson",
        "run numbers-file --engine gpu | \"gpu\" is not one of sequential, processes, threads",
        "run numbers-file --engine thraeds | did you mean \"threads\"?",
        "run numbers-file --engine threads,threads | --engine names threads twice",
        "run numbers-file --engine threads, | \"\" is not one of sequential",
        "run numbers-file --input a --set file=b | --input and --set file are the same setting",
        "run numbers-file --warm --cold | two different experiments",
        "run numbers-file extra | \"extra\" is not understood",
        "run numbers-file --wrokers 2 | did you mean \"--workers\"?",
        "rnu numbers-file | \"rnu\" is not understood, did you mean \"run\"?",
        "--json | \"--json\" is not understood",
      })
  void answersBadUsageWithOneSentence(String line, String sentence) {
    var rig = CliRig.answering().run(line.split(" "));

    assertTrue(rig.err().contains(sentence), rig.err());
    assertEquals(1, rig.err().lines().count(), rig.err());
    assertEquals("", rig.out());
    assertEquals(2, rig.exitCode);
    assertNull(rig.asked());
  }

  @Test
  void showsProgressOnATerminalOnly() {
    assertEquals("", CliRig.answering().run("run", "numbers-file").err());
    assertEquals("", CliRig.answering().onTerminal().run("run", "numbers-file", "--json").err());
    assertTrue(CliRig.answering().onTerminal().run("run", "numbers-file").err().contains("\r"));
  }
}
