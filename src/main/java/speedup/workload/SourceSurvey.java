package speedup.workload;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;

/**
 * What is in a source, read through once.
 *
 * @param rows how many rows
 * @param firsts the id of the first row of each batch
 * @param longest the bytes of the longest text
 * @param checksum of all rows
 */
record SourceSurvey(long rows, long[] firsts, long longest, long checksum) {
  private static final long MOST_ROWS = 20_000_000;
  private static final int MOST_BATCHES = 1_000_000;
  private static final long MOST_BATCH_BYTES = 64_000_000;
  private static final int STEP = 10_000;
  private static final String WANTED =
      "a table \"items\" with the columns id (a whole number, each once) and text";
  private static final String HELP =
      "; give one, or have one made: speedup generate pipeline --to FILE";

  /**
   * Reads a file through.
   *
   * @param parameter id of the parameter that a problem is about
   * @throws InputException when it cannot be used
   */
  static SourceSurvey of(
      String library, Path file, int batch, String parameter, Preparation preparation)
      throws InputException, InterruptedException {
    try (var connection = SourceDatabase.connect(library, file.toString())) {
      if (!hasTable(connection)) {
        throw new InputException(
            parameter, "%s has not %s%s".formatted(Words.file(file), WANTED, HELP));
      }
      var rows = number(connection, "SELECT COUNT(*) FROM items");
      var longest =
          number(connection, "SELECT COALESCE(MAX(LENGTH(CAST(text AS BLOB))), 0) FROM items");
      check(file, rows, longest, batch, parameter);
      return read(
          connection, file, new SourceSurvey(rows, new long[0], longest, 0), batch, preparation);
    } catch (SQLException e) {
      throw new InputException(parameter, Words.file(file) + " " + Sqlite.problem(e));
    }
  }

  private static boolean hasTable(Connection connection) throws SQLException {
    return number(
            connection,
            "SELECT COUNT(*) FROM sqlite_schema AS s, pragma_table_info(s.name) AS c WHERE s.type ="
                + " 'table' AND s.name = 'items' AND LOWER(c.name) IN ('id', 'text')")
        == 2;
  }

  private static long number(Connection connection, String query) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      return rows.next() ? rows.getLong(1) : 0;
    }
  }

  private static void check(Path file, long rows, long longest, int batch, String parameter)
      throws InputException {
    if (rows == 0) {
      throw new InputException(
          parameter, "%s has no row in its table \"items\"%s".formatted(Words.file(file), HELP));
    }
    if (rows > MOST_ROWS) {
      throw new InputException(
          parameter,
          Words.say(
              "%s has more than %,d rows; choose a smaller one", Words.file(file), MOST_ROWS));
    }
    if ((rows + batch - 1) / batch > MOST_BATCHES) {
      throw new InputException(
          "batch",
          Words.say(
              "batch: %,d rows in batches of %,d are more than %,d batches; give larger ones",
              rows, batch, MOST_BATCHES));
    }
    if (longest * batch > MOST_BATCH_BYTES) {
      throw new InputException(
          "batch",
          Words.say(
              "batch: %,d rows with texts of up to %,d bytes do not fit into memory at once; give"
                  + " smaller batches",
              batch, longest));
    }
  }

  private static SourceSurvey read(
      Connection connection, Path file, SourceSurvey known, int batch, Preparation preparation)
      throws SQLException, InputException, InterruptedException {
    var firsts = new long[(int) ((known.rows + batch - 1) / batch)];
    var checksum = 0L;
    var count = 0L;
    var before = 0L;
    try (var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "SELECT id, COALESCE(CAST(text AS TEXT), ''), TYPEOF(id) FROM items ORDER BY id")) {
      while (rows.next() && count < known.rows) {
        var id = rows.getLong(1);
        if (!rows.getString(3).equals("integer") || count > 0 && id <= before) {
          throw new InputException(
              "source",
              "%s has not %s: row %s%s"
                  .formatted(Words.file(file), WANTED, Words.quote(rows.getString(1) + ""), HELP));
        }
        before = id;
        if (count % batch == 0) {
          firsts[(int) (count / batch)] = id;
        }
        checksum += RowBatch.checksum(id, rows.getString(2), 0);
        if (count++ % STEP == 0) {
          tell(file, (double) count / known.rows, preparation);
        }
      }
    }
    return new SourceSurvey(
        count, Arrays.copyOf(firsts, (int) ((count + batch - 1) / batch)), known.longest, checksum);
  }

  private static void tell(Path file, double fraction, Preparation preparation)
      throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    preparation.progress(fraction, "reading " + Words.file(file.getFileName()));
  }
}
