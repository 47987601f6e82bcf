package speedup.workload;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PushbackInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * Searches one file, which may be larger than the memory. Lines end in LF or CR LF. A file with
 * bytes that are no UTF-8 is searched all the same, and told: such bytes match nothing, what is
 * around them does.
 */
final class FileSearch {
  /** A zero byte among so many of the first ones says that a file is no text. */
  private static final int PEEKED = 8_192;

  private static final int MARK = 3;

  /** What a line costs beside its text when it is kept, in characters. */
  private static final int COST_OF_LINE = 10;

  private final LineFinder finder;
  private final long mostKept;
  private final KeptLines.Builder first = new KeptLines.Builder();
  private final CRC32C checksum = new CRC32C();
  private long numbers;
  private long lines;
  private long lastNumber;
  private long linesBefore;
  private long firstInvalid;

  private FileSearch(LineFinder finder, long mostKept) {
    this.finder = finder;
    this.mostKept = mostKept;
  }

  /**
   * Searches a file.
   *
   * @param mostKept about how many characters of lines are kept; one line always is
   */
  static FileMatches search(Path file, LineFinder finder, long mostKept) {
    try (var in = new PushbackInputStream(Files.newInputStream(file), MARK)) {
      if (isUtf16(in)) {
        return FileMatches.none(false, "is stored as UTF-16; save it as UTF-8 to have it searched");
      }
      return new FileSearch(finder, mostKept).search(new LineBlocks(in));
    } catch (IOException e) {
      return FileMatches.none(
          false, "cannot be read (%s); check its permissions".formatted(NumberFile.reason(e)));
    }
  }

  /** Whether the file says so in its first bytes; passes over those that say that it is UTF-8. */
  private static boolean isUtf16(PushbackInputStream in) throws IOException {
    var head = in.readNBytes(MARK);
    if (Arrays.equals(head, new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF})) {
      return false;
    }
    in.unread(head);
    return head.length >= 2
        && (head[0] == (byte) 0xFF && head[1] == (byte) 0xFE
            || head[0] == (byte) 0xFE && head[1] == (byte) 0xFF);
  }

  private FileMatches search(LineBlocks blocks) throws IOException {
    for (var isFirst = true; blocks.next(); isFirst = false) {
      if (isFirst && isBinary(blocks)) {
        return FileMatches.none(true, "");
      }
      search(blocks.bytes(), blocks.length());
    }
    return new FileMatches(
        true, lines, 31 * numbers + checksum.getValue(), false, problem(blocks), first.build());
  }

  private static boolean isBinary(LineBlocks blocks) {
    for (var i = 0; i < Math.min(PEEKED, blocks.length()); i++) {
      if (blocks.bytes()[i] == 0) {
        return true;
      }
    }
    return false;
  }

  private void search(byte[] bytes, int length) {
    if (firstInvalid == 0) {
      var invalid = Utf8.firstInvalid(bytes, 0, length);
      firstInvalid = invalid < 0 ? 0 : linesBefore + Utf8.lines(bytes, 0, invalid) + 1;
    }
    finder.block(bytes, length);
    var counted = 0;
    while (finder.next()) {
      linesBefore += Utf8.lines(bytes, counted, finder.lineStart());
      counted = finder.lineStart();
      add(bytes, linesBefore + 1);
    }
    linesBefore += Utf8.lines(bytes, counted, length);
  }

  private void add(byte[] bytes, long number) {
    // pieces of one line
    if (number == lastNumber) {
      return;
    }
    lastNumber = number;
    lines++;
    var start = finder.lineStart();
    var end = finder.lineEnd();
    if (end > start && bytes[end - 1] == '\r') {
      end--;
    }
    checksum.update(bytes, start, end - start);
    numbers = 31 * numbers + number;
    if (first.characters() + COST_OF_LINE * first.size() < mostKept
        && first.size() < SearchResult.MOST_LINES) {
      var text = new String(bytes, start, end - start, UTF_8);
      first.add(FileMatches.Line.of(number, text, finder.place()));
    }
  }

  private String problem(LineBlocks blocks) {
    var problems = new ArrayList<String>();
    if (firstInvalid > 0) {
      problems.add(
          Words.say(
              "has bytes that are no UTF-8, first in line %,d; save it as UTF-8 to have these parts"
                  + " searched as well",
              firstInvalid));
    }
    if (blocks.hasPieces()) {
      problems.add(
          Words.say(
              "has a line longer than %,d MB, which was searched in pieces of this length",
              LineBlocks.LONGEST_LINE >> 20));
    }
    if (finder.hasLeftOutLines()) {
      problems.add(
          "has a line that is too long for this regular expression and was left out; repeat"
              + " characters with \"*+\" instead of groups with \"*\"");
    }
    return String.join("; ", problems);
  }
}
