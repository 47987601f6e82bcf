package speedup.python;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The process that holds the pool, and the pipes to it. Three threads read and write them, so that
 * nobody else ever waits for a pipe. Thread-safe.
 */
final class PythonLink implements AutoCloseable {
  private static final int LONGEST_LINE = 64 << 20;
  private static final int LAST_WORDS = 4_000;
  private static final long LAST_WORDS_MILLIS = 500;
  private static final long GOODBYE_MILLIS = 500;
  private static final byte[] NO_MORE = {};

  private final Process process;
  private final BlockingQueue<byte[]> out = new LinkedBlockingQueue<>();
  private final BlockingQueue<PythonMessage> in = new LinkedBlockingQueue<>();
  private final StringBuilder words = new StringBuilder(); // guarded by itself
  private final Thread errors;

  private PythonLink(Process process) {
    this.process = process;
    errors = start("python errors", this::readErrors);
    start("python reader", this::read);
    start("python writer", this::write);
  }

  /** Starts the script; -I keeps files of the current folder and of the person's out of it. */
  static PythonLink start(Python python, Path script) throws PythonException {
    try {
      return new PythonLink(
          new ProcessBuilder(python.executable().toString(), "-I", script.toString())
              .directory(script.getParent().toFile())
              .start());
    } catch (IOException e) {
      throw new PythonException(
          "Python %s cannot be started (%s); try again, or name another one with %s"
              .formatted(python.version(), e.getMessage(), PythonFinder.VARIABLE),
          e);
    }
  }

  private static Thread start(String name, Runnable body) {
    return Thread.ofPlatform().name(name).daemon().start(body);
  }

  ProcessHandle handle() {
    return process.toHandle();
  }

  /** Sends a message, as soon as the pipe takes it. */
  void send(Map<String, ?> message) {
    out.add(PythonMessage.bytes(message));
  }

  /** The next message; null when none came in time. After the last comes {@code Gone}. */
  PythonMessage poll(long millis) throws InterruptedException {
    return in.poll(millis, TimeUnit.MILLISECONDS);
  }

  private void write() {
    try (var pipe = new BufferedOutputStream(process.getOutputStream())) {
      while (true) {
        var message = out.poll();
        if (message == null) {
          pipe.flush();
          message = out.take();
        }
        if (message == NO_MORE) {
          return;
        }
        pipe.write(message);
        pipe.write('\n');
      }
    } catch (IOException e) {
      // the process has ended; the reader finds that out as well, and says it
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts this thread", e);
    }
  }

  private void read() {
    try (var pipe = process.getInputStream()) {
      var lines = new LineReader(pipe, LONGEST_LINE);
      for (var line = lines.next(); line != null; line = lines.next()) {
        in.add(PythonMessage.parse(line));
      }
      in.add(new PythonMessage.Gone(howItEnded()));
    } catch (PythonException e) {
      in.add(new PythonMessage.Gone(e.getMessage()));
    } catch (IOException e) {
      in.add(new PythonMessage.Gone("the pipe from Python broke: " + e.getMessage()));
    }
  }

  private String howItEnded() {
    try {
      var ended = process.waitFor(LAST_WORDS_MILLIS, TimeUnit.MILLISECONDS);
      errors.join(LAST_WORDS_MILLIS);
      var last = lastLine();
      return "the Python process ended in the middle of its work (%s%s); run it again"
          .formatted(
              ended ? "exit code " + process.exitValue() : "it closed its pipe",
              last.isEmpty() ? "" : ": " + last);
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts this thread", e);
    }
  }

  private String lastLine() {
    synchronized (words) {
      List<String> lines = words.toString().lines().filter(line -> !line.isBlank()).toList();
      return lines.isEmpty() ? "" : Quoted.of(lines.getLast());
    }
  }

  private void readErrors() {
    var some = new byte[LAST_WORDS];
    try (var pipe = process.getErrorStream()) {
      for (var count = pipe.read(some); count >= 0; count = pipe.read(some)) {
        synchronized (words) {
          words.append(new String(some, 0, count, StandardCharsets.UTF_8));
          words.delete(0, Math.max(0, words.length() - LAST_WORDS));
        }
      }
    } catch (IOException e) {
      synchronized (words) {
        words.append("\nits messages cannot be read: ").append(e.getMessage());
      }
    }
  }

  /** Ends the process and everything that it started; a goodbye first, so that it cleans up. */
  @Override
  public void close() {
    var family = process.descendants().toList();
    out.clear();
    out.add(NO_MORE);
    var interrupted = false;
    try {
      process.waitFor(GOODBYE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      interrupted = true;
    }
    process.destroyForcibly();
    try { // helpers of multiprocessing tidy up when it has ended
      CompletableFuture.allOf(
              family.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
          .get(GOODBYE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      interrupted = true;
    } catch (ExecutionException | TimeoutException e) {
      // they did not, and are ended below
    }
    family.forEach(ProcessHandle::destroyForcibly);
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
