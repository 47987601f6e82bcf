package speedup.python;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import speedup.measure.PoolEvent;

/** Real pools of the machine's Python, and what happens when they break. */
@Timeout(60)
class PythonSessionTest {
  private static final PythonJob SLEEPING = sleeping(60_000);

  @TempDir Path folder;

  private static PythonJob sleeping(long millis) {
    return new PythonJob(
        0, "sleep", 4, _ -> new long[] {1, millis}, _ -> 1, (_, value) -> assertEquals(1, value));
  }

  private static void assertAllEnd(List<ProcessHandle> processes) throws Exception {
    for (var process : processes) {
      process.onExit().get(10, TimeUnit.SECONDS);
    }
  }

  /** Also those that the pool started in the place of others, in the last moment. */
  private static void assertNoneIsLeft(Path folder) throws Exception {
    var left =
        ProcessHandle.allProcesses()
            .filter(process ->
                process.info().commandLine().orElse("").contains(folder.getFileName().toString()))
            .toList();
    assertAllEnd(left);
  }

  private static List<ProcessHandle> processes(PythonSession session) {
    return session.allPids().stream().map(ProcessHandle::of).map(found -> found.get()).toList();
  }

  @Test
  void runsJobsAndTellsWhatTheWorkersDo() throws Exception {
    var before = System.nanoTime();
    var events = new ArrayList<PoolEvent>();
    List<ProcessHandle> processes;
    Path scriptFolder;
    var results = new Object[40];
    try (var session = PythonSession.start(FakePython.real(), 2, events::add)) {
      processes = processes(session);
      scriptFolder = session.folder();
      for (var job = 0; job < 2; job++) {
        session.run(
            new PythonJob(
                job,
                "parallel_sum",
                results.length,
                chunk -> new long[] {chunk * 10_000_000_000L, chunk * 10_000_000_000L + 20_000},
                _ -> 20_000,
                (chunk, value) -> results[chunk] = value),
            events::add);
      }
    }
    var after = System.nanoTime();

    for (var chunk = 0; chunk < results.length; chunk++) {
      assertEquals(sum(chunk * 10_000_000_000L, 20_000), new BigInteger(results[chunk].toString()));
    }
    var workers = new HashSet<Integer>();
    var chunks = 0;
    for (var event : events) {
      assertTrue(event.at() >= before && event.at() <= after, event.toString());
      if (event instanceof PoolEvent.ChunkFinished chunk) {
        chunks++;
        workers.add(chunk.worker());
        assertTrue(chunk.started() < chunk.at() && chunk.computeNanos() > 0, chunk.toString());
      }
    }
    assertEquals(2 * results.length, chunks);
    assertTrue(workers.stream().allMatch(worker -> worker == 0 || worker == 1));
    assertEquals(2, events.stream().filter(PoolEvent.Ready.class::isInstance).count());
    assertTrue(events.stream().anyMatch(PoolEvent.Heartbeat.class::isInstance));
    assertAllEnd(processes);
    assertNoneIsLeft(scriptFolder);
  }

  private static BigInteger sum(long from, int count) {
    var sum = BigInteger.ZERO;
    for (var number = from; number < from + count; number++) {
      sum = sum.add(BigInteger.valueOf(number).multiply(BigInteger.valueOf(number)));
    }
    return sum;
  }

  /** Runs the long job, does something once both workers are at it, and waits for the end. */
  private static Throwable breakOff(
      PythonSession session, java.util.function.Consumer<Thread> doing) throws Exception {
    var begun = new CountDownLatch(2);
    var end = new CompletableFuture<Throwable>();
    var thread =
        Thread.ofPlatform()
            .start(() -> {
              try {
                session.run(
                    SLEEPING,
                    event -> {
                      if (event instanceof PoolEvent.ChunkStarted) {
                        begun.countDown();
                      }
                    });
                end.complete(null);
              } catch (PythonException | InterruptedException | RuntimeException e) {
                end.complete(e);
              }
            });
    assertTrue(begun.await(20, TimeUnit.SECONDS), "long chunks are told of while they run");
    doing.accept(thread);
    return end.get(10, TimeUnit.SECONDS);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void doesNotWaitForAWorkerThatWasKilled(boolean forcibly) throws Exception {
    List<ProcessHandle> processes;
    Path scriptFolder;
    try (var session = PythonSession.start(FakePython.real(), 2, _ -> {})) {
      processes = processes(session);
      scriptFolder = session.folder();
      var thrown = breakOff(session, _ -> session.kill(1, forcibly));
      assertTrue(
          thrown instanceof PythonException
              && thrown.getMessage().contains("process id " + session.pids().get(1))
              && thrown.getMessage().endsWith("run it again"),
          String.valueOf(thrown));
    }
    assertAllEnd(processes);
    assertNoneIsLeft(scriptFolder);
  }

  @Test
  void saysThatPythonEndedAndEndsItsWorkers() throws Exception {
    List<ProcessHandle> processes;
    Path scriptFolder;
    try (var session = PythonSession.start(FakePython.real(), 2, _ -> {})) {
      processes = processes(session);
      scriptFolder = session.folder();
      var thrown = breakOff(session, _ -> processes(session).getLast().destroyForcibly());
      assertTrue(thrown instanceof PythonException, String.valueOf(thrown));
    }
    assertAllEnd(processes);
    assertNoneIsLeft(scriptFolder);
  }

  @Test
  void endsAtOnceWhenInterrupted() throws Exception {
    List<ProcessHandle> processes;
    Path scriptFolder;
    long began;
    try (var session = PythonSession.start(FakePython.real(), 2, _ -> {})) {
      processes = processes(session);
      scriptFolder = session.folder();
      var thrown = breakOff(session, Thread::interrupt);
      assertTrue(thrown instanceof InterruptedException, String.valueOf(thrown));
      began = System.nanoTime();
    }
    assertAllEnd(processes);
    assertNoneIsLeft(scriptFolder);
    assertTrue(System.nanoTime() - began < 3_000_000_000L);
  }

  @Test
  void theScriptEndsWithItsPoolWhenItsStandardInputDoes() throws Exception {
    var python = FakePython.real();
    try (var script = PythonScript.write()) {
      var process =
          new ProcessBuilder(python.executable().toString(), script.file().toString()).start();
      var out = process.getOutputStream();
      out.write("{\"do\":\"start\",\"workers\":2}\n".getBytes(StandardCharsets.US_ASCII));
      out.write(
          "{\"do\":\"chunk\",\"function\":\"sleep\",\"chunk\":0,\"argument\":[1,60000]}\n"
              .getBytes(StandardCharsets.US_ASCII));
      out.flush();
      var ready = new LineReader(process.getInputStream(), 10_000).next();
      assertTrue(PythonMessage.parse(ready) instanceof PythonMessage.Ready);
      var family = process.descendants().toList();
      assertTrue(family.size() >= 2, family.toString());

      out.close(); // as the system does when a process ends, however it ends

      assertTrue(process.waitFor(10, TimeUnit.SECONDS));
      assertAllEnd(family);
      assertNoneIsLeft(script.file().getParent());
      assertTrue(Files.notExists(script.file().getParent()));
    }
  }

  @Test
  void reportsAFunctionThatFailsAndAResultOfAnotherForm() throws Exception {
    try (var session = PythonSession.start(FakePython.real(), 1, _ -> {})) {
      var unknown = new PythonJob(0, "nothing", 1, _ -> 1, _ -> 1, (_, _) -> {});
      var thrown = assertThrows(PythonException.class, () -> session.run(unknown, _ -> {}));
      assertEquals("Python failed at chunk 0: KeyError: 'nothing'", thrown.getMessage());
    }
    try (var session = PythonSession.start(FakePython.real(), 1, _ -> {})) {
      var other =
          new PythonJob(
              0,
              "primes_range",
              1,
              _ -> new long[] {0, 10},
              _ -> 10,
              (_, value) -> assertEquals("text", (String) value));
      var thrown = assertThrows(PythonException.class, () -> session.run(other, _ -> {}));
      assertTrue(thrown.getMessage().contains("chunk 0 in Python has not the form"));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "echo hello; cat > /dev/null | its script does not say (\"hello\")",
        "echo '{\"is\":\"ready\"}'; cat > /dev/null | its script does not say",
        "echo '{\"is\":\"pong\",\"at\":1}'; cat > /dev/null | answered out of turn",
        "echo 'out of paper' >&2; exit 3 | (exit code 3: out of paper)",
        "exit 0 | (exit code 0)"
      })
  void saysWhatIsWrongWithAPythonThatMisbehaves(String script, String reason) throws Exception {
    var fake = new Python(FakePython.script(folder, script), "3.12.0");

    var thrown = assertThrows(PythonException.class, () -> PythonSession.start(fake, 2, _ -> {}));

    assertTrue(thrown.getMessage().contains(reason), thrown.getMessage());
  }

  @Test
  void readsLinesUpToALimit() throws Exception {
    var text = "one\n\n" + "x".repeat(70_000) + "\nhalf";
    var lines =
        new LineReader(
            new java.io.ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)), 100_000);
    assertArrayEquals("one".getBytes(StandardCharsets.US_ASCII), lines.next());
    assertEquals(0, lines.next().length);
    assertEquals(70_000, lines.next().length);
    assertNull(lines.next());

    var tooLong = new LineReader(new java.io.ByteArrayInputStream(new byte[200_000]), 100_000);
    assertThrows(PythonException.class, tooLong::next);
  }
}
