package speedup.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import speedup.workload.Workloads;

class GenerateCommandTest {
  @TempDir Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(boolean terminal, String... arguments) {
    return Cli.run(
        List.of(arguments),
        new CliContext(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            terminal,
            Workloads::all,
            () -> {
              throw new AssertionError("no lab is needed to make a file");
            },
            CliRig::noHistory,
            CliRig::concepts,
            () -> 2,
            OptionalInt::empty,
            "1.2.3"));
  }

  private String said() {
    return err.toString(StandardCharsets.UTF_8);
  }

  private void assertOneSentence(String words) {
    assertTrue(said().contains(words), said());
    assertEquals(1, said().lines().count(), said());
  }

  @Test
  void makesTheSameFileForTheSameSettings() throws IOException {
    var first = folder.resolve("a.txt");
    var second = folder.resolve("b.txt");
    var settings = new String[] {"--set", "count=1000", "--set", "seed=7"};

    for (var place : List.of(first, second)) {
      var code =
          run(
              false,
              "generate",
              "primes-file",
              "--to",
              place.toString(),
              settings[0],
              settings[1],
              settings[2],
              settings[3]);
      assertEquals(0, code, said());
    }

    assertEquals(1_000, Files.readAllLines(first).size());
    assertEquals(-1, Files.mismatch(first, second));
    assertTrue(out.toString(StandardCharsets.UTF_8).contains("1,000 numbers"));
    assertEquals("", said());
    if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      assertEquals(
          "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(first)));
    }
  }

  @Test
  void writesATaskToChange() throws IOException {
    var place = folder.resolve("Task.java");

    assertEquals(
        0,
        run(false, "generate", "my-code", "--to", place.toString(), "--set", "template=sleep"),
        said());

    assertTrue(Files.readString(place).contains("public static long run(long n)"));
    assertTrue(out.toString(StandardCharsets.UTF_8).contains("from the template sleep"));
  }

  @Test
  void writesNothingOverWhatIsThere() throws IOException {
    var mine = Files.writeString(folder.resolve("mine.txt"), "mine");

    assertEquals(2, run(false, "generate", "primes-file", "--to", mine.toString()));

    assertOneSentence("is not written over; give another place");
    assertEquals("mine", Files.readString(mine));
  }

  @Test
  void saysWhatCannotBeUsed() {
    var place = folder.resolve("x.txt").toString();

    assertEquals(2, run(false, "generate", "sleep", "--to", place));
    assertOneSentence("sleep reads no file or folder");
    err.reset();
    assertEquals(2, run(false, "generate", "primes-file", "--to", place, "--set", "count=0"));
    assertOneSentence("count: 0 is outside");
    err.reset();
    assertEquals(2, run(false, "generate", "primes-file"));
    assertOneSentence("--to needs a value");
  }

  @Test
  void saysWhyItCouldNotBeWritten() throws IOException {
    var file = Files.writeString(folder.resolve("file"), "x");

    assertEquals(
        1, run(false, "generate", "primes-file", "--to", file.resolve("numbers.txt").toString()));

    assertOneSentence("the input could not be written (");
  }

  @Test
  void leavesNothingBehindWhenItIsStopped() throws Exception {
    var place = folder.resolve("large.txt");
    var code = new int[1];
    var thread =
        new Thread(() ->
            code[0] =
                run(
                    true,
                    "generate",
                    "primes-file",
                    "--to",
                    place.toString(),
                    "--set",
                    "count=20000000"));
    thread.start();
    while (!said().contains("%")) {
      Thread.sleep(5);
    }
    thread.interrupt();
    thread.join(10_000);

    assertFalse(thread.isAlive());
    assertEquals(130, code[0]);
    assertTrue(said().contains("it was stopped"), said());
    try (var files = Files.list(folder)) {
      assertEquals(0, files.count());
    }
  }
}
