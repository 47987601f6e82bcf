package speedup.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Children, their children, and the program that started them. */
@Timeout(120)
class ChildFamilyTest extends NoChildStays {
  @Test
  void activeChildrenAreThoseThatRun() throws Exception {
    var first = Watched.running(ChildTasks::runForEver);
    var second = Watched.running(ChildTasks::runForEver);
    assertEquals(List.of(first.child, second.child), ChildProcess.activeChildren());
    first.child.kill();
    first.awaitEnd();
    assertEquals(List.of(second.child), ChildProcess.activeChildren());
    second.child.kill();
    second.awaitEnd();
    assertEquals(List.of(), ChildProcess.activeChildren());
  }

  @Test
  void everyProcessKnowsItsNameAndItsParent() throws Exception {
    assertEquals("main", ChildProcess.currentName());
    assertEquals(OptionalLong.empty(), ChildProcess.parentPid());
    var watched = Watched.ended(ChildTasks::tellNames);
    var name = watched.child.name();
    assertTrue(name.matches("process \\d+"), name);
    assertEquals(
        List.of(name + " of " + ProcessHandle.current().pid(), name + ":1"),
        watched.printed(false));
  }

  @Test
  void aTaskInAChildCanUseAPool() throws Exception {
    var watched = Watched.ended(ChildTasks::mapInAPool);
    assertEquals(List.of("[1, 4, 9]"), watched.printed(false));
    assertEquals(OptionalInt.of(0), watched.child.exitCode());
  }

  @Test
  void aTaskOfAPoolCanStartAChild() throws Exception {
    try (var pool = ProcessPool.open(1)) {
      var code =
          pool.<Integer, Integer>apply(
              x -> {
                var child = new ChildProcess(() -> System.exit(x));
                child.start();
                child.join();
                return child.exitCode().orElseThrow();
              },
              7);
      assertEquals(7, code);
    }
  }

  @Test
  void aProcessThatStartsItselfAgainEndsWithAClearWord() throws Exception {
    var watched = Watched.ended(ChildTasks::startMyself);
    assertEquals(OptionalInt.of(1), watched.child.exitCode());
    var why =
        assertInstanceOf(PoolException.TaskThrew.class, watched.child.failure().orElseThrow());
    var trace = new StringWriter();
    why.printStackTrace(new PrintWriter(trace));
    assertTrue(trace.toString().contains("8 levels deep"), trace.toString());
    assertTrue(
        watched.printed(true).stream()
            .anyMatch(line -> line.contains(PoolException.StartFailed.class.getName())),
        watched.printed(true).toString());
  }

  // --- the end of one of them

  @Test
  void aChildWaitsForItsOwnChildrenUnlessTheyAreDaemons() throws Exception {
    var waiting = new Watched(() -> ChildTasks.startAnother(false, false));
    waiting.child.start();
    var grandchild = handle(waiting.awaitLine("grandchild"));
    assertTrue(waiting.child.isAlive());
    assertTrue(grandchild.destroyForcibly());
    waiting.awaitEnd();
    assertEquals(OptionalInt.of(0), waiting.child.exitCode());

    var free = Watched.ended(() -> ChildTasks.startAnother(true, false));
    handle(free.awaitLine("grandchild")).onExit().get(30, TimeUnit.SECONDS);
    assertEquals(OptionalInt.of(0), free.child.exitCode());
  }

  @Test
  void aChildThatIsTerminatedTakesItsChildrenWithIt() throws Exception {
    var watched = new Watched(() -> ChildTasks.startAnother(false, true));
    watched.child.start();
    var grandchild = handle(watched.awaitLine("grandchild"));
    watched.child.terminate();
    watched.awaitEnd();
    grandchild.onExit().get(30, TimeUnit.SECONDS);
    assertFalse(grandchild.isAlive());
  }

  @Test
  void daemonsEndWithTheProgram() throws Exception {
    try (var family = Family.of("daemon", "end")) {
      family.program.onExit().get(30, TimeUnit.SECONDS);
      assertEquals(0, family.program.exitValue());
      family.awaitChildrenEnd();
    }
  }

  @Test
  void aProgramWaitsForChildrenThatAreNoDaemons() throws Exception {
    try (var family = Family.of("plain", "end")) {
      assertThrows(
          TimeoutException.class, () -> family.program.onExit().get(300, TimeUnit.MILLISECONDS));
      assertTrue(family.grandchild.destroyForcibly());
      assertTrue(family.child.destroyForcibly());
      family.program.onExit().get(30, TimeUnit.SECONDS);
      assertEquals(0, family.program.exitValue());
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void nobodyOutlivesAProgramThatIsKilled() throws Exception {
    for (var kind : List.of("daemon", "plain")) {
      try (var family = Family.of(kind, "wait")) {
        family.program.destroyForcibly();
        family.awaitChildrenEnd();
      }
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void processesLeaveNothingInSharedPlaces() throws Exception {
    var before = sharedFiles();
    var watched = Watched.running(ChildTasks::runForEver);
    watched.child.kill();
    watched.awaitEnd();
    Watched.ended(() -> ChildTasks.print("hello"));
    var after = sharedFiles();
    after.removeAll(before);
    after.removeIf(file -> !file.contains(Long.toString(watched.child.pid())));
    assertEquals(Set.of(), after);
  }

  private static Set<String> sharedFiles() throws IOException {
    var names = new TreeSet<String>();
    for (var place : List.of("/dev/shm", System.getProperty("java.io.tmpdir"))) {
      try (var files = Files.list(Path.of(place))) {
        files.map(Path::toString).forEach(names::add);
      }
    }
    return names;
  }

  private static ProcessHandle handle(String line) {
    return ProcessHandle.of(Long.parseLong(line.substring(line.indexOf(' ') + 1))).orElseThrow();
  }

  /** A program in a JVM of its own, its child, and the child's child. */
  private record Family(Process program, ProcessHandle child, ProcessHandle grandchild)
      implements AutoCloseable {
    static Family of(String... args) throws IOException {
      var command =
          new ArrayList<>(
              List.of(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:+UseSerialGC",
                  ChildOwner.class.getName()));
      command.addAll(List.of(args));
      var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
      builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
      var program = builder.start();
      var lines = program.inputReader();
      try {
        var grandchild = handle(line(lines, "grandchild"));
        return new Family(program, handle(line(lines, "child")), grandchild);
      } catch (IOException | RuntimeException e) {
        program.destroyForcibly();
        throw e;
      }
    }

    private static String line(BufferedReader lines, String beginning) throws IOException {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith(beginning + " ")) {
          return line;
        }
      }
      throw new IOException("the program ended without a line that begins with " + beginning);
    }

    void awaitChildrenEnd() throws Exception {
      CompletableFuture.allOf(child.onExit(), grandchild.onExit()).get(10, TimeUnit.SECONDS);
      assertFalse(child.isAlive() || grandchild.isAlive());
    }

    @Override
    public void close() {
      program.destroyForcibly();
      child.destroyForcibly();
      grandchild.destroyForcibly();
    }
  }
}
