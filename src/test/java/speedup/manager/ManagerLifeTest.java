package speedup.manager;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import speedup.ipc.ProcessSemaphore;
import speedup.pool.AsyncResult;
import speedup.pool.ProcessPool;

/** Start and end of a manager, in order and otherwise. */
@Timeout(120)
@DisabledOnOs(OS.WINDOWS)
class ManagerLifeTest {
  private static final Path MEMORY =
      Path.of("/dev/shm", "speedup-" + System.getProperty("user.name"));

  /** The names of the shared files that processes have made. */
  private static Set<String> filesOf(long pid) throws IOException {
    if (Files.notExists(MEMORY)) {
      return Set.of();
    }
    try (var files = Files.list(MEMORY)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> List.of(name.split("-")).contains(Long.toString(pid)))
          .collect(Collectors.toSet());
    }
  }

  private static boolean runs(long pid) {
    return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void leavesNothing() throws Exception {
    var self = ProcessHandle.current().pid();
    var before = filesOf(self);
    long pid;
    try (var manager = Manager.builder().name("the manager").memoryLimit(64 << 20).start();
        var other = new OtherProcess()) {
      pid = manager.pid();
      assertTrue(manager.isAlive());
      assertTrue(manager.toString().startsWith("the manager"), manager.toString());
      ManagedList<Integer> list = manager.list();
      other.run(() -> list.add(1));
      assertEquals(List.of(1), list);
    }
    assertFalse(runs(pid));
    assertEquals(before, filesOf(self));
    assertEquals(Set.of(), filesOf(pid));
  }

  @Test
  void everyOperationOfAClosedOneFails() {
    var manager = Manager.start();
    ManagedList<Integer> list = manager.list();
    manager.close();
    manager.close();
    var ended = assertThrows(ManagerException.Ended.class, () -> list.add(1));
    assertEquals("the manager was closed", ended.getMessage());
    assertThrows(ManagerException.Ended.class, manager::lock);
    assertEquals("managed list, whose manager has ended", list.toString());
    try (var pool = ProcessPool.open(1)) {
      assertThrows(RuntimeException.class, () -> pool.apply(ManagedList::size, list));
    }
  }

  @Test
  void aJvmThatDoesNotStartIsToldOf() {
    var builder = Manager.builder().jvmFlags("-XX:NoSuchFlag");
    assertThrows(ManagerException.Ended.class, builder::start);
  }

  /** What a wait ended with. */
  private static CompletableFuture<Object> waiting(OtherProcess.Body wait) {
    var result = new CompletableFuture<Object>();
    var thread =
        new Thread(() -> {
          try {
            result.complete(wait.run());
          } catch (Throwable e) { // is what is looked at
            result.completeExceptionally(e);
          }
        });
    thread.setDaemon(true);
    thread.start();
    return result;
  }

  private static List<OtherProcess.Body> waits(Manager manager) throws Exception {
    var lock = manager.lock();
    lock.acquire();
    var queue = manager.queue();
    var event = manager.event();
    var semaphore = manager.semaphore(0);
    var barrier = manager.barrier(9);
    var condition = manager.condition();
    return List.of(
        () -> lock.tryAcquire(Duration.ofDays(1)),
        queue::take,
        () -> event.await(Duration.ofDays(1)),
        () -> semaphore.tryAcquire(Duration.ofDays(1)),
        barrier::await,
        () -> {
          try (var _ = condition.lock().hold()) {
            return condition.await(Duration.ofDays(1));
          }
        });
  }

  @Test
  void whoWaitsIsToldThatTheManagerWasKilled() throws Exception {
    try (var manager = Manager.start();
        var ready = new ProcessSemaphore(0);
        var pool = ProcessPool.open(2)) {
      var waits = waits(manager);
      var here = waits.stream().map(ManagerLifeTest::waiting).toList();
      List<AsyncResult<Object>> there =
          Stream.of(waits.get(0), waits.get(1))
              .map(wait -> {
                OtherProcess.Body body =
                    () -> {
                      ready.release();
                      return wait.run();
                    };
                return pool.applyAsync(OtherProcess.Body::run, body);
              })
              .toList();
      for (var i = 0; i < there.size(); i++) {
        assertTrue(ready.tryAcquire(OtherProcess.LIMIT));
      }
      while (manager.count()[2] < 9) { // all wait, and this thread asks
        LockSupport.parkNanos(1_000_000);
      }
      ProcessHandle.of(manager.pid()).orElseThrow().destroyForcibly();
      for (var result : here) {
        var thrown = assertThrows(ExecutionException.class, () -> result.get(20, TimeUnit.SECONDS));
        assertInstanceOf(ManagerException.Ended.class, thrown.getCause());
      }
      for (var result : there) {
        var thrown = assertThrows(RuntimeException.class, () -> result.get(OtherProcess.LIMIT));
        assertInstanceOf(ManagerException.Ended.class, thrown.getCause(), () -> "" + thrown);
      }
      assertThrows(ManagerException.Ended.class, manager::list);
    }
  }

  @Test
  void whoWaitsIsToldThatTheManagerWasClosed() throws Exception {
    List<CompletableFuture<Object>> here;
    try (var manager = Manager.start()) {
      here = waits(manager).stream().map(ManagerLifeTest::waiting).toList();
      while (manager.count()[2] < 7) {
        LockSupport.parkNanos(1_000_000);
      }
    }
    for (var result : here) {
      var thrown = assertThrows(ExecutionException.class, () -> result.get(20, TimeUnit.SECONDS));
      assertInstanceOf(ManagerException.Ended.class, thrown.getCause());
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void endsWithItsStarter() throws Exception {
    try (var ours = Manager.start();
        var other = new OtherProcess()) {
      ManagedQueue<Long> pids = ours.queue();
      other.start(() -> {
        var theirs = Manager.start();
        pids.put(theirs.pid());
        return theirs.queue().take();
      });
      var theirs = ProcessHandle.of(pids.poll(OtherProcess.LIMIT)).orElseThrow();
      assertTrue(theirs.isAlive());
      ProcessHandle.of(other.pid()).orElseThrow().destroyForcibly();
      theirs.onExit().get(20, TimeUnit.SECONDS);
      assertFalse(theirs.isAlive());
    }
  }

  @Test
  void usesClassesThatOnlyItsStarterHas(@TempDir Path folder) throws Exception {
    var source = folder.resolve("Note.java");
    Files.writeString(source, "package foreign; public record Note(int number) {}");
    var compiler = ToolProvider.getSystemJavaCompiler();
    assertEquals(
        0, compiler.run(null, null, null, "-d", folder.toString(), source.toString()), "javac");
    var thread = Thread.currentThread();
    var before = thread.getContextClassLoader();
    try (var loader = new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
      thread.setContextClassLoader(loader);
      var note = loader.loadClass("foreign.Note").getConstructor(int.class).newInstance(7);
      try (var manager = Manager.builder().admit("foreign.").start()) {
        ManagedSet<Object> set = manager.set();
        assertTrue(set.add(note));
        assertFalse(set.add(note));
        assertEquals(Set.of(note), set);
      }
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
