package speedup.workload;

import de.siegmar.fastcsv.reader.CsvIndex;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.IndexedCsvReader;
import de.siegmar.fastcsv.reader.StatusListener;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * A CSV file that was looked through once, without keeping it: where its rows begin, and what is in
 * one of its columns.
 *
 * @param column where the cells are
 * @param title of the column, for people
 * @param index the places of every so many rows
 * @param headerRows rows before the data
 * @param survey what is in the column
 */
record CsvFile(CsvColumn column, String title, CsvIndex index, long headerRows, CsvSurvey survey) {
  private static final String PARAMETER = "file";

  /** Rows between two known places: a slice reads and drops less than that many. */
  private static final int PAGE = 500;

  /** For each of so many bytes the known places get farther apart, so that they fit into memory. */
  private static final long BYTES_PER_PAGE_STEP = 1_000_000_000;

  /**
   * Looks through a file.
   *
   * @param settings with {@code column}, {@code header}, {@code separator} and {@code bad-cells}
   * @throws InputException when the file cannot be used
   * @throws InterruptedException when the thread was interrupted
   */
  static CsvFile read(Path file, Settings settings, Preparation preparation)
      throws InputException, InterruptedException {
    UsableFile.check(file, PARAMETER, "CSV file", "with a column of whole numbers");
    try {
      var header = CsvHeader.read(file, settings);
      var column = CsvColumn.of(file, header.separator(), header.column());
      var index = index(file, column, preparation);
      var rows = index.recordCount() - header.rows();
      if (rows < 1) {
        throw new InputException(
            PARAMETER,
            "%s has no row below its header; choose a file with some, or set header to no"
                .formatted(Words.file(file)));
      }
      var unread = new CsvFile(column, header.title(), index, header.rows(), null);
      var survey =
          CsvSurvey.of(column, unread.slice(0, rows), settings.text("bad-cells"), preparation);
      return new CsvFile(column, header.title(), index, header.rows(), survey);
    } catch (CsvParseException e) {
      throw new InputException(
          PARAMETER,
          "%s is not CSV (%s); correct it, or set another separator"
              .formatted(Words.file(file), Words.plain(e.getMessage())));
    } catch (ClosedByInterruptException e) {
      throw NumberFile.interrupted(e);
    } catch (IOException e) {
      throw UsableFile.unreadable(file, PARAMETER, e);
    }
  }

  private static CsvIndex index(Path file, CsvColumn column, Preparation preparation)
      throws IOException {
    var page = Math.toIntExact(PAGE * (1 + column.size() / BYTES_PER_PAGE_STEP));
    try (var reader =
        IndexedCsvReader.builder()
            .fieldSeparator(column.separator())
            .pageSize(page)
            .statusListener(new Progress(column.size(), file, preparation))
            .build(new CsvCell(column.column()), file, StandardCharsets.UTF_8)) {
      return reader.getIndex();
    }
  }

  /** How many rows of data there are. */
  long rows() {
    return index.recordCount() - headerRows;
  }

  /** Where rows of data lie. */
  CsvSlice slice(long from, long to) {
    var record = headerRows + from;
    var page = index.pages().get(Math.toIntExact(record / index.pageSize()));
    return new CsvSlice(
        page.offset(), page.startingLineNumber(), record % index.pageSize(), to - from);
  }

  /** Says how far the first look is; the second, which reads the cells, is the longer half. */
  private static final class Progress implements StatusListener {
    private static final long BYTES_BETWEEN_REPORTS = 1 << 20;

    private final double size;
    private final String detail;
    private final Preparation preparation;
    private long read;
    private long told;

    Progress(long size, Path file, Preparation preparation) {
      this.size = size;
      this.preparation = preparation;
      detail = "looking for the rows of " + Words.file(file.getFileName());
    }

    @Override
    public void onReadBytes(int bytes) {
      read += bytes;
      if (read - told >= BYTES_BETWEEN_REPORTS) {
        told = read;
        preparation.progress(Math.min(1, read / size) / 2, detail);
      }
    }
  }
}
