package speedup.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import speedup.measure.PoolEvent;

/** Cancelling and closing, at the same time and in the wrong order. */
@Timeout(60)
class PoolEndTest extends WatchedPool {
  @Test
  void closingWhileWorkersStartLeavesNone() {
    for (var i = 0; i < 5; i++) {
      var starting = TestPools.open(this::heard);
      var start = starting.start(3);
      if (i % 2 == 0) {
        starting.close();
      } else {
        starting.terminate();
      }
      assertTrue(start.isDone());
      assertEquals(0, ProcessHandle.current().children().filter(this::isWorker).count());
    }
  }

  private boolean isWorker(ProcessHandle child) {
    return child.info().commandLine().orElse("").contains("WorkerMain");
  }

  @Test
  void closingTwiceAndAtOnceWaitsForTheSameEnd() throws Exception {
    start(2);
    var job = TestPools.<Integer, Integer>run(pool, 9, 2, 0, Tasks::spinForever, (_, _, _) -> {});
    try (var threads = Executors.newFixedThreadPool(3)) {
      var closings = new ArrayList<Future<?>>();
      for (var i = 0; i < 3; i++) {
        closings.add(
            threads.submit(() -> {
              pool.terminate();
              assertNoneAlive();
            }));
      }
      for (var closing : closings) {
        closing.get(30, TimeUnit.SECONDS);
      }
    }
    assertInstanceOf(PoolException.Closed.class, failureOf(job));
    pool.close();
    job.cancel();
    assertThrows(IllegalStateException.class, () -> pool.<Integer, Integer>apply(x -> x, 1, LIMIT));
  }

  @Test
  void closingOnAnInterruptedThreadLeavesNoProcess() throws Exception {
    start(2);
    TestPools.<Integer, Integer>run(pool, 9, 2, 0, Tasks::spinForever, (_, _, _) -> {});
    var stillInterrupted = new CompletableFuture<Boolean>();
    Thread.ofPlatform()
        .start(() -> {
          Thread.currentThread().interrupt();
          pool.close();
          stillInterrupted.complete(Thread.interrupted());
        });
    assertTrue(stillInterrupted.get(30, TimeUnit.SECONDS));
    assertNoneAlive();
  }

  @Test
  void everyJobSubmittedWhileThePoolClosesEnds() throws Exception {
    start(1);
    var jobs = new ConcurrentLinkedQueue<PoolJob>();
    var closed = new CountDownLatch(1);
    var open = new Semaphore(1_000); // closing does what was accepted: not without end
    var submitter =
        Thread.ofPlatform()
            .start(() -> {
              try {
                while (true) {
                  open.acquireUninterruptibly();
                  var job = TestPools.<Integer, Integer>run(pool, 3, 1, 0, x -> x, (_, _, _) -> {});
                  job.done().whenComplete((_, _) -> open.release());
                  jobs.add(job);
                }
              } catch (IllegalStateException e) {
                closed.countDown();
              } catch (PoolException e) {
                throw new IllegalStateException(e);
              }
            });
    TestPools.awaitTrue(() -> jobs.size() > 50 && jobs.peek().done().isDone());
    pool.close();
    assertTrue(closed.await(30, TimeUnit.SECONDS));
    submitter.join();
    for (var job : jobs) {
      TestPools.awaitTrue(() -> job.done().isDone());
    }
    await(jobs.peek());
  }

  @Test
  void jobsCancelledAtOnceAllEndAndThePoolGoesOn() throws Exception {
    start(2);
    var jobs = new ArrayList<PoolJob>();
    for (var i = 0; i < 12; i++) {
      jobs.add(
          TestPools.<Integer, Integer>run(
              pool, 50, 2, 0, i % 2 == 0 ? Tasks::sleepLong : Tasks::spinForever, (_, _, _) -> {}));
    }
    TestPools.awaitEvent(events, PoolEvent.ChunkStarted.class);
    try (var threads = Executors.newFixedThreadPool(4)) {
      jobs.forEach(job -> threads.submit(job::cancel));
    }
    for (var job : jobs) {
      assertInstanceOf(PoolException.Cancelled.class, failureOf(job));
    }
    assertEquals(4, pool.<Integer, Integer>apply(x -> x + 1, 3, LIMIT));
  }

  @Test
  void jobsThatAreCancelledRightAwayNeverRunOn() throws Exception {
    start(2);
    for (var i = 0; i < 300; i++) {
      TestPools.<Integer, Integer>run(pool, 4, 2, 0, Tasks::sleepLong, (_, _, _) -> {}).cancel();
    }
    assertEquals(4, pool.<Integer, Integer>apply(x -> x + 1, 3, LIMIT));
    assertTrue(
        events.stream().noneMatch(PoolEvent.Died.class::isInstance), "a worker had to be killed");
  }

  @Test
  void aTaskThatIgnoresInterruptsIsKilledWithoutHarmToOtherJobs() throws Exception {
    start(1);
    var stubborn =
        TestPools.<Integer, Integer>run(pool, 1, 1, 0, Tasks::swallowInterrupts, (_, _, _) -> {});
    TestPools.awaitEvent(events, PoolEvent.Output.class); // it runs, rather than being about to
    var other = TestPools.<Integer, Integer>run(pool, 50, 1, 0, x -> x, (_, _, _) -> {});
    stubborn.cancel();
    await(other);
    assertInstanceOf(PoolException.Cancelled.class, failureOf(stubborn));
    TestPools.awaitEvent(events, PoolEvent.Left.class);
  }

  @Test
  void cancellingAJobThatWaitsDoesNotDisturbTheOneThatRuns() throws Exception {
    start(1);
    await(TestPools.<Integer, Integer>run(pool, 2_000, 1, 0, x -> x, (_, _, _) -> {}));
    var pid = pool.pids()[0];
    var running =
        TestPools.<Integer, Integer>run(pool, 3, 1, 0, Tasks::spinHalfASecond, (_, _, _) -> {});
    var waiting = TestPools.<Integer, Integer>run(pool, 500, 1, 0, x -> x, (_, _, _) -> {});
    waiting.cancel();
    await(running);
    assertEquals(pid, pool.pids()[0]);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void poolsLeaveNoThreadAndNoOpenFile() throws Exception {
    useOnce();
    TestPools.awaitTrue(() -> poolThreads().isEmpty());
    var files = openFiles();
    for (var i = 0; i < 8; i++) {
      useOnce();
    }
    TestPools.awaitTrue(() -> poolThreads().isEmpty());
    TestPools.awaitTrue(() -> openFiles() <= files + 2);
    assertTrue(poolThreads().isEmpty());
  }

  private void useOnce() throws Exception {
    pool.close();
    try (var once = TestPools.open(this::heard)) {
      assertEquals(4, once.<Integer, Integer>apply(x -> x + 1, 3, LIMIT));
    }
  }

  private static Set<String> poolThreads() {
    var names = new HashSet<String>();
    for (var thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().startsWith("worker ") || thread.getName().startsWith("pool ")) {
        names.add(thread.getName());
      }
    }
    return names;
  }

  private static int openFiles() {
    try (var files = Files.list(Path.of("/proc/self/fd"))) {
      return (int) files.count();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
