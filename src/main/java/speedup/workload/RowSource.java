package speedup.workload;

import java.sql.SQLException;

/**
 * Where the rows of a pipeline come from, and what is done with them; crosses to processes.
 *
 * @param library folder of the native library
 * @param file the database
 * @param rounds how hard the transformation is
 * @param batch rows in a batch
 * @param rows how many rows there are
 */
public record RowSource(String library, String file, int rounds, int batch, long rows) {
  SourceDatabase open() throws FlowException {
    try {
      return SourceDatabase.open(library, file);
    } catch (SQLException e) {
      throw Sqlite.stopped(file, e);
    }
  }

  /** How many rows a batch has. */
  int rowsOf(int number) {
    return (int) Math.min(batch, rows - (long) number * batch);
  }

  /**
   * Reads a batch.
   *
   * @param first id of its first row
   * @throws FlowException when it cannot be read, or has not the rows any more that it had
   */
  RowBatch read(SourceDatabase source, int number, long first) throws FlowException {
    try {
      var rows = source.read(number, first, 0, rowsOf(number));
      if (rows.rows() != rowsOf(number)) {
        throw new FlowException(
            "%s was changed by another program meanwhile; close it there, then run again"
                .formatted(Words.plain(file)));
      }
      return rows;
    } catch (SQLException e) {
      throw Sqlite.stopped(file, e);
    }
  }
}
