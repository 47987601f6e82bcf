package speedup.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteException;

/** The file of the history: opens it, brings it up to date, or sets it aside. */
final class Database {
  /** The newest schema; each migration sets {@code user_version} to its own number. */
  static final int VERSION = 1;

  private static final String NAME = "history.db";
  private static final List<String> PARTS = List.of("", "-wal", "-shm");
  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS");
  private static final int LOCK_MILLIS = 5_000;

  // kept, as loggers that nobody holds forget their level
  private static final Logger MIGRATIONS = Logger.getLogger("org.flywaydb");

  private Database() {}

  /** The file cannot be used by this version and has to make room; says why, after its name. */
  static final class UnusableException extends Exception {
    UnusableException(String why, Throwable cause) {
      super(why, cause);
    }
  }

  static Path file(Path folder) {
    return folder.toAbsolutePath().resolve(NAME);
  }

  /**
   * Opens the file, or makes one that only its owner can read.
   *
   * @throws UnusableException when it is damaged, no database, or of a newer version
   * @throws SQLException when it cannot be read or written
   */
  static Connection open(Path file) throws IOException, SQLException, UnusableException {
    makePrivate(file);
    try {
      var connection = connect(file);
      try {
        bringUpToDate(connection, file);
        return connection;
      } catch (SQLException | UnusableException | RuntimeException e) {
        connection.close();
        throw e;
      }
    } catch (SQLException e) {
      if (damaged(e)) {
        throw new UnusableException("is damaged", e);
      }
      throw e;
    }
  }

  private static Connection connect(Path file) throws SQLException {
    var config = config();
    // a writer waits for its turn at the beginning, not in the middle
    config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    return source(file, config).getConnection();
  }

  private static SQLiteConfig config() {
    var config = new SQLiteConfig();
    config.setBusyTimeout(LOCK_MILLIS);
    config.enforceForeignKeys(true);
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
    return config;
  }

  private static SQLiteDataSource source(Path file, SQLiteConfig config) {
    var source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file.toUri());
    return source;
  }

  private static void bringUpToDate(Connection connection, Path file)
      throws SQLException, UnusableException {
    int version = version(connection);
    if (version > VERSION) {
      throw new UnusableException("was written by a newer version of the program", null);
    }
    if (version == VERSION) {
      return;
    }
    MIGRATIONS.setLevel(Level.OFF); // what goes wrong is thrown, and told in a sentence
    try {
      Flyway.configure()
          .dataSource(source(file, config()))
          .locations("classpath:speedup/history/migrations")
          .load()
          .migrate();
    } catch (FlywayException e) {
      if (version(connection) == VERSION) {
        return; // another program that starts just now was faster
      }
      if (e.getCause() instanceof SQLException cause && !damaged(cause)) {
        throw cause;
      }
      throw new UnusableException("has tables that are not those of this program", e);
    }
  }

  private static int version(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery("PRAGMA user_version")) {
      return row.getInt(1);
    }
  }

  private static void makePrivate(Path file) throws IOException {
    var posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    if (Files.notExists(file.getParent())) {
      Files.createDirectories(file.getParent());
      if (posix) {
        Files.setPosixFilePermissions(
            file.getParent(), PosixFilePermissions.fromString("rwx------"));
      }
    }
    if (posix && Files.notExists(file)) {
      // the files that SQLite puts beside it take over its permissions
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
  }

  /**
   * Renames the file and those beside it.
   *
   * @return its new place
   */
  static Path setAside(Path file) throws IOException {
    var name = "history-" + LocalDateTime.now().format(STAMP) + ".db";
    for (var part : PARTS) {
      try {
        Files.move(
            file.resolveSibling(file.getFileName() + part), file.resolveSibling(name + part));
      } catch (NoSuchFileException _) {
        // not each of them is always there
      }
    }
    return file.resolveSibling(name);
  }

  static boolean damaged(SQLException failure) {
    return switch (code(failure)) {
      case 11, 26 -> true;
      default -> false;
    };
  }

  private static int code(SQLException failure) {
    return failure instanceof SQLiteException known ? known.getResultCode().code & 0xFF : 1;
  }

  /** What is the matter, and what to do. */
  static String problem(SQLException failure) {
    return switch (code(failure)) {
      case 5, 6 -> "is in use by another program; close that and try again";
      case 3, 8, 23 -> "may not be written; change the permissions of its folder";
      case 10, 13 -> "cannot be written, as the disk is full or failing; make room on it";
      case 11, 26 -> "is damaged";
      case 14 -> "cannot be opened; check that its folder may be read and written";
      default -> "cannot be used (%s); check its folder".formatted(failure.getMessage());
    };
  }
}
