package speedup.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** One process: how it starts, and every way in which it ends. */
@Timeout(60)
class ChildProcessTest extends NoChildStays {
  @Test
  void aTaskThatReturnsEndsWithZero() throws Exception {
    var watched = Watched.ended(() -> ChildTasks.print("hello"));
    assertEquals(OptionalInt.of(0), watched.child.exitCode());
    assertEquals(Optional.empty(), watched.child.failure());
    assertEquals("exit code 0", watched.child.exit().orElseThrow().inWords());
    assertFalse(watched.child.isAlive());
  }

  @Test
  void capturedArgumentsAreSentAlong() throws Exception {
    var words = List.of("one", "two");
    assertEquals(
        words, Watched.ended(() -> ChildTasks.print(String.join("\n", words))).printed(false));
  }

  @Test
  void whatTheTaskThrewIsTheCauseAndIsPrinted() throws Exception {
    var watched = Watched.ended(() -> ChildTasks.divide(1, 0));
    assertEquals(OptionalInt.of(1), watched.child.exitCode());
    var why =
        assertInstanceOf(PoolException.TaskThrew.class, watched.child.failure().orElseThrow());
    assertEquals(ArithmeticException.class.getName(), why.type());
    assertTrue(why.getMessage().contains(watched.child.name()), why.getMessage());
    assertTrue(trace(why.getCause()).contains("ChildTasks.divide"), () -> trace(why.getCause()));
    var printed = String.join("\n", watched.printed(true));
    assertTrue(printed.startsWith("Exception in process \"" + watched.child.name()), printed);
    assertTrue(printed.contains("ChildTasks.divide"), printed);
  }

  private static String trace(Throwable thrown) {
    var text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text));
    return text.toString();
  }

  @Test
  void theCodeOfSystemExitIsItsExitCode() throws Exception {
    var child = Watched.ended(() -> System.exit(3)).child;
    assertEquals(OptionalInt.of(3), child.exitCode());
    var why = assertInstanceOf(PoolException.WorkerExited.class, child.failure().orElseThrow());
    assertEquals(3, why.code());
    assertFalse(why.halted());
  }

  @Test
  void theCodeOfHaltIsItsExitCode() throws Exception {
    var child = Watched.ended(() -> Runtime.getRuntime().halt(4)).child;
    assertEquals(OptionalInt.of(4), child.exitCode());
    var why = assertInstanceOf(PoolException.WorkerExited.class, child.failure().orElseThrow());
    assertTrue(why.halted());
  }

  @Test
  void exitingWithZeroIsNoFailure() throws Exception {
    var child = Watched.ended(() -> System.exit(0)).child;
    assertEquals(OptionalInt.of(0), child.exitCode());
    assertEquals(Optional.empty(), child.failure());
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aCodeThatLooksLikeASignalIsACode() throws Exception {
    var child = Watched.ended(() -> System.exit(137)).child;
    assertEquals(OptionalInt.of(137), child.exitCode());
    assertEquals(Optional.empty(), child.exit().orElseThrow().signal());
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aSignalFromOutsideIsItsExitCodeWithAMinus() throws Exception {
    assertEndsBy("-KILL", -9, "SIGKILL");
    assertEndsBy("-TERM", -15, "SIGTERM");
  }

  private static void assertEndsBy(String option, int code, String name) throws Exception {
    var watched = Watched.running(ChildTasks::runForEver);
    var pid = Long.toString(watched.child.pid());
    assertEquals(0, new ProcessBuilder("kill", option, pid).start().waitFor());
    watched.awaitEnd();
    assertKilled(watched.child, code, name);
  }

  private static void assertKilled(ChildProcess child, int code, String name) {
    assertEquals(OptionalInt.of(code), child.exitCode());
    assertEquals(Optional.of(name), child.exit().orElseThrow().signal());
    var why = assertInstanceOf(PoolException.WorkerKilled.class, child.failure().orElseThrow());
    assertEquals(name, why.signal());
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void terminateAsksAndKillDoesNot() throws Exception {
    var asked = Watched.running(ChildTasks::runForEver);
    asked.child.terminate();
    asked.awaitEnd();
    assertKilled(asked.child, -15, "SIGTERM");

    var stubborn = Watched.running(ChildTasks::refuseToEnd);
    stubborn.child.terminate();
    stubborn.awaitLine("not yet");
    assertFalse(stubborn.child.join(Duration.ofMillis(50)));
    assertTrue(stubborn.child.isAlive());
    stubborn.child.kill();
    stubborn.awaitEnd();
    assertKilled(stubborn.child, -9, "SIGKILL");
    stubborn.child.kill();
    stubborn.child.terminate();
    assertKilled(stubborn.child, -9, "SIGKILL");
  }

  @Test
  void oneThatIsKilledBeforeItIsUpEnds() throws Exception {
    for (var i = 0; i < 3; i++) {
      var watched = new Watched(ChildTasks::runForEver);
      watched.child.start();
      watched.child.kill();
      watched.awaitEnd();
      assertInstanceOf(PoolException.WorkerKilled.class, watched.child.failure().orElseThrow());
    }
  }

  @Test
  void joiningWithALimitGivesUpAndLeavesItRunning() throws Exception {
    var watched = Watched.running(ChildTasks::runForEver);
    assertFalse(watched.child.join(Duration.ZERO));
    assertFalse(watched.child.join(Duration.ofMillis(20)));
    assertTrue(watched.child.isAlive());
    assertEquals(OptionalInt.empty(), watched.child.exitCode());
    assertEquals(Optional.empty(), watched.child.exit());
    assertEquals(Optional.empty(), watched.child.failure());
    watched.child.kill();
    watched.child.join();
    assertTrue(watched.child.join(Duration.ZERO));
  }

  @Test
  void itsEndCompletesOnExit() throws Exception {
    var watched = Watched.running(ChildTasks::runForEver);
    var exit = watched.child.onExit();
    assertTrue(watched.child.onExit().cancel(true));
    assertFalse(exit.isDone());
    watched.child.kill();
    assertEquals(watched.child, exit.get(30, TimeUnit.SECONDS));
    assertFalse(watched.child.isAlive());
  }

  @Test
  void aTaskThatTakesAllMemoryFailsWithThat() throws Exception {
    var child =
        ChildProcess.builder(ChildTasks::takeAllMemory)
            .memoryLimit(32 << 20)
            .output(_ -> {})
            .build();
    child.start();
    assertTrue(child.join(WatchedPool.LIMIT));
    assertEquals(OptionalInt.of(1), child.exitCode());
    assertInstanceOf(PoolException.OutOfMemory.class, child.failure().orElseThrow());
  }

  @Test
  void flagsAndVariablesReachTheProcess() throws Exception {
    var lines = new LinkedBlockingQueue<String>();
    var child =
        ChildProcess.builder(
                () -> System.out.print(System.getenv("COLOUR") + System.getProperty("shape")))
            .environment("COLOUR", "red")
            .jvmFlags("-Dshape=round")
            .output(line -> lines.add(line.line()))
            .build();
    child.start();
    assertTrue(child.join(WatchedPool.LIMIT));
    assertEquals("redround", lines.poll());
  }

  @Test
  void aJvmThatDoesNotStartIsAFailedStart() throws Exception {
    var child =
        ChildProcess.builder(ChildTasks::doNothing)
            .jvmFlags("-XX:+NoSuchFlag")
            .output(_ -> {})
            .build();
    child.start();
    assertTrue(child.join(WatchedPool.LIMIT));
    assertEquals(OptionalInt.of(1), child.exitCode());
    var why = assertInstanceOf(PoolException.StartFailed.class, child.failure().orElseThrow());
    assertTrue(why.getMessage().contains("NoSuchFlag"), why.getMessage());
  }

  // --- mistakes

  @Test
  void oneThatWasNotStartedHasNothingToWaitFor() {
    var child = new ChildProcess(ChildTasks::doNothing);
    assertFalse(child.isAlive());
    assertEquals(OptionalInt.empty(), child.exitCode());
    assertThrows(IllegalStateException.class, child::join);
    assertThrows(IllegalStateException.class, () -> child.join(Duration.ZERO));
    assertThrows(IllegalStateException.class, child::terminate);
    assertThrows(IllegalStateException.class, child::kill);
    assertThrows(IllegalStateException.class, child::pid);
    assertThrows(IllegalStateException.class, child::onExit);
    assertThrows(IllegalStateException.class, child::guard);
  }

  @Test
  void itIsStartedOnce() throws Exception {
    var watched = Watched.ended(ChildTasks::doNothing);
    assertThrows(IllegalStateException.class, watched.child::start);
  }

  @Test
  void whatCannotBeSentIsToldWithItsPathBeforeAnyProcessStarts() {
    var locked = new ChildTasks.Unsendable(new Object());
    var child = new ChildProcess(() -> ChildTasks.print(locked.toString()));
    var why = assertThrows(PoolException.NotTransferable.class, child::start);
    assertEquals(PoolException.NotTransferable.Part.FUNCTION, why.part());
    assertTrue(why.path().endsWith("what"), why.path());
    assertFalse(child.isAlive());
    assertThrows(IllegalStateException.class, child::pid);
  }

  @Test
  void whatTheProcessCannotRebuildIsToldAndPrinted() throws Exception {
    var watched = Watched.ended(new ChildTasks.Unreadable());
    assertEquals(OptionalInt.of(1), watched.child.exitCode());
    var why =
        assertInstanceOf(
            PoolException.NotTransferable.class, watched.child.failure().orElseThrow());
    assertTrue(why.inWorker());
    assertTrue(watched.printed(true).toString().contains(why.getMessage()));
  }

  @Test
  void classesOfAnAdmittedPackageCross() throws Exception {
    var language = Locale.ENGLISH;
    var lines = new LinkedBlockingQueue<String>();
    var child =
        ChildProcess.builder(() -> ChildTasks.print(language.toString()))
            .admit("java.util.")
            .output(line -> lines.add(line.line()))
            .build();
    child.start();
    assertTrue(child.join(WatchedPool.LIMIT));
    assertEquals("en", lines.poll());
  }

  @Test
  void settingsAreCheckedAtOnce() {
    var settings = ChildProcess.builder(ChildTasks::doNothing);
    assertThrows(IllegalArgumentException.class, () -> settings.name(" "));
    assertThrows(IllegalArgumentException.class, () -> settings.environment("A=B", "c"));
    assertThrows(IllegalArgumentException.class, () -> settings.memoryLimit(1));
    assertThrows(IllegalArgumentException.class, () -> settings.admit(""));
    assertThrows(NullPointerException.class, () -> ChildProcess.builder(null));
  }

  @Test
  void closingIsAnErrorWhileItRunsAndTheLastWordAfterwards() throws Exception {
    var watched = Watched.running(ChildTasks::runForEver);
    assertThrows(IllegalStateException.class, watched.child::close);
    assertTrue(watched.child.isAlive());
    watched.child.kill();
    watched.awaitEnd();
    watched.child.close();
    watched.child.close();
    assertThrows(IllegalStateException.class, watched.child::isAlive);
    assertThrows(IllegalStateException.class, watched.child::exitCode);
    assertThrows(IllegalStateException.class, watched.child::join);
    assertThrows(IllegalStateException.class, watched.child::start);
  }

  @Test
  void aGuardLeavesNoProcessBehind() throws Exception {
    var watched = Watched.running(ChildTasks::runForEver);
    try (var _ = watched.child.guard()) {
      assertTrue(watched.child.isAlive());
    }
    assertFalse(watched.child.isAlive());
    watched.awaitEnd();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aGuardKillsAtOnceOnAnInterruptedThread() throws Exception {
    var watched = Watched.running(ChildTasks::refuseToEnd);
    var guard = watched.child.guard();
    Thread.currentThread().interrupt();
    guard.close();
    assertTrue(Thread.interrupted());
    assertFalse(watched.child.isAlive());
  }
}
