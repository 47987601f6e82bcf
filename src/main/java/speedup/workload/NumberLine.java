package speedup.workload;

import java.nio.charset.StandardCharsets;

/** Reads one line as a whole number. For one thread. */
final class NumberLine {
  /** What a line is. */
  enum Kind {
    NUMBER,
    BLANK,
    BAD
  }

  /** Any number of so many digits fits into a long. */
  private static final int SAFE_DIGITS = 18;

  private long value;

  /** The number, when the last line was one. */
  long value() {
    return value;
  }

  /** Reads the current line from the byte at {@code from} on. */
  Kind read(ByteLines lines, int from) {
    if (lines.isCut()) {
      return Kind.BAD;
    }
    var end = lines.length();
    while (from < end && isSpace(lines.at(from))) {
      from++;
    }
    while (from < end && isSpace(lines.at(end - 1))) {
      end--;
    }
    if (from == end) {
      return Kind.BLANK;
    }
    return readDigits(lines, from, end) ? Kind.NUMBER : readText(lines, from, end);
  }

  private boolean readDigits(ByteLines lines, int from, int end) {
    var negative = lines.at(from) == '-';
    var digits = negative || lines.at(from) == '+' ? from + 1 : from;
    if (digits == end || end - digits > SAFE_DIGITS) {
      return false;
    }
    long sum = 0;
    for (var i = digits; i < end; i++) {
      var digit = lines.at(i) - '0';
      if (digit < 0 || digit > 9) {
        return false;
      }
      sum = sum * 10 + digit;
    }
    value = negative ? -sum : sum;
    return true;
  }

  /** The long way, for the few lines that are very long numbers, other scripts or no numbers. */
  private Kind readText(ByteLines lines, int from, int end) {
    // bytes that are no UTF-8 become a replacement character, which is in no number
    var text = new String(lines.bytes(), from, end - from, StandardCharsets.UTF_8).strip();
    if (text.isEmpty()) {
      return Kind.BLANK;
    }
    try {
      value = Long.parseLong(text);
      return Kind.NUMBER;
    } catch (NumberFormatException e) {
      return Kind.BAD;
    }
  }

  private static boolean isSpace(byte character) {
    return character == ' ' || character >= '\t' && character <= '\r';
  }
}
