package speedup.python;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Looks for a Python that can run the workers: the one that the person names, or the first usable
 * {@code python3} of the PATH. Asks each of them once, with a time limit, and keeps the answer.
 * Thread-safe.
 */
public final class PythonFinder {
  /** System property that names a Python; goes before {@link #VARIABLE}. */
  public static final String PROPERTY = "speedup.python";

  /** Environment variable that names a Python. */
  public static final String VARIABLE = "SPEEDUP_PYTHON";

  private static final long LIMIT_MILLIS = 10_000;
  private static final int LONGEST_ANSWER = 10_000;
  private static final int OLDEST_MINOR = 8;
  private static final Pattern VERSION = Pattern.compile("(\\d{1,4})\\.(\\d{1,4})\\.(\\d{1,4})");
  private static final String ANOTHER =
      "install Python 3.%d or later, or name one with %s=/path/to/python3"
          .formatted(OLDEST_MINOR, VARIABLE);

  /** Any Python since 2.6 can answer; a file of the current folder is not taken for a module. */
  private static final String QUESTION =
      """
      import sys
      sys.path = [folder for folder in sys.path if folder]
      missing = []
      for name in ("json", "threading", "multiprocessing.pool", "multiprocessing.synchronize"):
          try:
              __import__(name)
          except ImportError:
              missing.append(name)
      sys.stdout.write("speedup %d.%d.%d\\n" % tuple(sys.version_info[:3]))
      sys.stdout.write(" ".join(missing) + "\\n" + sys.executable + "\\n")
      """;

  private final Optional<String> named;
  private final List<Path> candidates;
  private final long limitMillis;
  private Found found; // guarded by this

  /** What came of looking: a Python, or the reason why there is none. */
  private record Found(Optional<Python> python, String reason) {}

  private record Answer(boolean inTime, int exit, String out, String error) {}

  /** Looks where this program's settings and the PATH say. */
  public PythonFinder() {
    this(
        Optional.ofNullable(System.getProperty(PROPERTY))
            .or(() -> Optional.ofNullable(System.getenv(VARIABLE)))
            .filter(name -> !name.isBlank()),
        onPath(Optional.ofNullable(System.getenv("PATH")).orElse("")),
        LIMIT_MILLIS);
  }

  PythonFinder(Optional<String> named, List<Path> candidates, long limitMillis) {
    this.named = named;
    this.candidates = List.copyOf(candidates);
    this.limitMillis = limitMillis;
  }

  /** A finder that only knows the Python with this path. */
  public static PythonFinder of(String executable) {
    return new PythonFinder(Optional.of(executable), List.of(), LIMIT_MILLIS);
  }

  /** Why there is none, one sentence; empty where there is one. Quick after the first call. */
  public Optional<String> unavailable() {
    var known = found();
    return known.python().isPresent() ? Optional.empty() : Optional.of(known.reason());
  }

  /**
   * The Python.
   *
   * @throws PythonException when there is none, for the reason that {@link #unavailable} gives
   */
  public Python get() throws PythonException {
    var known = found();
    return known.python().orElseThrow(() -> new PythonException(known.reason()));
  }

  private synchronized Found found() {
    if (found == null) {
      found = look();
    }
    return found;
  }

  private Found look() {
    if (named.isPresent()) {
      return ask(named.get());
    }
    Found first = null;
    for (var candidate : candidates) {
      var asked = ask(candidate.toString());
      if (asked.python().isPresent()) {
        return asked;
      }
      first = first == null ? asked : first;
    }
    return first == null ? none("there is no python3 on the PATH; " + ANOTHER) : first;
  }

  private static Found none(String reason) {
    return new Found(Optional.empty(), reason);
  }

  private static List<Path> onPath(String path) {
    var names =
        System.getProperty("os.name").startsWith("Windows")
            ? List.of("python3.exe", "python.exe")
            : List.of("python3");
    var there = new ArrayList<Path>();
    for (var folder : path.split(Pattern.quote(File.pathSeparator))) {
      if (folder.isBlank()) {
        continue; // it would mean the current folder
      }
      try {
        names.stream()
            .map(name -> Path.of(folder).resolve(name))
            .filter(file -> file.isAbsolute() && Files.isExecutable(file))
            .forEach(there::add);
      } catch (InvalidPathException e) {
        continue; // the PATH may hold anything
      }
    }
    return there;
  }

  private Found ask(String executable) {
    try {
      var answer = run(executable);
      if (!answer.inTime()) {
        return none(
            "%s did not say its version within %.0f s; %s"
                .formatted(executable, limitMillis / 1e3, ANOTHER));
      }
      return judge(executable, answer);
    } catch (IOException e) {
      return none(
          "%s cannot be started: it is not there, or may not be executed; %s"
              .formatted(executable, ANOTHER));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return none("looking for Python was interrupted; start the program again");
    }
  }

  private static Found judge(String executable, Answer answer) {
    var lines = answer.out().lines().toList();
    var first = lines.isEmpty() ? "" : lines.getFirst();
    var version = VERSION.matcher(first.startsWith("speedup ") ? first.substring(8) : "");
    if (answer.exit() != 0 || lines.size() != 3 || !version.matches()) {
      var said =
          Stream.of(answer.error(), answer.out())
              .flatMap(String::lines)
              .filter(line -> !line.isBlank())
              .findFirst()
              .map(line -> ": " + Quoted.of(line))
              .orElse("");
      return none(
          "%s does not answer as Python does (exit code %d%s); %s"
              .formatted(executable, answer.exit(), said, ANOTHER));
    }
    var major = Integer.parseInt(version.group(1));
    var minor = Integer.parseInt(version.group(2));
    if (major < 3 || major == 3 && minor < OLDEST_MINOR) {
      return none("%s is Python %s, too old; %s".formatted(executable, version.group(), ANOTHER));
    }
    if (!lines.get(1).isBlank()) {
      return none(
          "%s, Python %s, lacks what the workers need (%s); %s"
              .formatted(executable, version.group(), Quoted.of(lines.get(1)), ANOTHER));
    }
    try {
      return new Found(Optional.of(new Python(Path.of(lines.get(2)), version.group())), "");
    } catch (InvalidPathException e) {
      return none("%s does not know where it is; %s".formatted(executable, ANOTHER));
    }
  }

  private Answer run(String executable) throws IOException, InterruptedException {
    var process = new ProcessBuilder(executable, "-E", "-c", QUESTION).start();
    try {
      process.getOutputStream().close();
      var out = CompletableFuture.supplyAsync(() -> read(process.getInputStream()));
      var error = CompletableFuture.supplyAsync(() -> read(process.getErrorStream()));
      var inTime = process.waitFor(limitMillis, TimeUnit.MILLISECONDS);
      return inTime
          ? new Answer(true, process.exitValue(), text(out), text(error))
          : new Answer(false, -1, "", "");
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private static String read(InputStream stream) {
    try {
      return new String(stream.readNBytes(LONGEST_ANSWER), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String text(CompletableFuture<String> stream) throws IOException, InterruptedException {
    try {
      return stream.get(limitMillis, TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException("what it said cannot be read", e);
    }
  }
}
