package speedup.pool;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.function.Consumer;

/**
 * The last lines that a worker wrote, and the error report of its JVM if that crashed; drains its
 * standard error on a thread of its own.
 */
final class WorkerLog {
  private static final int LINES = 20;
  private static final int MAX_LINE = 2_000;
  private static final int MAX_REPORT = 256 * 1024;
  private static final String CRASH = "# A fatal error has been detected by the Java Runtime";

  private final ArrayDeque<String> lines = new ArrayDeque<>(); // guarded by this
  private final StringBuilder report = new StringBuilder(); // guarded by this

  synchronized void add(String line) {
    if (lines.size() == LINES) {
      lines.removeFirst();
    }
    lines.add(line.length() > MAX_LINE ? line.substring(0, MAX_LINE) + "…" : line);
  }

  synchronized List<String> last() {
    return List.copyOf(lines);
  }

  /** The JVM's error report; empty when it did not crash. */
  synchronized String report() {
    return report.toString();
  }

  /** Whether the line belongs to a crash report, which is kept apart: it has hundreds of lines. */
  private synchronized boolean reported(String line) {
    if (report.isEmpty() && !line.startsWith(CRASH)) {
      return false;
    }
    if (report.length() + line.length() < MAX_REPORT) {
      report.append(line).append('\n');
    }
    return true;
  }

  Thread drain(InputStream standardError, String name, Consumer<String> listener) {
    return Thread.ofPlatform()
        .name(name + " errors")
        .daemon()
        .start(() -> {
          try (var reader =
              new BufferedReader(new InputStreamReader(standardError, StandardCharsets.UTF_8))) {
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
              if (!reported(line)) {
                add(line);
                listener.accept(line);
              }
            }
          } catch (IOException e) {
            add("(its standard error broke off: " + e.getMessage() + ")");
          }
        });
  }
}
