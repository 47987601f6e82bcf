package speedup.workload;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberFileTest {
  private static final NumberFile.Limits LIMITS = new NumberFile.Limits(50_000_000, 1_000_000);

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void nameFile() {
    file = folder.resolve("numbers.txt");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1\n2\n3\n",
        "1\n2\n3",
        "1\r\n2\r\n3\r\n",
        "1\r2\r3",
        "\uFEFF1\n2\n3\n",
        "\n\n1\n   \n2\n\t\n3\n\n",
        "  1\n\t2  \n 3\t",
        "+1\n002\n3",
        "1\n2\n\u2003\u20033\n"
      })
  void readsOneNumberALine(String text) throws Exception {
    var read = read(text);
    assertArrayEquals(new long[] {1, 2, 3}, all(read));
    assertEquals(0, read.rejectedLines());
    assertEquals(List.of(), read.notes());
  }

  @Test
  void readsSignedNumbersUpToTheLimitsOfALong() throws Exception {
    assertArrayEquals(
        new long[] {-5, Long.MAX_VALUE, Long.MIN_VALUE, 999_999_999_999_999_999L},
        all(read("-5\n9223372036854775807\n-9223372036854775808\n999999999999999999")));
  }

  @Test
  void countsAndShowsLinesThatAreNoNumbers() throws Exception {
    var read = read("1\n\nabc\n2.5\n9223372036854775808\n2\n-\n");
    assertArrayEquals(new long[] {1, 2}, all(read));
    assertEquals(4, read.rejectedLines());
    assertEquals(
        List.of(
            "4 lines are no whole numbers and were skipped: line 3 \"abc\", line 4 \"2.5\","
                + " line 5 \"9223372036854775808\", line 7 \"-\""),
        read.notes());
  }

  @Test
  void saysOneLineInTheSingular() throws Exception {
    assertEquals(
        List.of("1 line is no whole number and was skipped: line 2 \"x\""), read("1\nx\n").notes());
  }

  @Test
  void showsOnlyTheFirstFiveBadLines() throws Exception {
    var read = read("1\n" + "x\n".repeat(1_000));
    assertEquals(1_000, read.rejectedLines());
    assertEquals(5, read.firstRejected().size());
    assertTrue(read.notes().getFirst().endsWith("line 6 \"x\", …"));
  }

  @Test
  void shortensBadLinesAndRemovesControlCharacters() throws Exception {
    var read = read("1\n\u001b[31mred\u202E\u0007" + "y".repeat(100) + "\n");
    assertEquals("line 2 \"[31mred" + "y".repeat(33) + "…\"", read.firstRejected().getFirst());
  }

  @Test
  void takesBytesThatAreNoUtf8AsABadLine() throws Exception {
    Files.write(file, new byte[] {'1', '\n', (byte) 0xC3, (byte) 0x28, '\n', '2', (byte) 0xFF});
    var read = read();
    assertArrayEquals(new long[] {1}, all(read));
    assertEquals(2, read.rejectedLines());
  }

  @Test
  void survivesALineThatIsLongerThanEveryBuffer() throws Exception {
    var read = read("1\n" + "7".repeat(3_000_000) + "\n2\n");
    assertArrayEquals(new long[] {1, 2}, all(read));
    assertEquals("line 2 \"" + "7".repeat(40) + "…\"", read.firstRejected().getFirst());
  }

  @Test
  void readsNumbersAcrossTheBordersOfItsBuffer() throws Exception {
    var text = new StringBuilder();
    for (var i = 0; i < 200_000; i++) {
      text.append(i).append("\r\n");
    }
    var numbers = all(read(text.toString()));
    assertEquals(200_000, numbers.length);
    for (var i = 0; i < numbers.length; i++) {
      assertEquals(i, numbers[i]);
    }
  }

  @Test
  void stopsAtTheFirstBadLineWhenAsked() throws Exception {
    Files.writeString(file, "1\n2\nthree\n4\nfive\n");
    var failure =
        assertThrows(
            InputException.class, () -> NumberFile.read(file, true, LIMITS, InProcess.in(folder)));
    assertEquals("file", failure.parameter().orElseThrow());
    assertTrue(failure.getMessage().startsWith("line 3 \"three\" of "));
    assertTrue(failure.getMessage().endsWith("correct it, or set bad-lines to skip"));
  }

  @Test
  void refusesWhatIsNoFileOfNumbers() throws Exception {
    assertRefused(file, "does not exist");
    assertRefused(folder, "is a folder");
    Files.writeString(file, "");
    assertRefused(file, "is empty");
    Files.writeString(file, "\n  \n");
    assertRefused(file, "has only blank lines");
    Files.writeString(file, "name\nvalue\n");
    assertRefused(file, "has no whole number (line 1 \"name\" is not one)");
    Files.write(file, "1\n2\n".getBytes(StandardCharsets.UTF_16));
    assertRefused(file, "is stored as UTF-16");
    Files.write(file, "\uFEFF1\n2\n".getBytes(StandardCharsets.UTF_16LE));
    assertRefused(file, "is stored as UTF-16");
  }

  @Test
  void refusesAFileThatMayNotBeRead() throws Exception {
    Files.writeString(file, "1\n");
    Assumptions.assumeTrue(Files.getFileStore(file).supportsFileAttributeView("posix"));
    Files.setPosixFilePermissions(file, Set.of());
    Assumptions.assumeFalse(Files.isReadable(file), "the super-user may read everything");
    assertRefused(file, "may not be read");
  }

  @Test
  void refusesWhatHasNoEnd() {
    var endless = Path.of("/dev/zero");
    Assumptions.assumeTrue(Files.exists(endless));
    assertRefused(endless, "is not an ordinary file");
  }

  @Test
  void refusesABinaryFileInOneSentence() throws Exception {
    var bytes = new ByteArrayOutputStream();
    for (var i = 0; i < 300_000; i++) {
      bytes.write((int) (SplitMix.mix(i) | 0x80));
    }
    Files.write(file, bytes.toByteArray());
    var message = assertRefused(file, "has no whole number");
    assertTrue(message.chars().noneMatch(Character::isISOControl));
    assertTrue(message.length() < 400, message);
  }

  @Test
  void refusesAFileThatWouldFillTheMemory() throws Exception {
    Files.writeString(file, "1\n2\n3\n");
    var tooMany = new NumberFile.Limits(1_000, 2);
    var tooLarge = new NumberFile.Limits(5, 1_000);
    assertTrue(refusal(file, tooMany).contains("holds more than 2 numbers"));
    assertTrue(refusal(file, tooLarge).contains("is larger than 5 bytes"));
  }

  @Test
  void saysHowFarItIs() throws Exception {
    Files.writeString(file, "12345\n".repeat(500_000));
    var fractions = new ArrayList<Double>();
    NumberFile.read(
        file,
        false,
        LIMITS,
        new Preparation() {
          @Override
          public Path cacheFolder() {
            return folder;
          }

          @Override
          public void progress(double fraction, String detail) {
            assertEquals("reading numbers.txt", detail);
            fractions.add(fraction);
          }
        });
    assertEquals(0.0, fractions.getFirst());
    assertEquals(1.0, fractions.getLast());
    assertEquals(fractions.stream().sorted().toList(), fractions);
    assertTrue(fractions.size() >= 4);
  }

  @Test
  void stopsWhenInterrupted() throws Exception {
    Files.writeString(file, "1\n");
    Thread.currentThread().interrupt();
    assertThrows(
        InterruptedException.class,
        () -> NumberFile.read(file, false, LIMITS, InProcess.in(folder)));
    assertFalse(Thread.currentThread().isInterrupted());
  }

  private NumberFile read(String text) throws Exception {
    Files.writeString(file, text);
    return read();
  }

  private NumberFile read() throws Exception {
    return NumberFile.read(file, false, LIMITS, InProcess.in(folder));
  }

  private static long[] all(NumberFile read) {
    return read.numbers().copy(0, read.numbers().size());
  }

  private String assertRefused(Path path, String part) {
    var message = refusal(path, LIMITS);
    assertTrue(message.contains(part), message);
    return message;
  }

  private String refusal(Path path, NumberFile.Limits limits) {
    var failure =
        assertThrows(
            InputException.class, () -> NumberFile.read(path, false, limits, InProcess.in(folder)));
    assertEquals("file", failure.parameter().orElseThrow());
    return failure.getMessage();
  }
}
