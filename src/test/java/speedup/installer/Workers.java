package speedup.installer;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Worker processes of the installed program, as the system sees them. */
final class Workers {
  private static final Duration PAUSE = Duration.ofMillis(20);

  private Workers() {}

  /**
   * A process.
   *
   * @param handle the process
   * @param command what it was started with
   */
  record Seen(ProcessHandle handle, String command) {}

  /** Those of a program as soon as there are two. */
  static List<Seen> of(long program, int limitSeconds) throws InterruptedException {
    return await(
        () ->
            ProcessHandle.of(program).stream()
                .flatMap(ProcessHandle::descendants)
                .map(Workers::seen)
                .filter(seen -> seen.command().contains("-Dspeedup.worker="))
                .toList(),
        found -> found.size() >= 2,
        limitSeconds);
  }

  static void awaitEnd(List<Seen> workers, int limitSeconds) throws InterruptedException {
    await(
        () -> workers.stream().filter(seen -> seen.handle().isAlive()).toList(),
        List::isEmpty,
        limitSeconds);
  }

  /** All processes of programs in a folder. */
  static List<String> below(Path folder) {
    return ProcessHandle.allProcesses()
        .map(handle -> handle.info().command().orElse(""))
        .filter(command -> command.startsWith(folder.toString()))
        .toList();
  }

  private static Seen seen(ProcessHandle handle) {
    return new Seen(handle, handle.info().commandLine().orElse(""));
  }

  private static List<Seen> await(
      Supplier<List<Seen>> question, Predicate<List<Seen>> answer, int limitSeconds)
      throws InterruptedException {
    var limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(limitSeconds);
    var found = question.get();
    while (!answer.test(found)) {
      if (System.nanoTime() > limit) {
        throw new AssertionError("after " + limitSeconds + " seconds there are " + found);
      }
      Thread.sleep(PAUSE);
      found = question.get();
    }
    return found;
  }
}
