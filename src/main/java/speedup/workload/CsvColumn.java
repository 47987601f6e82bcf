package speedup.workload;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A column of a CSV file: all that a process needs to read its own part from the disk.
 *
 * @param file its full name
 * @param size in bytes when it was looked at
 * @param modified when it was last changed, in ms since 1970
 * @param separator what stands between cells
 * @param column from 0
 */
public record CsvColumn(String file, long size, long modified, char separator, int column)
    implements Serializable {
  /** The most characters a cell may have. */
  static final int LONGEST_CELL = 1 << 20;

  /** Told of the cell of every row. */
  @FunctionalInterface
  interface Visitor {
    /** Looks at a cell, which belongs to the next row afterwards. */
    void see(CsvCell cell) throws InputException, InterruptedException;
  }

  static CsvColumn of(Path file, char separator, int column) throws IOException {
    var modified = Files.getLastModifiedTime(file).toMillis();
    return new CsvColumn(
        file.toAbsolutePath().toString(), Files.size(file), modified, separator, column);
  }

  /** Reads text without a byte order mark, row by row; empty lines are rows. */
  static CsvReader.CsvReaderBuilder reader(char separator) {
    return CsvReader.builder()
        .fieldSeparator(separator)
        .skipEmptyLines(false)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .allowUnclosedQuote(false)
        .maxBufferSize(LONGEST_CELL);
  }

  /**
   * Reads the rows of a slice.
   *
   * @throws IOException when the file cannot be read, or was changed since it was looked at
   * @throws CsvParseException when what is there is not CSV
   */
  void read(CsvSlice slice, Visitor visitor)
      throws InputException, IOException, InterruptedException {
    var path = Path.of(file);
    try (var channel = FileChannel.open(path)) {
      if (!this.equals(of(path, separator, column))) {
        throw new IOException(Words.file(path) + " was changed meanwhile; run it again");
      }
      channel.position(slice.offset());
      var cells =
          reader(separator)
              .build(new CsvCell(column), Channels.newInputStream(channel), StandardCharsets.UTF_8)
              .iterator();
      for (var row = 0L; row < slice.skip() + slice.rows(); row++) {
        if (!cells.hasNext()) {
          throw new IOException(Words.file(path) + " ends before its last row; run it again");
        }
        var cell = cells.next();
        if (row >= slice.skip()) {
          visitor.see(cell);
        }
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
