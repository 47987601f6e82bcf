package speedup.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import speedup.experiment.ExperimentFailedException;
import speedup.workload.InputException;

class CliTest {
  @Test
  void endsWithZeroAndAClosedLabWhenTheRunIsDone() {
    var rig = CliRig.answering().run("run", "numbers-file");

    assertEquals(0, rig.exitCode);
    assertTrue(rig.labClosed());
  }

  @Test
  void endsWithTwoWhenTheInputCannotBeUsed() {
    var rig =
        CliRig.failing(new CompletionException(new InputException("file", "no such file: x")))
            .run("run", "numbers-file", "--json");

    assertEquals("speedup: no such file: x" + System.lineSeparator(), rig.err());
    assertEquals("", rig.out());
    assertEquals(2, rig.exitCode);
    assertTrue(rig.labClosed());
  }

  @Test
  void endsWithOneWhenTheRunFailed() {
    var rig =
        CliRig.failing(new ExperimentFailedException("two results differ", null))
            .run("run", "numbers-file");

    assertEquals("speedup: two results differ" + System.lineSeparator(), rig.err());
    assertEquals(1, rig.exitCode);
    assertTrue(rig.labClosed());
  }

  @Test
  void endsAsShellsExpectWhenTheRunWasStopped() {
    var rig = CliRig.failing(new CancellationException()).run("run", "numbers-file");

    assertEquals("speedup: the run was stopped" + System.lineSeparator(), rig.err());
    assertEquals(130, rig.exitCode);
  }

  @Test
  void saysHowToSeeMoreOfAnErrorInsideTheProgram() {
    var rig =
        CliRig.failing(new IllegalStateException("a\nb")).onTerminal().run("run", "numbers-file");
    var sentence = rig.err().substring(rig.err().lastIndexOf('\r') + 1);

    assertTrue(sentence.contains("(java.lang.IllegalStateException: a)"), sentence);
    assertTrue(sentence.contains("-Dspeedup.debug=true"), sentence);
    assertEquals(1, sentence.lines().count(), sentence);
    assertEquals(1, rig.exitCode);
    assertTrue(rig.labClosed());
  }

  @Test
  void endsWithTwoWhenTheLabCannotOpen() {
    var rig =
        new CliRig(
                _ -> {
                  throw new UncheckedIOException("the folder /x is read-only", new IOException());
                })
            .run("run", "numbers-file");

    assertEquals("speedup: the folder /x is read-only" + System.lineSeparator(), rig.err());
    assertEquals(2, rig.exitCode);
  }

  @Test
  void takesAClosedOutputCalmly() {
    var closed =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("Broken pipe");
          }
        };
    var err = new java.io.ByteArrayOutputStream();

    int code =
        Cli.run(
            List.of("list"),
            new CliContext(
                new PrintStream(closed),
                new PrintStream(err),
                false,
                () -> List.of(new NumbersWorkload()),
                () -> new ScriptedLab(_ -> null),
                CliRig::noHistory,
                CliRig::concepts,
                () -> 2,
                OptionalInt::empty,
                ""));

    assertEquals(1, code);
    assertEquals(1, err.toString().lines().count(), err.toString());
    assertTrue(err.toString().contains("could not be written"), err.toString());
  }

  @Test
  void showsHelpAndVersionOnStandardOutput() {
    var help = CliRig.answering().run("--help");
    assertTrue(help.out().contains("list") && help.out().contains("run"), help.out());
    assertEquals(0, help.exitCode);

    var version = CliRig.answering().run("--version");
    assertEquals("speedup 1.2.3" + System.lineSeparator(), version.out());
    assertEquals(0, version.exitCode);

    var run = CliRig.answering().run("run", "--help");
    assertTrue(run.out().contains("--workers"), run.out());
    assertFalse(run.out().contains("null"), run.out());
    assertEquals("", run.err());
  }
}
