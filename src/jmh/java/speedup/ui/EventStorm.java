package speedup.ui;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import speedup.experiment.InputCache;
import speedup.experiment.Lab;
import speedup.experiment.RunHandle;
import speedup.experiment.RunReport;
import speedup.experiment.RunRequest;
import speedup.experiment.SweepReport;
import speedup.experiment.SweepRequest;
import speedup.measure.EngineKind;
import speedup.measure.Phase;
import speedup.measure.PoolEvent;
import speedup.measure.RunEvent;

/**
 * A lab whose run is a steady stream of worker events, one thread a worker, at a fixed rate. It
 * loads the window as much as a run of tiny tasks, without the processes that would take its
 * processors.
 */
final class EventStorm implements Lab {
  private static final long BATCH_NANOS = 1_000_000;
  private static final long BEAT_NANOS = 250_000_000;
  private static final long LINE_NANOS = 1_000_000_000;
  private static final int ITEMS = 10;

  private final int workers;
  private final long eventsPerSecond;
  private final LongAdder sent = new LongAdder();
  private final CompletableFuture<RunReport> report = new CompletableFuture<>();
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean stopped;

  EventStorm(int workers, long eventsPerSecond) {
    this.workers = workers;
    this.eventsPerSecond = eventsPerSecond;
  }

  /** Events sent so far. */
  long sent() {
    return sent.sum();
  }

  @Override
  public RunHandle<RunReport> start(RunRequest request, Consumer<RunEvent> listener) {
    Consumer<RunEvent> counted =
        event -> {
          sent.increment();
          listener.accept(event);
        };
    long now = System.nanoTime();
    for (int worker = 0; worker < workers; worker++) {
      counted.accept(new RunEvent.OfWorker(new PoolEvent.Ready(worker, now, 1_000 + worker, 0)));
    }
    counted.accept(new RunEvent.PhaseStarted(now, Phase.MEASURE));
    counted.accept(
        new RunEvent.InputReady(now, Integer.MAX_VALUE, ITEMS, "a storm of events", List.of()));
    counted.accept(
        new RunEvent.RunStarted(
            now, EngineKind.PROCESSES, workers, 1, request.repeats(), Integer.MAX_VALUE));
    for (int worker = 0; worker < workers; worker++) {
      int its = worker;
      threads.add(
          Thread.ofPlatform().name("storm-" + worker).daemon().start(() -> blow(its, counted)));
    }
    return new RunHandle<RunReport>() {
      @Override
      public CompletableFuture<RunReport> report() {
        return report;
      }

      @Override
      public void stop() {
        end();
      }
    };
  }

  /** Sends pairs of begun and finished chunks; a late batch is made up for by the next one. */
  private void blow(int worker, Consumer<RunEvent> listener) {
    long start = System.nanoTime();
    long chunkNanos = 2_000_000_000L * workers / eventsPerSecond;
    long nextBeat = start;
    long nextLine = start;
    int chunk = 0;
    while (!stopped) {
      long now = System.nanoTime();
      for (long at = start + chunk * chunkNanos; at + chunkNanos <= now; at += chunkNanos) {
        chunk(worker, chunk, at, chunkNanos, listener);
        chunk++;
      }
      if (now >= nextBeat) {
        nextBeat += BEAT_NANOS;
        tell(listener, new PoolEvent.Heartbeat(worker, now, now - start, 9 << 20, 64 << 20, -1));
      }
      if (now >= nextLine) {
        nextLine += LINE_NANOS;
        tell(listener, new PoolEvent.Output(worker, now, false, "chunk " + chunk));
      }
      LockSupport.parkNanos(BATCH_NANOS);
    }
  }

  private static void chunk(
      int worker, int chunk, long at, long nanos, Consumer<RunEvent> listener) {
    tell(listener, new PoolEvent.ChunkStarted(worker, at, 1, chunk, ITEMS));
    // busy for 40 to 90 % of the time, so that the timeline has something to draw
    long busy = nanos * (40 + chunk / 500 % 50) / 100;
    tell(
        listener,
        new PoolEvent.ChunkFinished(
            worker, at + busy, 1, chunk, ITEMS, at, busy / 10, busy * 8 / 10, busy / 10, 80, 8));
  }

  private static void tell(Consumer<RunEvent> listener, PoolEvent event) {
    listener.accept(new RunEvent.OfWorker(event));
  }

  /** Ends the run; returns when the last event has been sent. */
  void end() {
    stopped = true;
    for (var thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    report.cancel(false);
  }

  @Override
  public RunHandle<SweepReport> sweep(SweepRequest request, Consumer<RunEvent> listener) {
    throw new UnsupportedOperationException("the storm is one run");
  }

  @Override
  public Optional<String> unavailable(EngineKind engine) {
    return Optional.empty();
  }

  @Override
  public void killWorker(int worker) {
    throw new UnsupportedOperationException("there is no process");
  }

  @Override
  public void terminateWorker(int worker) {
    throw new UnsupportedOperationException("there is no process");
  }

  @Override
  public int warmWorkers() {
    return workers;
  }

  @Override
  public InputCache cache() {
    return new InputCache(Path.of("target", "no-cache"), List::of);
  }

  @Override
  public void close() {
    end();
  }
}
