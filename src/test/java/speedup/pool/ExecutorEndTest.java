package speedup.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import speedup.measure.PoolEvent;
import speedup.pool.task.TaskCallable;
import speedup.pool.task.TaskRunnable;

/** How executors end, with what they had accepted, alone and together with their pool. */
@Timeout(60)
class ExecutorEndTest extends WatchedPool {
  private final ProcessExecutor executor = pool.executor();

  private CompletableFuture<Integer> occupyTheWorker() throws Exception {
    start(1);
    var running = executor.submit(() -> Tasks.sleepLong(1));
    TestPools.awaitEvent(events, PoolEvent.ChunkStarted.class);
    return running;
  }

  @Test
  void anExecutorThatIsOpenSaysSo() throws Exception {
    assertFalse(executor.isShutdown());
    assertFalse(executor.isTerminated());
    assertFalse(executor.awaitTermination(1, TimeUnit.MILLISECONDS));
  }

  @Test
  void shutdownLetsAcceptedTasksEndAndTakesNoMore() throws Exception {
    start(1);
    var futures =
        Stream.generate(() -> executor.submit(() -> Tasks.spinTenMillis(1))).limit(5).toList();
    executor.shutdown();
    executor.shutdown();
    assertTrue(executor.isShutdown());
    assertThrows(RejectedExecutionException.class, () -> executor.submit(() -> 1));
    assertThrows(RejectedExecutionException.class, () -> executor.submit(() -> {}));
    assertThrows(RejectedExecutionException.class, () -> executor.submit(() -> {}, 1));
    assertThrows(RejectedExecutionException.class, () -> executor.submit(x -> x, 1));
    assertThrows(RejectedExecutionException.class, () -> executor.execute(() -> {}));
    assertThrows(RejectedExecutionException.class, () -> executor.map(x -> x, List.of(1)));
    TaskCallable<Integer> one = () -> 1;
    assertThrows(RejectedExecutionException.class, () -> executor.invokeAll(List.of(one)));
    assertThrows(RejectedExecutionException.class, () -> executor.invokeAny(List.of(one)));
    assertTrue(executor.awaitTermination(30, TimeUnit.SECONDS));
    assertTrue(executor.isTerminated());
    for (var future : futures) {
      assertTrue(future.isDone());
      assertEquals(1, future.get());
    }
  }

  @Test
  void shuttingAViewDownLeavesItsPoolAndOtherViewsOpen() throws Exception {
    executor.close();
    assertTrue(executor.isTerminated());
    assertEquals(4, pool.<Integer, Integer>apply(x -> x + 1, 3, LIMIT));
    try (var other = pool.executor()) {
      assertEquals(5, other.submit(() -> 5).get(30, TimeUnit.SECONDS));
    }
  }

  @Test
  void anOwnerIsTerminatedWhenItsProcessesAreGone() throws Exception {
    var own = ProcessExecutor.owning(TestPools.open(this::heard));
    own.pool().start(2).get(30, TimeUnit.SECONDS);
    var last = own.submit(() -> Tasks.spinTenMillis(3));
    own.shutdown();
    assertTrue(own.awaitTermination(30, TimeUnit.SECONDS));
    assertEquals(3, last.get());
    assertNoneAlive();
  }

  @Test
  void closingAnOwnerWaitsForItsTasksAndLeavesNoProcess() throws Exception {
    var futures = new ArrayList<CompletableFuture<Integer>>();
    try (var own = ProcessExecutor.owning(TestPools.open(this::heard))) {
      for (var i = 0; i < 20; i++) {
        var n = i;
        futures.add(own.submit(() -> Tasks.spinOneMilli(n)));
      }
    }
    for (var i = 0; i < 20; i++) {
      assertEquals(i, futures.get(i).getNow(-1));
    }
    assertNoneAlive();
  }

  @Test
  void openStartsAnExecutorOfItsOwn() throws Exception {
    var own = ProcessExecutor.open(1);
    try (own) {
      assertEquals(1, own.pool().workers());
      assertEquals(2, own.submit(() -> 1 + 1).get(30, TimeUnit.SECONDS));
    }
    assertTrue(own.isTerminated());
    assertTrue(own.pool().join(LIMIT));
  }

  @Test
  void shutdownNowStopsWhatRunsAndReturnsWhatHadNotBegun() throws Exception {
    var running = occupyTheWorker();
    TaskRunnable second = () -> {};
    var queued = executor.submit((Runnable) second);
    var third = executor.submit(() -> 3);
    var fourth = executor.submit(x -> x + 1, 3);
    var waiting = executor.shutdownNow();
    assertEquals(3, waiting.size());
    assertSame(second, waiting.getFirst());
    for (var i = 1; i < 3; i++) {
      var task = assertInstanceOf(FutureTask.class, waiting.get(i));
      task.run();
      assertEquals(i + 2, task.get());
    }
    for (var future : List.of(running, queued, third, fourth)) {
      assertTrue(future.isCancelled());
    }
    assertTrue(executor.isShutdown());
    assertTrue(executor.awaitTermination(30, TimeUnit.SECONDS));
    assertEquals(List.of(), executor.shutdownNow());
    assertEquals(4, pool.<Integer, Integer>apply(x -> x + 1, 3, LIMIT));
  }

  @Test
  void shutdownNowEndsAnOwnersProcessesEvenInTheMiddleOfAShutdown() throws Exception {
    var own = ProcessExecutor.owning(TestPools.open(this::heard));
    own.pool().start(1).get(30, TimeUnit.SECONDS);
    var running = own.submit(() -> Tasks.spinForever(1));
    TestPools.awaitEvent(events, PoolEvent.ChunkStarted.class);
    own.shutdown();
    assertFalse(own.awaitTermination(1, TimeUnit.MILLISECONDS));
    assertEquals(List.of(), own.shutdownNow());
    assertTrue(own.awaitTermination(30, TimeUnit.SECONDS));
    assertTrue(running.isCancelled());
    assertNoneAlive();
  }

  @Test
  void anInterruptedCloseStopsEverythingAndKeepsTheInterrupt() throws Exception {
    var running = occupyTheWorker();
    var interrupted = new AtomicBoolean();
    var closer =
        Thread.ofPlatform()
            .start(() -> {
              executor.close();
              interrupted.set(Thread.currentThread().isInterrupted());
            });
    TestPools.awaitTrue(executor::isShutdown);
    closer.interrupt();
    assertTrue(closer.join(LIMIT));
    assertTrue(interrupted.get());
    assertTrue(running.isCancelled());
    assertTrue(executor.isTerminated());
  }

  @Test
  void awaitTerminationIsInterruptible() throws Exception {
    occupyTheWorker();
    executor.shutdown();
    Thread.currentThread().interrupt();
    assertThrows(InterruptedException.class, () -> executor.awaitTermination(30, TimeUnit.SECONDS));
    assertFalse(Thread.interrupted());
  }

  @Test
  void aPoolThatIsClosedShutsItsExecutorsDown() throws Exception {
    var future = executor.submit(() -> Tasks.spinTenMillis(1));
    pool.close();
    assertEquals(1, future.getNow(-1));
    assertTrue(executor.isShutdown());
    assertTrue(executor.isTerminated());
    assertTrue(executor.awaitTermination(0, TimeUnit.SECONDS));
    assertThrows(RejectedExecutionException.class, () -> executor.submit(() -> 1));
    executor.close();
  }

  @Test
  void aShutdownPullsNoMoreForAMap() throws Exception {
    start(1);
    var results = executor.map(x -> x, Stream.iterate(0, i -> i + 1)::iterator);
    assertEquals(0, results.next());
    executor.shutdown();
    assertTrue(executor.awaitTermination(30, TimeUnit.SECONDS));
    assertThrows(
        PoolException.Closed.class, () -> results.forEachRemaining(x -> assertTrue(x > 0)));
    assertFalse(results.hasNext());
  }

  @Test
  void shutdownNowEndsAMap() throws Exception {
    start(1);
    var results = executor.map(Tasks::spinForever, List.of(1, 2, 3));
    TestPools.awaitEvent(events, PoolEvent.ChunkStarted.class);
    assertEquals(List.of(), executor.shutdownNow());
    assertThrows(PoolException.Cancelled.class, results::next);
    assertFalse(results.hasNext());
    assertTrue(executor.awaitTermination(30, TimeUnit.SECONDS));
  }

  @Test
  void whatRacesWithAShutdownIsEitherRefusedOrDone() throws Exception {
    start(2);
    for (var round = 0; round < 20; round++) {
      var view = pool.executor();
      var futures = new ConcurrentLinkedQueue<CompletableFuture<Integer>>();
      var begun = new CountDownLatch(1);
      var submitter =
          Thread.ofPlatform()
              .start(() -> {
                try {
                  while (true) {
                    futures.add(view.submit(() -> 1));
                    begun.countDown();
                  }
                } catch (RejectedExecutionException e) {
                  begun.countDown(); // that is the end
                }
              });
      assertTrue(begun.await(30, TimeUnit.SECONDS));
      view.shutdown();
      assertTrue(view.awaitTermination(30, TimeUnit.SECONDS));
      assertTrue(submitter.join(LIMIT));
      for (var future : futures) {
        assertEquals(1, future.get(30, TimeUnit.SECONDS));
      }
    }
  }

  @Test
  void whatRacesWithTheEndOfThePoolEndsInOneWayOrTheOther() throws Exception {
    start(2);
    var futures = new ConcurrentLinkedQueue<CompletableFuture<Integer>>();
    var begun = new CountDownLatch(100);
    Callable<Integer> task = (TaskCallable<Integer>) () -> 1;
    var submitter =
        Thread.ofPlatform()
            .start(() -> {
              try {
                while (true) {
                  futures.add(executor.submit(task));
                  begun.countDown();
                }
              } catch (RejectedExecutionException e) {
                assertInstanceOf(IllegalStateException.class, e.getCause());
              }
            });
    assertTrue(begun.await(30, TimeUnit.SECONDS));
    pool.terminate();
    assertTrue(submitter.join(LIMIT));
    for (var future : futures) {
      try {
        assertEquals(1, future.get(30, TimeUnit.SECONDS));
      } catch (ExecutionException e) {
        assertInstanceOf(PoolException.Closed.class, e.getCause());
      }
    }
  }
}
