package speedup.workload;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.function.IntConsumer;
import org.sqlite.SQLiteConfig;

/** The database that rows are saved to. For one thread; one process at a time has it open. */
final class TargetDatabase implements AutoCloseable {
  /** In the header of the file: it was made by this program. */
  private static final int MARK = 0x5350_4457;

  private static final int MARK_AT = 68;
  private static final String[] TABLES = {
    "CREATE TABLE items(id INTEGER PRIMARY KEY, text TEXT NOT NULL, digest INTEGER NOT NULL)",
    "CREATE TABLE batches(number INTEGER PRIMARY KEY)"
  };

  private final Connection connection;
  private final PreparedStatement batch;
  private final PreparedStatement row;

  private TargetDatabase(Connection connection) throws SQLException {
    this.connection = connection;
    connection.setAutoCommit(false);
    batch = connection.prepareStatement("INSERT INTO batches VALUES(?) ON CONFLICT DO NOTHING");
    row = connection.prepareStatement("INSERT INTO items VALUES(?, ?, ?)");
  }

  /** A new one. */
  static TargetDatabase create(String library, String file) throws SQLException {
    var config = config();
    config.setApplicationId(MARK);
    var connection = Sqlite.open(library, file, config);
    return opened(
        connection,
        () -> {
          try (var statement = connection.createStatement()) {
            for (var table : TABLES) {
              statement.execute(table);
            }
          }
        });
  }

  /** One that was made before; what a killed process had begun in it is undone. */
  static TargetDatabase open(String library, String file) throws SQLException {
    return opened(Sqlite.open(library, file, config()), () -> {});
  }

  private interface Filling {
    void fill() throws SQLException;
  }

  private static TargetDatabase opened(Connection connection, Filling filling) throws SQLException {
    TargetDatabase opened = null;
    try {
      filling.fill();
      opened = new TargetDatabase(connection);
      return opened;
    } finally {
      if (opened == null) {
        connection.close();
      }
    }
  }

  /** The journal undoes what a killed process began; what a system crash breaks is made anew. */
  private static SQLiteConfig config() {
    var config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.TRUNCATE);
    config.setSynchronous(SQLiteConfig.SynchronousMode.OFF);
    return config;
  }

  /**
   * Saves a batch, all of its rows or none.
   *
   * @return false when it was saved before
   */
  boolean save(RowBatch rows) throws SQLException {
    try {
      batch.setInt(1, rows.number());
      var isNew = batch.executeUpdate() == 1;
      for (var i = 0; isNew && i < rows.rows(); i++) {
        row.setLong(1, rows.ids()[i]);
        row.setString(2, rows.texts()[i]);
        row.setLong(3, rows.digests()[i]);
        row.executeUpdate();
      }
      connection.commit();
      return isNew;
    } catch (SQLException e) {
      undo(e);
      throw e;
    }
  }

  private void undo(SQLException because) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      because.addSuppressed(e); // a full disk has undone it already
    }
  }

  /** Tells of every batch that is in it. */
  void eachSaved(IntConsumer number) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT number FROM batches")) {
      while (rows.next()) {
        number.accept(rows.getInt(1));
      }
    }
    connection.commit();
  }

  /** Reads all of it. */
  SavedRows readBack() throws SQLException {
    var count = 0L;
    var checksum = 0L;
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT id, text, digest FROM items")) {
      while (rows.next()) {
        count++;
        checksum += RowBatch.checksum(rows.getLong(1), rows.getString(2), rows.getLong(3));
      }
    }
    connection.commit();
    return new SavedRows(count, checksum);
  }

  /** Whether a file may be written over: there is none, or this program made it. */
  static boolean mayReplace(Path file) throws IOException {
    if (Files.notExists(file, LinkOption.NOFOLLOW_LINKS)) {
      return true;
    }
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    try (var in = Files.newInputStream(file)) {
      var header = in.readNBytes(MARK_AT + Integer.BYTES);
      return header.length == MARK_AT + Integer.BYTES
          && ByteBuffer.wrap(header).getInt(MARK_AT) == MARK;
    }
  }

  /** A run that a target has ended, told by the folder that a person knows. */
  static FlowException stopped(String file, SQLException failure) {
    var folder = Path.of(file).getParent().getParent();
    return Sqlite.stopped("the target in " + folder, failure);
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
