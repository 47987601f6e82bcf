package speedup.pool;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import speedup.measure.PoolEvent;
import speedup.pool.task.TaskFunction;

/** Everything that a task, an argument or a sink can do wrong: the job fails, the pool goes on. */
@Timeout(60)
class PoolFaultsTest {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final ConcurrentLinkedQueue<PoolEvent> events = new ConcurrentLinkedQueue<>();
  private volatile Consumer<PoolEvent> alsoTold = _ -> {};
  private ProcessPool pool;

  @BeforeEach
  void open() throws Exception {
    pool =
        TestPools.open(
            List.of("-Xmx32m"),
            event -> {
              events.add(event);
              alsoTold.accept(event);
            });
    pool.start(1).get(30, TimeUnit.SECONDS);
  }

  @AfterEach
  void close() {
    pool.close();
  }

  private PoolException failureOf(PoolJob job) {
    var thrown =
        assertThrows(
            ExecutionException.class, () -> job.done().get(LIMIT.toSeconds(), TimeUnit.SECONDS));
    return assertInstanceOf(PoolException.class, thrown.getCause());
  }

  private PoolException failureOf(TaskFunction<Integer, Object> function) throws Exception {
    return failureOf(TestPools.run(pool, 1, 1, 0, function, (_, _, _) -> {}));
  }

  private <A> PoolException failureOfArguments(IntFunction<A> arguments) throws Exception {
    return failureOf(
        pool.submit(new JobSpec<A, Integer>(_ -> 1, 3, arguments, _ -> 1, 1, 0, (_, _, _) -> {})));
  }

  private void assertSameWorkerGoesOn(long[] pids) throws Exception {
    assertEquals(9, pool.<Integer, Integer>apply(x -> x * x, 3, LIMIT));
    assertArrayEquals(pids, pool.pids());
  }

  @Test
  void errorsInATaskAreItsFailure() throws Exception {
    var pids = pool.pids();
    for (var name : List.of("StackOverflowError", "AssertionError")) {
      var failure =
          switch (name) {
            case "StackOverflowError" -> failureOf(Tasks::overflowTheStack);
            default ->
                failureOf(_ -> {
                  throw new AssertionError("no");
                });
          };
      assertInstanceOf(PoolException.TaskThrew.class, failure);
      assertTrue(failure.getMessage().contains(name), failure.getMessage());
    }
    assertSameWorkerGoesOn(pids);
  }

  @Test
  void aWorkerThatRanOutOfMemoryIsReplaced() throws Exception {
    var pid = pool.pids()[0];
    var failure =
        assertInstanceOf(PoolException.OutOfMemory.class, failureOf(Tasks::takeAllMemory));
    assertFalse(failure.machine());
    assertEquals(pid, failure.circumstances().pid());
    assertEquals(9, pool.<Integer, Integer>apply(x -> x * x, 3, LIMIT));
    assertNotEquals(pid, pool.pids()[0]);
  }

  @Test
  void anExceptionThatCannotDescribeItselfIsReported() throws Exception {
    var pids = pool.pids();
    var failure = failureOf(Tasks::throwSecretively);
    assertInstanceOf(PoolException.TaskThrew.class, failure);
    assertTrue(failure.getMessage().contains("Secretive"), failure.getMessage());
    assertSameWorkerGoesOn(pids);
  }

  @Test
  void argumentsThatCannotBeMadeAreNamed() throws Exception {
    var pids = pool.pids();
    var thrown =
        failureOfArguments(_ -> {
          throw new IllegalStateException("no such slice");
        });
    assertInstanceOf(PoolException.NotTransferable.class, thrown);
    assertTrue(thrown.getMessage().contains("no such slice"), thrown.getMessage());
    var error =
        failureOfArguments(_ -> {
          throw new StackOverflowError();
        });
    assertTrue(error.getMessage().contains("StackOverflowError"), error.getMessage());
    assertSameWorkerGoesOn(pids);
  }

  @Test
  void itemsThatCannotBeCountedAreNamed() throws Exception {
    var pids = pool.pids();
    for (var items :
        List.<java.util.function.IntUnaryOperator>of(
            _ -> -1,
            _ -> {
              throw new IllegalStateException("countless");
            })) {
      assertInstanceOf(
          PoolException.NotTransferable.class,
          failureOf(
              pool.submit(
                  new JobSpec<Integer, Integer>(x -> x, 3, x -> x, items, 1, 0, (_, _, _) -> {}))));
    }
    assertSameWorkerGoesOn(pids);
  }

  @Test
  void sinksThatThrowFailTheirJob() throws Exception {
    var pids = pool.pids();
    for (var thrown : List.of(new IllegalStateException("full"), new AssertionError("full"))) {
      var failure =
          failureOf(
              TestPools.<Integer, Integer>run(
                  pool,
                  3,
                  1,
                  0,
                  x -> x,
                  (_, _, _) -> {
                    if (thrown instanceof Error error) {
                      throw error;
                    }
                    throw (RuntimeException) thrown;
                  }));
      assertInstanceOf(PoolException.NotTransferable.class, failure);
      assertTrue(failure.getMessage().contains("full"), failure.getMessage());
    }
    assertSameWorkerGoesOn(pids);
  }

  @Test
  void aListenerThatThrowsTakesNoWorkerWithIt() throws Exception {
    var pids = pool.pids();
    var reported = new ConcurrentLinkedQueue<Throwable>();
    var before = Thread.getDefaultUncaughtExceptionHandler();
    Thread.setDefaultUncaughtExceptionHandler((_, e) -> reported.add(e));
    try {
      alsoTold =
          _ -> {
            throw new AssertionError("listener");
          };
      assertSameWorkerGoesOn(pids);
    } finally {
      alsoTold = _ -> {};
      Thread.setDefaultUncaughtExceptionHandler(before);
    }
    assertTrue(reported.stream().anyMatch(AssertionError.class::isInstance));
  }

  @Test
  void resultsThatMayNotCrossAreNamed() throws Exception {
    var pids = pool.pids();
    var notAdmitted = failureOf(_ -> java.net.URI.create("a:b"));
    assertInstanceOf(PoolException.NotTransferable.class, notAdmitted);
    assertTrue(notAdmitted.getMessage().contains("java.net.URI"), notAdmitted.getMessage());
    var deep = failureOf(Tasks::nestDeeply);
    assertInstanceOf(PoolException.NotTransferable.class, deep);
    assertSameWorkerGoesOn(pids);
    var large = failureOf(_ -> new byte[20_000_000]); // two copies of it do not fit into the heap
    assertInstanceOf(PoolException.OutOfMemory.class, large);
  }

  @Test
  void functionsThatMayNotCrossAreNamedAtOnce() {
    var lock = new Object();
    var failure =
        assertThrows(
            PoolException.NotTransferable.class,
            () -> pool.<Integer, Integer>apply(x -> x + lock.hashCode(), 1, LIMIT));
    assertTrue(failure.getMessage().contains("lambda.captured[0]"), failure.getMessage());
  }

  @Test
  void megabytesOfPrintsBreakNothing() throws Exception {
    var pids = pool.pids();
    assertEquals(1, pool.<Integer, Integer>apply(Tasks::printTenMegabytes, 1, LIMIT));
    var printed =
        events.stream()
            .filter(PoolEvent.Output.class::isInstance)
            .mapToLong(event -> ((PoolEvent.Output) event).line().length() + 1)
            .sum();
    assertEquals(10_000_000, printed);
    assertSameWorkerGoesOn(pids);
  }

  @Test
  void aTaskThatClosesItsOutputDoesNotSilenceTheNext() throws Exception {
    var pids = pool.pids();
    pool.<Integer, Integer>apply(Tasks::closeOutput, 1, LIMIT);
    pool.<Integer, Integer>apply(Tasks::printTwoLines, 1, LIMIT);
    assertTrue(
        events.stream()
            .anyMatch(event -> event instanceof PoolEvent.Output out && out.line().equals("two")));
    assertSameWorkerGoesOn(pids);
  }

  @Test
  void aTaskReadsNothingFromItsInput() throws Exception {
    assertEquals(-1, pool.<Integer, Integer>apply(_ -> System.in.read(), 1, LIMIT));
  }

  @Test
  void aLineThatWasNotEndedIsAmongTheLastWords() throws Exception {
    var failure =
        assertInstanceOf(PoolException.WorkerDied.class, failureOf(Tasks::printHalfALineAndExit));
    assertEquals(List.of("the last"), failure.circumstances().lastWords());
  }

  @Test
  void aThreadLeftBehindDoesNotKeepTheWorker() throws Exception {
    pool.<Integer, Integer>apply(Tasks::leaveAThreadBehind, 1, LIMIT);
    var pid = pool.pids()[0];
    pool.close();
    assertTrue(ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty());
  }
}
