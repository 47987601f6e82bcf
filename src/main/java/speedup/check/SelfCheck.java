package speedup.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import speedup.check.Finding.State;
import speedup.check.Finding.Subject;
import speedup.measure.Environment;
import speedup.pool.PoolException;
import speedup.pool.ProcessPool;
import speedup.pool.WorkerLauncher;
import speedup.python.PythonException;
import speedup.python.PythonFinder;
import speedup.shm.SharedRegion;

/**
 * Tries what the program needs of this computer: starts a worker, writes into every folder that it
 * writes to, makes shared memory. What it made is gone afterwards.
 *
 * @param launcher starts workers
 * @param python looks for a Python
 * @param temporary the folder for temporary files
 * @param cache the folder for what can be made again
 * @param data the folder for what is kept
 */
public record SelfCheck(
    WorkerLauncher launcher, PythonFinder python, Path temporary, Path cache, Path data) {
  private static final long START_SECONDS = 20;
  private static final Duration ANSWER = Duration.ofSeconds(10);
  private static final int ASKED = 21;

  /** Any number but those of the library's own objects. */
  private static final int KIND = 0x7e57;

  private static final int REGION_BYTES = 4_096;

  /** Looks at everything, one after the other; may take some seconds. */
  public List<Finding> run() throws InterruptedException {
    var machine = Environment.current();
    return List.of(
        worker(),
        sharedMemory(),
        folder(Subject.TEMPORARY_FILES, temporary),
        folder(Subject.CACHE, cache),
        folder(Subject.DATA, data),
        new Finding(
            Subject.CORES,
            machine.logicalCores() > 1 ? State.GOOD : State.NOTE,
            Integer.toString(machine.physicalCores())),
        itsPython());
  }

  private Finding worker() throws InterruptedException {
    var pool = ProcessPool.builder().workers(1).launcher(launcher).open();
    try {
      pool.start(1).get(START_SECONDS, TimeUnit.SECONDS);
      var answer = pool.apply(SelfCheck::twice, ASKED, ANSWER);
      return answer == 2 * ASKED
          ? Finding.good(Subject.WORKER, "")
          : Finding.bad(Subject.WORKER, new IOException("a worker gave a wrong answer"));
    } catch (ExecutionException e) {
      return Finding.bad(Subject.WORKER, e.getCause());
    } catch (TimeoutException e) {
      return Finding.bad(
          Subject.WORKER, new IOException("no answer within %d s".formatted(START_SECONDS)));
    } catch (PoolException e) {
      return Finding.bad(Subject.WORKER, e);
    } finally {
      pool.terminate();
    }
  }

  static int twice(int number) {
    return 2 * number;
  }

  private static Finding sharedMemory() {
    try (var region = SharedRegion.create(KIND, REGION_BYTES)) {
      return Finding.good(Subject.SHARED_MEMORY, region.path().getParent());
    } catch (IOException e) {
      return Finding.bad(Subject.SHARED_MEMORY, e);
    }
  }

  private static Finding folder(Subject subject, Path folder) {
    try {
      Files.createDirectories(folder);
      var file = Files.createTempFile(folder, "check", ".tmp");
      try {
        Files.write(file, new byte[REGION_BYTES]);
      } finally {
        Files.delete(file);
      }
      return Finding.good(subject, folder);
    } catch (IOException e) {
      return Finding.bad(subject, e);
    }
  }

  private Finding itsPython() {
    try {
      return Finding.good(Subject.PYTHON, python.get().version());
    } catch (PythonException e) {
      return new Finding(Subject.PYTHON, State.NOTE, e.getMessage());
    }
  }
}
