package speedup.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import speedup.measure.PoolEvent;

/** What a pool does to its workers: first and last words, limits, tries, and their number. */
@Timeout(60)
class PoolUpkeepTest {
  private static final List<Integer> NUMBERS = IntStream.range(0, 40).boxed().toList();
  private static int prepared; // set in workers

  private final ConcurrentLinkedQueue<PoolEvent> events = new ConcurrentLinkedQueue<>();
  private final Set<Long> pids = ConcurrentHashMap.newKeySet();

  @TempDir Path folder;

  private PoolBuilder pool(int workers) {
    return ProcessPool.builder()
        .workers(workers)
        .listener(event -> {
          events.add(event);
          if (event instanceof PoolEvent.Ready ready) {
            pids.add(ready.pid());
          }
        });
  }

  @AfterEach
  void leavesNoProcess() {
    for (var pid : pids) {
      assertFalse(ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false), "alive: " + pid);
    }
  }

  private static long pid(int x) {
    return ProcessHandle.current().pid();
  }

  private static void append(String file, String line) throws IOException {
    Files.writeString(
        Path.of(file), line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  private long count(Class<?> type) {
    return events.stream().filter(type::isInstance).count();
  }

  @Test
  void theInitializerRunsOnceInEveryWorkerAndTheExitFunctionWhenItLeaves() throws Exception {
    var begun = folder.resolve("begun").toString();
    var ended = folder.resolve("ended").toString();
    try (var pool =
        pool(2)
            .initializer(() -> {
              prepared = 100;
              append(begun, "here");
            })
            .exitFunction(() -> append(ended, "gone"))
            .open()) {
      pool.start(2).get(30, TimeUnit.SECONDS);
      assertEquals(
          NUMBERS.stream().map(x -> x + 100).toList(), pool.map(x -> x + prepared, NUMBERS, 1));
      assertFalse(Files.exists(Path.of(ended)));
    }
    assertEquals(List.of("here", "here"), Files.readAllLines(Path.of(begun)));
    assertEquals(List.of("gone", "gone"), Files.readAllLines(Path.of(ended)));
  }

  @Test
  void anExitFunctionThatNeverEndsDoesNotKeepThePool() throws Exception {
    try (var pool =
        pool(1)
            .maxTasksPerWorker(1)
            .exitLimit(Duration.ofMillis(200))
            .exitFunction(Fault.LOOP::strike)
            .open()) {
      assertEquals(
          3, pool.map(PoolUpkeepTest::pid, List.of(1, 2, 3), 1).stream().distinct().count());
    }
    assertTrue(count(PoolEvent.Died.class) >= 2);
  }

  @Test
  void aShutdownHookThatNeverEndsDoesNotKeepTheTask() throws Exception {
    try (var pool = pool(1).exitLimit(Duration.ofMillis(200)).open()) {
      var failure =
          assertThrows(
              PoolException.WorkerKilled.class,
              () ->
                  pool.<Integer, Integer>apply(
                      x -> {
                        Runtime.getRuntime().addShutdownHook(new Thread(Fault.LOOP::strike));
                        System.exit(x);
                        return x;
                      },
                      1));
      assertTrue(failure.getMessage().contains("did not end"), failure.getMessage());
      assertTrue(pool.apply(PoolUpkeepTest::pid, 1) > 0);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void aWorkerIsReplacedAfterItsNumberOfTasks(int most) throws Exception {
    try (var pool = pool(2).maxTasksPerWorker(most).open()) {
      var items = NUMBERS.subList(0, 6 * most);
      pool.map(PoolUpkeepTest::pid, items, 1); // what is quick is handed out many at a time
      var processes = pool.map(PoolUpkeepTest::pid, items, 1);
      for (var process : Set.copyOf(processes)) {
        assertTrue(processes.stream().filter(process::equals).count() <= most);
      }
      assertEquals(items, pool.map(x -> x, items, 2));
    }
    assertEquals(0, count(PoolEvent.Died.class));
  }

  @Test
  void aWorkerWhoseLastTaskIsCancelledIsReplacedAsWell() throws Exception {
    try (var pool = pool(1).maxTasksPerWorker(1).open()) {
      for (var i = 0; i < 3; i++) {
        var running = pool.applyAsync(Tasks::sleepLong, 1);
        var before = count(PoolEvent.ChunkStarted.class);
        TestPools.awaitTrue(() -> count(PoolEvent.ChunkStarted.class) > before);
        running.cancel();
        assertEquals(4, pool.<Integer, Integer>apply(x -> x + 1, 3));
      }
    }
  }

  @Test
  void memoryFlagsAndVariablesReachTheWorkers() throws Exception {
    try (var pool =
        pool(1)
            .memoryLimit(32 << 20)
            .jvmFlags("-Dcolour=red", "-Dcolour=blue")
            .environment("SPEEDUP_TEST", "yes, it's = here")
            .open()) {
      assertTrue(pool.<Integer, Long>apply(_ -> Runtime.getRuntime().maxMemory(), 1) <= 32 << 20);
      assertEquals("blue", pool.<Integer, String>apply(_ -> System.getProperty("colour"), 1));
      assertEquals("yes, it's = here", pool.<String, String>apply(System::getenv, "SPEEDUP_TEST"));
      var failure =
          assertThrows(
              PoolException.OutOfMemory.class, () -> pool.apply(x -> new byte[x].length, 40 << 20));
      assertFalse(failure.machine());
      assertTrue(pool.apply(PoolUpkeepTest::pid, 1) > 0);
    }
  }

  private static int lateIfSeven(int x) throws InterruptedException {
    return x % 20 == 7 ? Tasks.sleepLong(x) : x % 20 == 8 ? Tasks.swallowInterrupts(x) : x;
  }

  @Test
  void tasksThatTakeTooLongAreStoppedAndTheOthersAreDone() throws Exception {
    try (var pool = pool(2).taskTimeout(Duration.ofMillis(500)).open()) {
      var results = pool.imap(PoolUpkeepTest::lateIfSeven, NUMBERS);
      for (var x : NUMBERS) {
        if (x % 20 == 7 || x % 20 == 8) {
          var failure = assertThrows(PoolException.TimedOut.class, results::next);
          assertEquals(Duration.ofMillis(500), failure.limit());
          assertEquals(Integer.toString(x), failure.circumstances().argument());
          assertTrue(failure.circumstances().pid() > 0);
        } else {
          assertEquals(x, results.next());
        }
      }
    }
    assertEquals(2, count(PoolEvent.Died.class), "one that heeds interrupts keeps its process");
  }

  /** Never ends describing itself. */
  static final class Endless extends RuntimeException {
    @Override
    public String getMessage() {
      Fault.LOOP.strike();
      return "";
    }
  }

  @Test
  void aLimitAlsoHoldsForAnExceptionThatNeverEndsDescribingItself() throws Exception {
    try (var pool = pool(1).taskTimeout(Duration.ofMillis(300)).open()) {
      for (var i = 0; i < 50; i++) {
        pool.apply(PoolUpkeepTest::endlessIfNegative, i); // known as quick, so not announced
      }
      assertThrows(
          PoolException.TimedOut.class, () -> pool.apply(PoolUpkeepTest::endlessIfNegative, -1));
    }
  }

  private static int endlessIfNegative(int x) {
    if (x < 0) {
      throw new Endless();
    }
    return x;
  }

  private record Marked(int number, String folder) {}

  /** Dies as often as the item's number says. */
  private static int dieAtFirst(Marked item) throws IOException {
    var tries = Path.of(item.folder(), "tries" + item.number()).toString();
    append(tries, "try");
    var count = Files.readAllLines(Path.of(tries)).size();
    if (count <= item.number()) {
      Runtime.getRuntime().halt(1);
    }
    return count;
  }

  @Test
  void aTaskThatDiesIsTriedAgainAsOftenAsAllowed() throws Exception {
    var items =
        IntStream.of(0, 1, 2, 3, 0).mapToObj(i -> new Marked(i, folder.toString())).toList();
    try (var pool = pool(1).retries(2).open()) {
      var results = pool.imap(PoolUpkeepTest::dieAtFirst, items, 1);
      assertEquals(1, results.next());
      assertEquals(2, results.next());
      assertEquals(3, results.next());
      var failure = assertThrows(PoolException.WorkerExited.class, results::next);
      assertEquals(3, failure.circumstances().attempts());
      assertEquals(2, results.next(), "the second with the number 0");
    }
  }

  @Test
  void thePoolShrinksAndGrowsWhileItWorks() throws Exception {
    try (var pool = pool(3).open()) {
      pool.start(3).get(30, TimeUnit.SECONDS);
      var items = IntStream.range(0, 2_000).boxed().toList();
      var all = pool.mapAsync(Tasks::spinOneMilli, items, 1);
      for (var workers : new int[] {1, 3, 2, 1, 2}) {
        pool.resize(workers).get(30, TimeUnit.SECONDS);
        assertEquals(workers, pool.workers());
      }
      assertEquals(items, all.get());
      TestPools.awaitTrue(() -> pids.stream().filter(PoolUpkeepTest::isAlive).count() == 2);
    }
    assertEquals(0, count(PoolEvent.Died.class));
  }

  private static boolean isAlive(long pid) {
    return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
  }

  @Test
  void aWorkerThatIsToLeaveEndsItsTaskFirstHoweverLongThatTakes() throws Exception {
    try (var pool = pool(2).exitLimit(Duration.ofMillis(100)).open()) {
      pool.start(2).get(30, TimeUnit.SECONDS);
      var all = pool.mapAsync(Tasks::spinHalfASecond, List.of(1, 2, 3, 4), 1);
      TestPools.awaitTrue(() -> count(PoolEvent.ChunkStarted.class) >= 2);
      pool.resize(1).get(30, TimeUnit.SECONDS);
      assertEquals(List.of(1, 2, 3, 4), all.get());
    }
    assertEquals(0, count(PoolEvent.Died.class));
  }

  @Test
  void closingWaitsForWorkersThatWereToLeave() throws Exception {
    var pool = pool(3).open();
    pool.start(3).get(30, TimeUnit.SECONDS);
    var all = pool.mapAsync(Tasks::swallowInterrupts, List.of(1, 2, 3), 1);
    TestPools.awaitTrue(() -> count(PoolEvent.ChunkStarted.class) >= 3);
    pool.resize(1);
    pool.terminate();
    assertThrows(PoolException.Closed.class, all::get);
  }

  @Test
  void closingWaitsForWhatWasAcceptedAndTerminatingDoesNot() throws Exception {
    var closed = pool(1).open();
    var accepted = closed.mapAsync(Tasks::spinTenMillis, NUMBERS);
    closed.close();
    assertTrue(accepted.ready());
    assertEquals(NUMBERS, accepted.get());
    assertTrue(closed.join(Duration.ofSeconds(30)));

    var ended = pool(1).open();
    var running = ended.applyAsync(Tasks::swallowInterrupts, 1);
    ended.terminate();
    assertThrows(PoolException.Closed.class, running::get);
    assertTrue(ended.join(Duration.ofSeconds(30)));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aRunningTaskIsCancelledAndThePoolGoesOn(boolean stubborn) throws Exception {
    try (var pool = pool(1).open()) {
      var running = pool.applyAsync(stubborn ? Tasks::swallowInterrupts : Tasks::sleepLong, 1);
      TestPools.awaitEvent(events, PoolEvent.ChunkStarted.class);
      var pid = pool.pids()[0];
      assertTrue(running.cancel());
      assertEquals(stubborn, pool.apply(PoolUpkeepTest::pid, 1) != pid);
    }
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void aProgramThatATaskStartedDoesNotHoldUpTheNewsOfItsDeath() throws Exception {
    var file = folder.resolve("pid").toString();
    try (var pool = pool(1).open()) {
      assertThrows(
          PoolException.WorkerExited.class,
          () ->
              pool.apply(
                  path -> {
                    var program = new ProcessBuilder("sleep", "50").inheritIO().start();
                    append(path, Long.toString(program.pid()));
                    Runtime.getRuntime().halt(1);
                    return path;
                  },
                  file));
      var program = ProcessHandle.of(Long.parseLong(Files.readString(Path.of(file)).strip()));
      assertTrue(program.orElseThrow().destroyForcibly(), "it has ended before");
    }
  }

  @Test
  void anEndlessInputDoesNotKeepOthersWaiting() throws Exception {
    try (var pool = pool(1).open();
        var taker = Executors.newSingleThreadExecutor()) {
      var endless = pool.imap(Tasks::spinOneMilli, () -> IntStream.iterate(0, x -> 1).iterator());
      var taking =
          taker.submit(() -> {
            while (endless.hasNext()) {
              assertTrue(endless.next() <= 1);
            }
            return null;
          });
      assertEquals("3", pool.apply(String::valueOf, 3, Duration.ofSeconds(30)));
      assertEquals(
          List.of(1, 4), pool.mapAsync(x -> x * x, List.of(1, 2)).get(Duration.ofSeconds(30)));
      endless.close();
      taking.get(30, TimeUnit.SECONDS);
    }
  }

  @Test
  void answersToProbesComeWhileMuchIsOnTheWay() throws Exception {
    try (var pool = pool(1).open()) {
      var items = NUMBERS.stream().map(_ -> new byte[100_000]).toList();
      for (var i = 0; i < 5; i++) {
        var all = pool.mapAsync(bytes -> new byte[10 * bytes.length], items, 1);
        while (!all.ready()) {
          pool.probe().get(30, TimeUnit.SECONDS);
        }
        assertEquals(items.size(), all.get().size());
      }
    }
    assertEquals(0, count(PoolEvent.Died.class));
  }
}
