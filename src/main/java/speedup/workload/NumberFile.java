package speedup.workload;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The numbers of a text file, one whole number a line. Blank lines do not count.
 *
 * @param numbers in the order of the file
 * @param rejectedLines how many lines are no whole numbers
 * @param firstRejected the first of them, such as {@code line 7 "abc"}
 */
record NumberFile(NumberList numbers, long rejectedLines, List<String> firstRejected) {
  /** So many lines that are no numbers are kept to be shown. */
  static final int SHOWN_LINES = 5;

  private static final String PARAMETER = "file";

  /**
   * What is refused before it fills the memory.
   *
   * @param bytes size of a file
   * @param numbers how many numbers a file holds
   */
  record Limits(long bytes, long numbers) {
    private static final long MAX_BYTES = 2_000_000_000L;
    static final long MAX_NUMBERS = 50_000_000;

    /** What this JVM can hold: numbers take at most half of its memory. */
    static Limits ofThisJvm() {
      var fitting = Runtime.getRuntime().maxMemory() / 2 / Long.BYTES;
      return new Limits(MAX_BYTES, Math.min(MAX_NUMBERS, fitting));
    }
  }

  /**
   * Reads a file as a stream.
   *
   * @param stopAtBadLine whether a line that is no number is an error
   * @throws InputException when the file cannot be used
   * @throws InterruptedException when the thread was interrupted
   */
  static NumberFile read(Path file, boolean stopAtBadLine, Limits limits, Preparation preparation)
      throws InputException, InterruptedException {
    checkUsable(file, limits);
    var detail = "reading " + Words.file(file.getFileName());
    try (var in = Files.newInputStream(file)) {
      var size = (double) Math.max(1, Files.size(file));
      var lines = new ByteLines(in, read -> preparation.progress(Math.min(1, read / size), detail));
      var result = read(file, lines, stopAtBadLine, limits);
      preparation.progress(1, detail);
      return result;
    } catch (ClosedByInterruptException e) {
      throw interrupted(e);
    } catch (IOException e) {
      throw UsableFile.unreadable(file, PARAMETER, e);
    }
  }

  private static NumberFile read(Path file, ByteLines lines, boolean stopAtBadLine, Limits limits)
      throws InputException, IOException, InterruptedException {
    var numbers = new NumberList();
    var rejected = 0L;
    var firstRejected = new ArrayList<String>();
    var line = new NumberLine();
    while (lines.next()) {
      var start = lines.number() == 1 ? byteOrderMark(file, lines) : 0;
      switch (line.read(lines, start)) {
        case NUMBER -> {
          if (numbers.size() >= limits.numbers()) {
            throw new InputException(
                PARAMETER,
                "%s holds more than %s, which is more than fits; choose a smaller file"
                    .formatted(
                        Words.file(file), Words.count(limits.numbers(), "number", "numbers")));
          }
          numbers.add(line.value());
        }
        case BLANK -> {}
        case BAD -> {
          if (firstRejected.size() < SHOWN_LINES) {
            firstRejected.add(describe(lines));
          }
          if (stopAtBadLine) {
            throw new InputException(
                PARAMETER,
                "%s of %s is not a whole number; correct it, or set bad-lines to skip"
                    .formatted(firstRejected.getFirst(), Words.file(file)));
          }
          rejected++;
        }
      }
    }
    if (numbers.size() == 0) {
      throw new InputException(
          PARAMETER,
          rejected == 0
              ? "%s has only blank lines; choose a text file with one whole number on each line"
                  .formatted(Words.file(file))
              : "%s has no whole number (%s is not one); choose a text file with one on each line"
                  .formatted(Words.file(file), firstRejected.getFirst()));
    }
    return new NumberFile(numbers, rejected, List.copyOf(firstRejected));
  }

  /** What was skipped, in one sentence; empty when nothing was. */
  List<String> notes() {
    if (rejectedLines == 0) {
      return List.of();
    }
    var more = rejectedLines > firstRejected.size() ? ", …" : "";
    return List.of(
        "%s no whole %s skipped: %s%s"
            .formatted(
                Words.count(rejectedLines, "line is", "lines are"),
                rejectedLines == 1 ? "number and was" : "numbers and were",
                String.join(", ", firstRejected),
                more));
  }

  private static void checkUsable(Path file, Limits limits) throws InputException {
    var size = UsableFile.check(file, PARAMETER, "text file", "with one whole number on each line");
    if (size > limits.bytes()) {
      throw new InputException(
          PARAMETER,
          "%s is larger than %s; choose a smaller file"
              .formatted(Words.file(file.toAbsolutePath()), megabytes(limits.bytes())));
    }
  }

  private static String megabytes(long bytes) {
    return bytes < 1_000_000
        ? Words.count(bytes, "byte", "bytes")
        : Words.number(bytes / 1_000_000) + " MB";
  }

  /** The length of a byte order mark at the beginning of the file. */
  private static int byteOrderMark(Path file, ByteLines lines) throws InputException {
    if (startsWith(lines, 0xFF, 0xFE) || startsWith(lines, 0xFE, 0xFF)) {
      throw new InputException(
          PARAMETER,
          "%s is stored as UTF-16; save it as UTF-8 in the program that wrote it"
              .formatted(Words.file(file)));
    }
    return startsWith(lines, 0xEF, 0xBB, 0xBF) ? 3 : 0;
  }

  private static boolean startsWith(ByteLines lines, int... bytes) {
    for (var i = 0; i < bytes.length; i++) {
      if (i >= lines.length() || lines.at(i) != (byte) bytes[i]) {
        return false;
      }
    }
    return true;
  }

  private static String describe(ByteLines lines) {
    var text = new String(lines.bytes(), StandardCharsets.UTF_8).strip();
    return "line %s %s".formatted(Words.number(lines.number()), Words.quote(text));
  }

  /** Why the system refused, in its own words. */
  static String reason(IOException failure) {
    return failure instanceof FileSystemException refused && refused.getReason() != null
        ? refused.getReason()
        : failure instanceof FileSystemException
            ? failure.getClass().getSimpleName().replace("Exception", "")
            : String.valueOf(failure.getMessage());
  }

  /** What a stopped read or write means here. */
  static InterruptedException interrupted(ClosedByInterruptException failure) {
    // the flag that closed the channel is what the exception stands for
    Thread.interrupted();
    var interrupted = new InterruptedException();
    interrupted.initCause(failure);
    return interrupted;
  }
}
