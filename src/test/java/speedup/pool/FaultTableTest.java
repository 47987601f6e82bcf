package speedup.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import speedup.Kills;
import speedup.measure.PoolEvent;
import speedup.pool.FaultTable.Cell;
import speedup.pool.FaultTable.Outcome;
import speedup.pool.FaultTable.Stage;

/**
 * The fault table: whatever a task does, only its own item fails, with the type and the facts that
 * tell why; all other items are done, the pool goes on, and no process stays.
 */
@Timeout(120)
@EnabledOnOs({OS.LINUX, OS.MAC}) // faults are struck by signals
class FaultTableTest {
  private static final Duration LIMIT = Duration.ofSeconds(3);
  private static final int CHOSEN = 0;

  private final Set<Long> pids = ConcurrentHashMap.newKeySet();
  private final ConcurrentLinkedQueue<PoolEvent> events = new ConcurrentLinkedQueue<>();

  private void heard(PoolEvent event) {
    if (event instanceof PoolEvent.Ready ready) {
      pids.add(ready.pid());
    }
    if (!(event instanceof PoolEvent.Output)) {
      events.add(event);
    }
  }

  @AfterEach
  void leavesNoProcess() {
    for (var pid : pids) {
      assertFalse(ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false), "alive: " + pid);
    }
  }

  private PoolBuilder pool(int workers) {
    return ProcessPool.builder()
        .workers(workers)
        .jvmFlags("-Xmx32m", "-Xss512k")
        .listener(this::heard);
  }

  @ParameterizedTest
  @EnumSource(Stage.class)
  void everyFaultHasACellInEveryStageOrAReasonWhyNot(Stage stage) {
    var cells =
        Stream.of(FaultTable.ofItems(), FaultTable.ofStartUp(), FaultTable.ofIdleness())
            .flatMap(List::stream)
            .filter(cell -> cell.stage() == stage && cell.fault() != null)
            .map(Cell::fault);
    var leftOut =
        FaultTable.LEFT_OUT.stream()
            .filter(out -> out.stage() == stage)
            .flatMap(out -> out.faults().stream());
    assertEquals(Set.of(Fault.values()), Stream.concat(cells, leftOut).collect(Collectors.toSet()));
  }

  /** A bomb after every four numbers. */
  private static List<Object> amongNumbers(List<Cell> cells) {
    var items = new ArrayList<Object>();
    for (var cell : cells) {
      IntStream.range(0, 4).forEach(_ -> items.add(items.size()));
      items.add(cell.item());
    }
    IntStream.range(0, 4).forEach(_ -> items.add(items.size()));
    return items;
  }

  private static ResultIterator<Object> results(
      ProcessPool pool, List<Object> items, int chunk, boolean ordered) {
    if (chunk == CHOSEN) {
      return ordered ? pool.imap(Bomb::work, items) : pool.imapUnordered(Bomb::work, items);
    }
    return ordered
        ? pool.imap(Bomb::work, items, chunk)
        : pool.imapUnordered(Bomb::work, items, chunk);
  }

  private static Object outcome(ResultIterator<Object> results) {
    try {
      return results.next();
    } catch (PoolException e) {
      return e;
    }
  }

  /** All cells, or all without those that need a time limit. */
  private static List<Cell> cells(boolean limited) {
    return FaultTable.ofItems().stream()
        .filter(cell -> limited || cell.fault() != Fault.LOOP)
        .toList();
  }

  /** One of each fault in each stage: not every way to run code of the task's there. */
  private static List<Cell> oneOfEach(List<Cell> cells) {
    var seen = new HashSet<String>();
    return cells.stream().filter(cell -> seen.add(cell.stage() + "/" + cell.fault())).toList();
  }

  /** All bombs in one stream, in order. */
  private void goOff(int workers, int chunk, boolean limited, List<Cell> cells) throws Exception {
    var builder = pool(workers);
    var pool = (limited ? builder.taskTimeout(LIMIT) : builder).open();
    try (pool) {
      var items = amongNumbers(cells);
      var wrong = new ArrayList<String>();
      var results = results(pool, items, chunk, true);
      for (var i = 0; i < items.size(); i++) {
        var seen = outcome(results);
        if (items.get(i) instanceof Integer number) {
          if (!seen.equals(number * number)) {
            wrong.add(number + " gave " + seen);
          }
        } else {
          wrong.add(FaultTable.difference(cells.get(i / 5), seen));
        }
      }
      wrong.removeIf(String::isEmpty);
      assertEquals(List.of(), wrong);
      assertFalse(results.hasNext());
      assertUsable(pool);
    }
  }

  private static void assertUsable(ProcessPool pool) throws InterruptedException {
    assertEquals(List.of(1, 4, 9), pool.map(Bomb::work, List.<Object>of(1, 2, 3)));
  }

  @ParameterizedTest
  @CsvSource({"1, 0, false", "2, 1, true", "5, 7, false"})
  void onlyTheItemInWhichItStrikesFails(int workers, int chunk, boolean limited) throws Exception {
    goOff(workers, chunk, limited, oneOfEach(cells(limited)));
  }

  @ParameterizedTest
  @ValueSource(ints = {7, CHOSEN})
  void aMapTellsOfTheFirstFaultAndCountsTheOthers(int chunk) throws Exception {
    try (var pool = pool(2).open()) {
      var cells = cells(false).stream().filter(cell -> cell.stage() == Stage.RUNNING).toList();
      var items = amongNumbers(cells);
      var failure =
          assertThrows(
              PoolException.class,
              () -> {
                if (chunk == CHOSEN) {
                  pool.map(Bomb::work, items);
                } else {
                  pool.map(Bomb::work, items, chunk);
                }
              });
      assertEquals("", FaultTable.difference(cells.getFirst(), failure));
      var others = cells.stream().filter(cell -> cell.outcome() != FaultTable.WHOLE).count() - 1;
      assertEquals(Math.min(Failures.MAX_SUPPRESSED, others), failure.getSuppressed().length);
      assertUsable(pool);
    }
  }

  @ParameterizedTest
  @MethodSource("speedup.pool.FaultTable#ofStartUp")
  void anInitializerThatFailsIsTheFailureOfThePool(Cell cell) throws Exception {
    var fault = cell.fault();
    try (var pool =
        pool(1)
            .startLimit(Duration.ofSeconds(fault == Fault.LOOP ? 1 : 30))
            .initializer(fault::strikeInWorker)
            .open()) {
      if (cell.outcome() instanceof Outcome.Whole) {
        assertUsable(pool);
      } else {
        var failure = assertThrows(PoolException.StartFailed.class, () -> assertUsable(pool));
        assertTrue(failure.circumstances().pid() > 0, failure.toString());
        assertTrue(
            failure.circumstances().lastWords().contains("about to " + fault),
            failure.getMessage());
        assertThrows(PoolException.StartFailed.class, () -> pool.apply(Bomb::work, (Object) 1));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("speedup.pool.FaultTable#ofIdleness")
  void aWorkerThatDiesWhileItIsIdleTakesNothingWithIt(Cell cell) throws Exception {
    try (var pool = pool(1).open()) {
      pool.start(1).get(30, TimeUnit.SECONDS);
      assertEquals("whole", pool.apply(Bomb::work, (Object) cell.item()));
      if (cell.outcome() instanceof Outcome.Fails) {
        TestPools.awaitEvent(events, PoolEvent.Died.class);
        var death =
            (PoolEvent.Died)
                events.stream().filter(PoolEvent.Died.class::isInstance).findFirst().orElseThrow();
        assertTrue(death.chunk().isEmpty(), death.toString());
        assertTrue(death.lastWords().contains("about to " + cell.fault()), death.toString());
      }
      assertUsable(pool);
    }
  }

  @Test
  void aWorkerThatIsKilledWhileItIsIdleIsReplaced() throws Exception {
    try (var pool = pool(2).open()) {
      pool.start(2).get(30, TimeUnit.SECONDS);
      ProcessHandle.of(pool.pids()[1]).orElseThrow().destroyForcibly();
      TestPools.awaitEvent(events, PoolEvent.Died.class);
      pool.start(2).get(30, TimeUnit.SECONDS);
      assertUsable(pool);
    }
  }

  @Test
  void aTaskThatPrintsAHundredMegabytesOnlyTakesItsTime() throws Exception {
    try (var pool = pool(2).open()) {
      var items = List.<Integer>of(1, 100, 1, 1);
      assertEquals(
          items,
          pool.map(
              megabytes -> {
                Fault.print(megabytes);
                return megabytes;
              },
              items,
              1));
    }
  }

  @Test
  void anArgumentThatIsTooLargeForTheWorkerFailsAlone() throws Exception {
    try (var pool = pool(1).open()) {
      var results =
          pool.imap(
              bytes -> bytes.length, List.of(new byte[1], new byte[60_000_000], new byte[2]), 1);
      assertEquals(1, results.next());
      assertThrows(PoolException.OutOfMemory.class, results::next);
      assertEquals(2, results.next());
    }
  }

  @Test
  @Tag("stress")
  @Timeout(240)
  void everyPoolSizeAndChunkSizeAndOrder() throws Exception {
    for (var workers : Kills.isBounded() ? new int[] {2} : new int[] {1, 2, 5}) {
      for (var chunk : new int[] {1, CHOSEN, 7}) {
        goOff(workers, chunk, chunk == 1, cells(chunk == 1));
      }
      eachAlone(workers);
    }
  }

  /** Every bomb in a job of its own, in the order in which results come. */
  private void eachAlone(int workers) throws Exception {
    try (var pool = pool(workers).taskTimeout(LIMIT).open()) {
      for (var cell : cells(true)) {
        var results = results(pool, amongNumbers(List.of(cell)), CHOSEN, false);
        var outcomes = IntStream.range(0, 9).mapToObj(_ -> outcome(results)).toList();
        var others = outcomes.stream().filter(Integer.class::isInstance).toList();
        assertEquals(8, others.size(), cell + " gave " + outcomes);
        assertEquals(Set.of(0, 1, 4, 9, 25, 36, 49, 64), Set.copyOf(others));
        var seen = outcomes.stream().filter(one -> !others.contains(one)).findFirst().orElseThrow();
        assertEquals("", FaultTable.difference(cell, seen));
      }
    }
  }
}
