package speedup.workload;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/** Opens SQLite databases, and says in words why one cannot be used. */
final class Sqlite {
  /** Where there is no file. */
  static final String IN_MEMORY = ":memory:";

  private static final String URL = "jdbc:sqlite:";
  private static final String LIBRARY_FOLDER = "org.sqlite.lib.path";
  private static final int LOCK_MILLIS = 2_000;
  private static final int PRIMARY_CODE = 0xFF;

  private Sqlite() {}

  /**
   * Unpacks the native library once for all processes. Left alone, each process would unpack one of
   * its own, and leave it behind when it is killed.
   *
   * @return its folder; empty where the library finds itself
   */
  static String unpack(Path cacheFolder) throws IOException, InterruptedException {
    var name = LibraryLoaderUtil.getNativeLibName();
    byte[] packed;
    try (var in =
        Sqlite.class.getResourceAsStream(
            LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name)) {
      if (in == null) {
        return ""; // a system that it brings nothing for: what the system has is looked for
      }
      packed = in.readAllBytes();
    }
    var folder = cacheFolder.toAbsolutePath().resolve("sqlite-" + SQLiteJDBCLoader.getVersion());
    var file = folder.resolve(name);
    if (!Files.isRegularFile(file) || !Arrays.equals(packed, Files.readAllBytes(file))) {
      Aside.write(file, out -> out.write(packed));
    }
    return folder.toString();
  }

  /**
   * Opens a database, or makes an empty one.
   *
   * @param library what {@link #unpack} gave
   * @param file its whole path, or {@link #IN_MEMORY}
   * @param config how; the wait for locks is set here
   */
  static Connection open(String library, String file, SQLiteConfig config) throws SQLException {
    if (file.contains("?")) {
      throw new SQLException("a question mark in the name of its file or folder; rename it");
    }
    if (!library.isEmpty()) {
      System.setProperty(LIBRARY_FOLDER, library);
    }
    config.setBusyTimeout(LOCK_MILLIS);
    return config.createConnection(URL + file);
  }

  /** What is the matter with a database and what to do; goes on after its name. */
  static String problem(SQLException failure) {
    var code =
        failure instanceof SQLiteException known
            ? known.getResultCode()
            : SQLiteErrorCode.UNKNOWN_ERROR;
    return switch (code.code & PRIMARY_CODE) {
      case 5, 6 -> "is locked by another program; close it there, then run again";
      case 8, 3, 23 -> "may not be written; change its permissions or choose another place";
      case 13 -> "has no room on its disk any more; make room, then run again";
      case 14 -> "cannot be opened; check that it and its folder may be read and written";
      case 26 -> "is no SQLite database; choose one";
      case 11 -> "is damaged; choose another database, or repair it";
      default ->
          "cannot be used (%s); check it, or choose another"
              .formatted(Words.plain(String.valueOf(failure.getMessage())));
    };
  }

  /** A run that a database has ended. */
  static FlowException stopped(String file, SQLException failure) {
    return new FlowException(Words.plain(file) + " " + problem(failure));
  }
}
