package speedup.workload;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import org.sqlite.SQLiteConfig;

/** The database that rows are fetched from; it is never changed. For one thread. */
final class SourceDatabase implements AutoCloseable {
  private final Connection connection;
  private final PreparedStatement page;

  private SourceDatabase(Connection connection) throws SQLException {
    this.connection = connection;
    page =
        connection.prepareStatement(
            "SELECT id, COALESCE(CAST(text AS TEXT), '') FROM items WHERE id >= ?"
                + " ORDER BY id LIMIT ? OFFSET ?");
  }

  /** Opens the file. */
  static SourceDatabase open(String library, String file) throws SQLException {
    var connection = connect(library, file);
    SourceDatabase opened = null;
    try {
      opened = new SourceDatabase(connection);
      return opened;
    } finally {
      if (opened == null) {
        connection.close();
      }
    }
  }

  /** A connection that cannot write, and runs nothing that a foreign schema may hold. */
  static Connection connect(String library, String file) throws SQLException {
    var config = new SQLiteConfig();
    config.setReadOnly(true);
    var connection = Sqlite.open(library, file, config);
    var usable = false;
    try (var statement = connection.createStatement()) {
      statement.execute("PRAGMA trusted_schema = OFF");
      usable = true;
    } finally {
      if (!usable) {
        connection.close();
      }
    }
    return connection;
  }

  /**
   * Reads rows in the order of their ids.
   *
   * @param number of the batch that they become
   * @param fromId of a row
   * @param skip how many rows after it the first one is
   * @param count how many, fewer where there are no more
   */
  RowBatch read(int number, long fromId, long skip, int count) throws SQLException {
    page.setLong(1, fromId);
    page.setInt(2, count);
    page.setLong(3, skip);
    var ids = new long[count];
    var texts = new String[count];
    var found = 0;
    try (var rows = page.executeQuery()) {
      while (rows.next()) {
        ids[found] = rows.getLong(1);
        texts[found++] = rows.getString(2);
      }
    }
    return new RowBatch(
        number, Arrays.copyOf(ids, found), Arrays.copyOf(texts, found), new long[found]);
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
