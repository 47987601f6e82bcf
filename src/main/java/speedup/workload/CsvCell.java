package speedup.workload;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;

/**
 * The cell of one column in the present row of a CSV file. Reads whole numbers without making a
 * text of each; the other columns are not looked at. For one thread.
 */
final class CsvCell extends AbstractBaseCsvCallbackHandler<CsvCell> {
  /** What a cell is. */
  enum Kind {
    NUMBER,
    BLANK,
    BAD,
    MISSING
  }

  /** Any number of so many digits fits into a long. */
  private static final int SAFE_DIGITS = 18;

  /** More than is ever shown of a cell, so that no cell fills the memory. */
  private static final int KEPT = 200;

  private final int column;
  private Kind kind = Kind.MISSING;
  private long value;
  private String text = "";

  /**
   * Waits for rows.
   *
   * @param column from 0
   */
  CsvCell(int column) {
    this.column = column;
  }

  Kind kind() {
    return kind;
  }

  /** The number, when the cell is one. */
  long value() {
    return value;
  }

  /** The cell or its beginning, when it is no number. */
  String text() {
    return text;
  }

  /** The line at which this row begins, counted from where reading began, from 1. */
  long line() {
    return getStartingLineNumber();
  }

  @Override
  protected void handleBegin(long startingLineNumber) {
    kind = Kind.MISSING;
    text = "";
  }

  @Override
  protected void handleEmpty() {
    kind = Kind.BLANK;
  }

  @Override
  protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
    if (index == column) {
      kind = read(buffer, offset, offset + length);
    }
  }

  @Override
  protected CsvCell buildRecord() {
    return this;
  }

  private Kind read(char[] buffer, int from, int end) {
    while (from < end && Character.isWhitespace(buffer[from])) {
      from++;
    }
    while (from < end && Character.isWhitespace(buffer[end - 1])) {
      end--;
    }
    if (from == end) {
      return Kind.BLANK;
    }
    return readDigits(buffer, from, end) ? Kind.NUMBER : readText(buffer, from, end);
  }

  private boolean readDigits(char[] buffer, int from, int end) {
    var negative = buffer[from] == '-';
    var digits = negative || buffer[from] == '+' ? from + 1 : from;
    if (digits == end || end - digits > SAFE_DIGITS) {
      return false;
    }
    long sum = 0;
    for (var i = digits; i < end; i++) {
      var digit = buffer[i] - '0';
      if (digit < 0 || digit > 9) {
        return false;
      }
      sum = sum * 10 + digit;
    }
    value = negative ? -sum : sum;
    return true;
  }

  /** The long way, for the few cells that are very long numbers, other scripts or no numbers. */
  private Kind readText(char[] buffer, int from, int end) {
    text = new String(buffer, from, Math.min(KEPT, end - from));
    try {
      value = Long.parseLong(text);
      return end - from > KEPT ? Kind.BAD : Kind.NUMBER;
    } catch (NumberFormatException e) {
      return Kind.BAD;
    }
  }
}
