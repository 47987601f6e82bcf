package speedup.workload;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds a regular expression: a line is decoded and looked at by itself. Where every match has a
 * known text in it, only lines with that text are.
 */
final class RegexFinder implements LineFinder {
  private final Matcher matcher;
  private final Optional<ByteFinder> candidates;
  private byte[] bytes;
  private int length;
  private int lineStart;
  private int lineEnd = -1;
  private boolean leftOutLines;

  /**
   * Makes one.
   *
   * @param candidates finds the lines that may match; empty where all may
   */
  RegexFinder(Pattern pattern, Optional<ByteFinder> candidates) {
    matcher = pattern.matcher("");
    this.candidates = candidates;
  }

  @Override
  public void block(byte[] block, int blockLength) {
    bytes = block;
    length = blockLength;
    lineEnd = -1;
    candidates.ifPresent(finder -> finder.block(block, blockLength));
  }

  @Override
  public boolean next() {
    while (candidates.isPresent() ? nextCandidate(candidates.get()) : nextLine()) {
      if (isMatch()) {
        return true;
      }
    }
    return false;
  }

  private boolean nextCandidate(ByteFinder finder) {
    if (!finder.next()) {
      return false;
    }
    lineStart = finder.lineStart();
    lineEnd = finder.lineEnd();
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
