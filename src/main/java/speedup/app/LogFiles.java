package speedup.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.logging.ConsoleHandler;
import java.util.logging.FileHandler;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * What the window notes about its own work: a few files that are written in turn, in a folder that
 * only its user can read. The rest of the program notes by {@link System.Logger}, which ends here.
 */
final class LogFiles implements AutoCloseable {
  private static final int FILES = 5;
  private static final int BYTES = 1_000_000;

  private final Logger root = Logger.getLogger("");
  private final Handler handler; // null where nothing is noted

  private LogFiles(Handler handler) {
    this.handler = handler;
  }

  /**
   * From now on everything from "info" on is noted there, and on standard error no more.
   *
   * @throws IOException when nothing can be written there; all is then as before
   */
  static LogFiles open(Path folder) throws IOException {
    return open(folder, BYTES);
  }

  /** The same where that is possible; else nothing is noted, and the window works all the same. */
  static LogFiles openOrElseQuiet(Path folder) {
    try {
      return open(folder);
    } catch (IOException e) {
      System.getLogger(LogFiles.class.getName())
          .log(System.Logger.Level.WARNING, "no log can be written in " + folder, e);
      return new LogFiles(null);
    }
  }

  static LogFiles open(Path folder, int bytes) throws IOException {
    Files.createDirectories(folder);
    if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }
    // %g counts the files of one window, %u the windows that are open at the same time
    var pattern = folder.resolve("speedup-%u-%g.log").toString();
    var handler = new FileHandler(pattern, bytes, FILES, true);
    handler.setEncoding("UTF-8");
    handler.setLevel(Level.INFO);
    handler.setFormatter(new Line());
    var files = new LogFiles(handler);
    for (var other : files.root.getHandlers()) {
      if (other instanceof ConsoleHandler) {
        files.root.removeHandler(other);
      }
    }
    files.root.addHandler(handler);
    return files;
  }

  /** When, how grave, on which thread, where, what; and what was thrown. */
  private static final class Line extends Formatter {
    private static final DateTimeFormatter WHEN =
        DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXXX", Locale.ROOT)
            .withZone(ZoneId.systemDefault());

    @Override
    public String format(LogRecord entry) {
      var text = new StringWriter();
      var out = new PrintWriter(text);
      out.printf(
          Locale.ROOT,
          "%s %s [%s] %s: %s%n",
          WHEN.format(entry.getInstant()),
          entry.getLevel().getName(),
          Thread.currentThread().getName(),
          entry.getLoggerName(),
          formatMessage(entry));
      if (entry.getThrown() != null) {
        entry.getThrown().printStackTrace(out);
      }
      return text.toString();
    }
  }

  @Override
  public void close() {
    if (handler != null) {
      root.removeHandler(handler);
      handler.close();
    }
  }
}
