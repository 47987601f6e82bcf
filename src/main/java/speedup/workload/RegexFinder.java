package speedup.workload;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds a regular expression: every line is decoded and looked at by itself. */
final class RegexFinder implements LineFinder {
  private final Matcher matcher;
  private byte[] bytes;
  private int length;
  private int lineStart;
  private int lineEnd = -1;
  private boolean leftOutLines;

  RegexFinder(Pattern pattern) {
    matcher = pattern.matcher("");
  }

  @Override
  public void block(byte[] block, int blockLength) {
    bytes = block;
    length = blockLength;
    lineEnd = -1;
  }

  @Override
  public boolean next() {
    while (lineEnd + 1 < length) {
      lineStart = lineEnd + 1;
      lineEnd = LineFinder.endOfLine(bytes, lineStart, length);
      if (isMatch()) {
        return true;
      }
    }
    return false;
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
