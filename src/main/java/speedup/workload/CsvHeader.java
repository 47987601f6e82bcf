package speedup.workload;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * How a CSV file begins: what stands between its cells, which column is meant, and how many rows
 * come before the first number.
 *
 * @param separator between cells
 * @param column from 0
 * @param title of the column: its name, or {@code column 1}
 * @param rows how many rows are no data
 */
record CsvHeader(char separator, int column, String title, long rows) {
  static final String AUTO = "auto";
  static final String YES = "yes";
  static final String NO = "no";

  /** Separators by their names, the usual ones first. */
  static final Map<String, Character> SEPARATORS =
      Map.of("comma", ',', "semicolon", ';', "tab", '\t', "bar", '|');

  private static final String CANDIDATES = ",;\t|";
  private static final int MARK = 3;
  private static final int BEGINNING = 1 << 16;
  private static final int SHOWN_NAMES = 10;
  private static final int MOST_COLUMNS = 10_000;
  private static final Pattern COLUMN_NUMBER = Pattern.compile("\\d{1,9}");
  private static final Pattern NUMBER_LIKE = Pattern.compile("[+-]?[\\d.,_ ]+([eE][+-]?\\d+)?");

  /**
   * Looks at the beginning of a file.
   *
   * @param settings with {@code column}, {@code header} and {@code separator}
   * @throws InputException when there is no such column
   * @throws de.siegmar.fastcsv.reader.CsvParseException when the beginning is not CSV
   */
  static CsvHeader read(Path file, Settings settings) throws InputException, IOException {
    var separator = separator(file, settings.text("separator"));
    var blank = 0L;
    try (var in = withoutMark(file);
        var records =
            CsvColumn.reader(separator).ofCsvRecord(in, StandardCharsets.UTF_8).iterator()) {
      while (records.hasNext()) {
        var row = records.next();
        if (!isBlank(row)) {
          return of(row, blank, separator, settings);
        }
        blank++;
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    throw new InputException(
        "file",
        Words.file(file) + " has only blank lines; choose a CSV file with a column of numbers");
  }

  private static CsvHeader of(CsvRecord first, long blank, char separator, Settings settings)
      throws InputException {
    var wanted = settings.text("column").strip();
    var header = settings.text("header");
    var byNumber = COLUMN_NUMBER.matcher(wanted).matches();
    if (!byNumber && header.equals(NO)) {
      throw new InputException(
          "column",
          "column: without a header there is no column %s; give its number, from 1"
              .formatted(Words.quote(wanted)));
    }
    var column = byNumber ? number(wanted, first) : named(wanted, first.getFields());
    var cell = column < first.getFieldCount() ? first.getField(column).strip() : "";
    var isTitle = !cell.isEmpty() && !NUMBER_LIKE.matcher(cell).matches();
    var hasHeader = !byNumber || header.equals(YES) || header.equals(AUTO) && isTitle;
    return new CsvHeader(
        separator,
        column,
        hasHeader && !cell.isEmpty() ? Words.quote(cell) : "column " + (column + 1),
        blank + (hasHeader ? 1 : 0));
  }

  private static int number(String wanted, CsvRecord first) throws InputException {
    var number = Integer.parseInt(wanted);
    if (number < 1 || number > MOST_COLUMNS || number > first.getFieldCount()) {
      throw new InputException(
          "column",
          Words.say(
              "column: there is no column %,d; the first row has %s",
              number, Words.count(first.getFieldCount(), "column", "columns")));
    }
    return number - 1;
  }

  private static int named(String wanted, List<String> names) throws InputException {
    var stripped = names.stream().map(String::strip).toList();
    var column = stripped.indexOf(wanted);
    if (column < 0) {
      var shown = stripped.stream().limit(SHOWN_NAMES).map(Words::quote).toList();
      throw new InputException(
          "column",
          "column: there is no column %s; the first row has %s%s"
              .formatted(
                  Words.quote(wanted),
                  String.join(", ", shown),
                  names.size() > SHOWN_NAMES ? ", …" : ""));
    }
    if (stripped.lastIndexOf(wanted) != column) {
      throw new InputException(
          "column",
          "column: several columns are called %s; give the number of one, from 1"
              .formatted(Words.quote(wanted)));
    }
    return column;
  }

  private static boolean isBlank(CsvRecord row) {
    return row.getFieldCount() == 1 && row.getField(0).isBlank();
  }

  /** The named separator, or the one that is most often in the first line with something in it. */
  private static char separator(Path file, String name) throws InputException, IOException {
    var known = SEPARATORS.get(name);
    if (known != null) {
      return known;
    }
    try (var in = withoutMark(file)) {
      var beginning = new String(in.readNBytes(BEGINNING), StandardCharsets.UTF_8);
      return mostFrequent(beginning.stripLeading());
    }
  }

  private static char mostFrequent(String text) {
    var counts = new int[CANDIDATES.length()];
    var quoted = false;
    for (var i = 0; i < text.length(); i++) {
      var character = text.charAt(i);
      if (character == '"') {
        quoted = !quoted;
      } else if (!quoted && (character == '\n' || character == '\r')) {
        break;
      } else if (!quoted && CANDIDATES.indexOf(character) >= 0) {
        counts[CANDIDATES.indexOf(character)]++;
      }
    }
    var best = 0;
    for (var i = 1; i < counts.length; i++) {
      best = counts[i] > counts[best] ? i : best;
    }
    return CANDIDATES.charAt(best);
  }

  /** A stream that begins after the byte order mark, if there is one. */
  private static InputStream withoutMark(Path file) throws InputException, IOException {
    byte[] start;
    try (var in = Files.newInputStream(file)) {
      start = in.readNBytes(MARK);
    }
    if (startsWith(start, 0xFF, 0xFE) || startsWith(start, 0xFE, 0xFF)) {
      throw new InputException(
          "file",
          "%s is stored as UTF-16; save it as UTF-8 in the program that wrote it"
              .formatted(Words.file(file)));
    }
    var in = Files.newInputStream(file);
    if (startsWith(start, 0xEF, 0xBB, 0xBF)) {
      in.skipNBytes(MARK);
    }
    return in;
  }

  private static boolean startsWith(byte[] start, int... bytes) {
    for (var i = 0; i < bytes.length; i++) {
      if (i >= start.length || start[i] != (byte) bytes[i]) {
        return false;
      }
    }
    return true;
  }
}
