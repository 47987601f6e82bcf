package speedup.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import speedup.pool.task.TaskContext;
import speedup.workload.Waits;

/** Threads that share the chunks of one run, in this process. For one run. */
final class ThreadTeam {
  private static final long REPORT_MILLIS = 30;

  private final List<PlainLoop.StageInput> stages;
  private final TaskContext context;
  private final OneLock lock;
  private final List<Object[]> results;
  private final List<AtomicInteger> next;
  private final List<ThreadLog> logs = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();
  private final CountDownLatch ready;
  private final CountDownLatch go = new CountDownLatch(1);
  private final CountDownLatch done;
  private final CyclicBarrier stageEnd;
  private final AtomicReference<Throwable> failure = new AtomicReference<>();
  private volatile boolean stopped;

  /**
   * Starts the threads, which wait for {@link #run}.
   *
   * @param oneLock whether only one of them computes at a time
   */
  ThreadTeam(List<PlainLoop.StageInput> stages, int count, boolean oneLock, TaskContext context) {
    this.stages = stages;
    this.context = context;
    lock = oneLock ? new OneLock() : null;
    results = stages.stream().map(stage -> new Object[stage.ends().length]).toList();
    next = stages.stream().map(_ -> new AtomicInteger()).toList();
    ready = new CountDownLatch(count);
    done = new CountDownLatch(count);
    stageEnd = new CyclicBarrier(count);
    for (var i = 0; i < count; i++) {
      var log = new ThreadLog(i);
      logs.add(log);
      var thread = new Thread(() -> live(log), "thread " + (i + 1));
      thread.setDaemon(true);
      thread.setContextClassLoader(Thread.currentThread().getContextClassLoader());
      threads.add(thread);
    }
    threads.forEach(Thread::start);
  }

  /**
   * Runs everything.
   *
   * @return the results of the chunks in their order, and the time from the first to the last
   * @throws InterruptedException when this thread was interrupted; the others have ended then
   */
  PlainLoop.Output run() throws Exception {
    var began = 0L;
    try {
      ready.await();
      began = System.nanoTime();
      go.countDown();
      tell(new ThreadNews.Began(began));
      while (!done.await(REPORT_MILLIS, TimeUnit.MILLISECONDS)) {
        tell(null);
      }
    } catch (InterruptedException e) {
      stop();
      throw e;
    }
    var nanos = System.nanoTime() - began;
    tell(null);
    var thrown = failure.get();
    if (thrown instanceof Exception e) {
      throw e;
    }
    if (thrown instanceof Error e) {
      throw e;
    }
    if (thrown != null) {
      throw new IllegalStateException(thrown);
    }
    return new PlainLoop.Output(
        results.stream().flatMap(Arrays::stream).toList(), Math.max(1, nanos));
  }

  /** A thread that does not end keeps this one: the pool then ends the process. */
  private void stop() {
    stopped = true;
    go.countDown();
    threads.forEach(Thread::interrupt);
    var ended = false;
    while (!ended) {
      try {
        done.await();
        ended = true;
      } catch (InterruptedException e) {
        threads.forEach(Thread::interrupt);
      }
    }
  }

  private void tell(ThreadNews first) {
    var now = System.nanoTime();
    var news = new ThreadNews.Writer(now, context::tell);
    if (first != null) {
      news.add(first);
    }
    logs.forEach(log -> log.drainTo(news, now));
    news.send();
  }

  private void live(ThreadLog log) {
    try {
      log.readCpu(true);
      ready.countDown();
      go.await();
      if (lock == null) {
        runStages(log, null);
      } else {
        var turn = lock.turn();
        Waits.through(turn, () -> runStages(log, turn));
      }
    } catch (InterruptedException e) {
      fail(e);
    } finally {
      log.readCpu(true);
      done.countDown();
    }
  }

  private void runStages(ThreadLog log, OneLock.Turn turn) {
    try {
      for (var stage = 0; stage < stages.size(); stage++) {
        if (turn == null) {
          runStage(stage, log, null);
        } else {
          turn.enter();
          try {
            runStage(stage, log, turn);
          } finally {
            turn.leave();
          }
        }
        stageEnd.await();
      }
    } catch (Throwable e) { // whatever a task throws is the result of the run
      fail(e);
    }
  }

  private void runStage(int number, ThreadLog log, OneLock.Turn turn) throws Exception {
    var stage = stages.get(number);
    var ends = stage.ends();
    while (!stopped) {
      var chunk = next.get(number).getAndIncrement();
      if (chunk >= ends.length) {
        return;
      }
      var items = ends[chunk] - (chunk == 0 ? 0 : ends[chunk - 1]);
      var locked = turn == null ? 0 : turn.waitedNanos();
      log.started(chunk, (int) Math.min(Integer.MAX_VALUE, items), System.nanoTime());
      results.get(number)[chunk] = stage.task().run(stage.slices().get(chunk));
      log.finished(System.nanoTime(), turn == null ? 0 : turn.waitedNanos() - locked);
      log.readCpu(false);
      if (turn != null) {
        turn.between();
      }
    }
    throw new InterruptedException("another thread ended the run");
  }

  private void fail(Throwable why) {
    if (failure.compareAndSet(null, why)) {
      stopped = true;
      threads.stream()
          .filter(thread -> thread != Thread.currentThread())
          .forEach(Thread::interrupt);
    }
  }
}
