package speedup.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import speedup.SmallDisk;
import speedup.check.Finding.State;
import speedup.check.Finding.Subject;
import speedup.pool.JvmLauncher;
import speedup.pool.WorkerLauncher;
import speedup.python.PythonFinder;

/** What the check says of this computer, and of one that forbids things. */
@Timeout(60)
class SelfCheckTest {
  private final WorkerLauncher workers = JvmLauncher.ofThisProcess(List.of());

  /** What a system that forbids processes answers: the same call, and really no process. */
  private final WorkerLauncher forbidden =
      _ -> new ProcessBuilder("/nowhere/bin/java", "-version").start();

  private final PythonFinder noPython = PythonFinder.of("/nowhere/python3");
  @TempDir Path folder;

  private SelfCheck check(WorkerLauncher launcher, Path data) {
    return new SelfCheck(
        launcher, noPython, folder.resolve("temporary"), folder.resolve("cache"), data);
  }

  private static Finding of(Subject subject, List<Finding> findings) {
    return findings.stream().filter(one -> one.subject() == subject).findFirst().orElseThrow();
  }

  @Test
  void aComputerThatAllowsEverythingIsGood() throws InterruptedException, IOException {
    var findings = check(workers, folder.resolve("data")).run();

    assertFalse(findings.stream().anyMatch(one -> one.state() == State.BAD), findings::toString);
    assertEquals(State.NOTE, of(Subject.PYTHON, findings).state());
    try (var left = Files.list(folder.resolve("data"))) {
      assertEquals(List.of(), left.toList());
    }
  }

  @Test
  void tellsThatNoProcessCanStart() throws InterruptedException {
    var findings = check(forbidden, folder.resolve("data")).run();
    var worker = of(Subject.WORKER, findings);

    assertEquals(State.BAD, worker.state());
    assertTrue(worker.detail().contains("/nowhere/bin/java"), worker::detail);
    assertEquals(State.GOOD, of(Subject.DATA, findings).state());
  }

  @Test
  void tellsOfAWorkerThatEndsAtOnce() throws InterruptedException {
    var findings =
        check(JvmLauncher.ofThisProcess(List.of("-XX:NoSuchOption=1")), folder.resolve("data"))
            .run();

    assertEquals(State.BAD, of(Subject.WORKER, findings).state());
  }

  @Test
  void tellsOfAFolderThatCannotBeWritten() throws Exception {
    try (var disk = SmallDisk.mount(folder.resolve("disk"), "size=100k")) {
      disk.change("ro");
      var findings = check(forbidden, folder.resolve("disk/data")).run();

      assertEquals(State.BAD, of(Subject.DATA, findings).state());
      assertEquals(State.GOOD, of(Subject.CACHE, findings).state());
    }
  }

  @Test
  void tellsOfAFileInThePlaceOfAFolder() throws IOException, InterruptedException {
    var file = Files.writeString(folder.resolve("data"), "not a folder");
    var data = of(Subject.DATA, check(forbidden, file).run());

    assertEquals(State.BAD, data.state());
    assertTrue(data.detail().contains("data"), data::detail);
  }
}
