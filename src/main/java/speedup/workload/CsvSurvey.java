package speedup.workload;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What is in a column of a CSV file.
 *
 * @param numbers cells that are whole numbers
 * @param rejected cells that are something else, and rows without such a cell
 * @param firstRejected the first of them, such as {@code line 7 "1.5"}
 * @param min the smallest number
 * @param max the largest
 * @param checksum of the numbers in their order
 */
record CsvSurvey(
    long numbers, long rejected, List<String> firstRejected, long min, long max, long checksum) {
  static final String SKIP = "skip";
  static final String STOP = "stop";

  /** So many cells that are no numbers are kept to be shown. */
  private static final int SHOWN_CELLS = 5;

  private static final int ROWS_BETWEEN_CHECKS = 1 << 14;

  /**
   * Reads the column once.
   *
   * @param badCells {@link #SKIP} or {@link #STOP}
   * @throws InputException when there is no number in it, or a bad cell that shall stop it
   */
  static CsvSurvey of(CsvColumn column, CsvSlice all, String badCells, Preparation preparation)
      throws InputException, IOException, InterruptedException {
    var look = new Look(column, all.rows(), badCells.equals(STOP), preparation);
    column.read(all, look);
    if (look.numbers == 0) {
      throw new InputException(
          "column",
          "column: no cell of it is a whole number%s; choose another column"
              .formatted(
                  look.firstRejected.isEmpty()
                      ? ""
                      : " (" + look.firstRejected.getFirst() + " is not one)"));
    }
    return new CsvSurvey(
        look.numbers,
        look.rejected,
        List.copyOf(look.firstRejected),
        look.min,
        look.max,
        look.checksum);
  }

  /** The checksum of numbers with one more behind them. */
  static long checksum(long before, long number) {
    return 31 * before + number;
  }

  /** What was skipped, in one sentence; empty when nothing was. */
  List<String> notes() {
    if (rejected == 0) {
      return List.of();
    }
    return List.of(
        "%s no whole %s skipped: %s%s"
            .formatted(
                Words.count(rejected, "cell is", "cells are"),
                rejected == 1 ? "number and was" : "numbers and were",
                String.join(", ", firstRejected),
                rejected > firstRejected.size() ? ", …" : ""));
  }

  /** Looks at the cells one after the other. */
  private static final class Look implements CsvColumn.Visitor {
    private final Path file;
    private final double rows;
    private final boolean stop;
    private final Preparation preparation;
    private final List<String> firstRejected = new ArrayList<>();
    private long seen;
    private long numbers;
    private long rejected;
    private long min = Long.MAX_VALUE;
    private long max = Long.MIN_VALUE;
    private long checksum;

    Look(CsvColumn column, long rows, boolean stop, Preparation preparation) {
      this.file = Path.of(column.file());
      this.rows = rows;
      this.stop = stop;
      this.preparation = preparation;
    }

    @Override
    public void see(CsvCell cell) throws InputException, InterruptedException {
      if (seen++ % ROWS_BETWEEN_CHECKS == 0) {
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
        // the first half was finding the rows
        preparation.progress((1 + seen / rows) / 2, "reading " + Words.file(file.getFileName()));
      }
      switch (cell.kind()) {
        case NUMBER -> add(cell.value());
        case BLANK -> {}
        case BAD -> reject("line %s %s".formatted(line(cell), Words.quote(cell.text())));
        case MISSING -> reject("line %s (no cell)".formatted(line(cell)));
      }
    }

    private String line(CsvCell cell) {
      return Words.number(cell.line());
    }

    private void add(long number) {
      numbers++;
      min = Math.min(min, number);
      max = Math.max(max, number);
      checksum = checksum(checksum, number);
    }

    private void reject(String where) throws InputException {
      if (stop) {
        throw new InputException(
            "file",
            "%s of %s is not a whole number; correct it, or set bad-cells to skip"
                .formatted(where, Words.file(file)));
      }
      rejected++;
      if (firstRejected.size() < SHOWN_CELLS) {
        firstRejected.add(where);
      }
    }
  }
}
