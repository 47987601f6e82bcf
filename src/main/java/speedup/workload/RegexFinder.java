package speedup.workload;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds a regular expression: a line is decoded and looked at by itself. Where every match has one
 * of some known texts in it, only lines with such a text are.
 */
final class RegexFinder implements LineFinder {
  private final Matcher matcher;
  private final List<ByteFinder> candidates;

  /** Those that have found a line, which may be a later one. */
  private final List<ByteFinder> found = new ArrayList<>();

  private byte[] bytes;
  private int length;
  private int lineStart;
  private int lineEnd = -1;
  private boolean leftOutLines;

  /**
   * Makes one.
   *
   * @param candidates finds the lines that may match; by texts; empty where all lines may
   */
  RegexFinder(Pattern pattern, List<ByteFinder> candidates) {
    matcher = pattern.matcher("");
    this.candidates = List.copyOf(candidates);
  }

  @Override
  public void block(byte[] block, int blockLength) {
    bytes = block;
    length = blockLength;
    lineEnd = -1;
    found.clear();
    for (var finder : candidates) {
      finder.block(block, blockLength);
      if (finder.next()) {
        found.add(finder);
      }
    }
  }

  @Override
  public boolean next() {
    while (candidates.isEmpty() ? nextLine() : nextCandidate()) {
      if (isMatch()) {
        return true;
      }
    }
    return false;
  }

  private boolean nextCandidate() {
    // those whose line was looked at go on to the next one
    found.removeIf(finder -> finder.lineStart() < lineEnd && !finder.next());
    if (found.isEmpty()) {
      return false;
    }
    var first = found.getFirst();
    for (var finder : found) {
      first = finder.lineStart() < first.lineStart() ? finder : first;
    }
    lineStart = first.lineStart();
    lineEnd = first.lineEnd();
    return true;
  }

  private boolean nextLine() {
    if (lineEnd + 1 >= length) {
      return false;
    }
    lineStart = lineEnd + 1;
    lineEnd = LineFinder.endOfLine(bytes, lineStart, length);
    return true;
  }

  private boolean isMatch() {
    try {
      return matcher.reset(line()).find();
    } catch (StackOverflowError e) {
      // a repeated group needs stack for each character; the file is told as not wholly searched
      leftOutLines = true;
      return false;
    }
  }

  @Override
  public boolean hasLeftOutLines() {
    return leftOutLines;
  }

  /** The line without its end, of which CR is a part. */
  private String line() {
    var end = lineEnd > lineStart && bytes[lineEnd - 1] == '\r' ? lineEnd - 1 : lineEnd;
    return new String(bytes, lineStart, end - lineStart, UTF_8);
  }

  @Override
  public int lineStart() {
    return lineStart;
  }

  @Override
  public int lineEnd() {
    return lineEnd;
  }

  @Override
  public Place place() {
    return new Place(matcher.start(), matcher.end());
  }
}
