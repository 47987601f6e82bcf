package speedup.experiment;

import java.util.function.Consumer;
import java.util.function.IntFunction;
import speedup.measure.PoolEvent;
import speedup.measure.TraceRecorder;

/**
 * Makes the threads of one worker process appear as workers: turns what the process tells of them
 * into the events of a pool, one worker a thread. What happens to the process happens to each of
 * them. Thread-safe, as the recorder and the listener are.
 */
final class ThreadLanes implements Consumer<PoolEvent> {
  /** The place of the process in its pool: jobs for a single worker go there. */
  private static final int PROCESS = 0;

  private final int threads;
  private final Consumer<PoolEvent> listener;
  private volatile TraceRecorder recorder = new TraceRecorder();
  private volatile PoolEvent.Heartbeat beat;
  private volatile long began;

  /**
   * Begins.
   *
   * @param pid of the process; -1 when it will say so itself
   * @param listener gets the events of the threads
   */
  ThreadLanes(int threads, long pid, Consumer<PoolEvent> listener) {
    this.threads = threads;
    this.listener = listener;
    if (pid > 0) {
      forEach(thread -> new PoolEvent.Ready(thread, System.nanoTime(), pid, 0));
    }
  }

  /** What was recorded; nothing of an attempt that its process did not survive. */
  TraceRecorder recorder() {
    return recorder;
  }

  /** When the threads of the last attempt were let go. */
  long began() {
    return began;
  }

  @Override
  public void accept(PoolEvent event) {
    if (event.worker() != PROCESS) {
      return; // idle workers of a shared pool are no part of the run
    }
    switch (event) {
      case PoolEvent.Told e -> ThreadNews.read(e.numbers(), e.at(), news -> take(news, e));
      case PoolEvent.Heartbeat e -> beat = e;
      case PoolEvent.Starting e -> forEach(thread -> new PoolEvent.Starting(thread, e.at()));
      case PoolEvent.Ready e ->
          forEach(thread -> new PoolEvent.Ready(thread, e.at(), e.pid(), e.clockOffset()));
      case PoolEvent.Left e -> forEach(thread -> new PoolEvent.Left(thread, e.at(), e.pid()));
      case PoolEvent.Died e -> died(e);
      case PoolEvent.GaveUp e ->
          forEach(thread -> new PoolEvent.GaveUp(thread, e.at(), e.reason()));
      case PoolEvent.Output e -> pass(e);
      case PoolEvent.ChunkStarted _,
          PoolEvent.ChunkFinished _,
          PoolEvent.ChunkFailed _,
          PoolEvent.Progress _,
          PoolEvent.Blocked _ -> {
        // they are about the job that all threads work on together
      }
    }
  }

  private void died(PoolEvent.Died e) {
    // every thread begins again from nothing, so what they did no longer counts
    recorder = new TraceRecorder();
    forEach(thread ->
        new PoolEvent.Died(
            thread, e.at(), e.pid(), e.exit(), e.why(), e.chunk(), e.retried(), e.lastWords()));
  }

  private void take(ThreadNews news, PoolEvent.Told told) {
    switch (news) {
      case ThreadNews.Began n -> began = n.at();
      case ThreadNews.Started n ->
          pass(new PoolEvent.ChunkStarted(n.thread(), n.at(), told.job(), n.chunk(), n.items()));
      case ThreadNews.Finished n ->
          pass(
              new PoolEvent.ChunkFinished(
                  n.thread(),
                  n.ended(),
                  told.job(),
                  n.chunk(),
                  n.items(),
                  n.started(),
                  0,
                  n.ended() - n.started() - n.locked(),
                  0,
                  0,
                  0));
      case ThreadNews.Used n -> used(n, told.at());
    }
  }

  /** CPU time of the thread, memory of the process. */
  private void used(ThreadNews.Used n, long at) {
    var last = beat;
    pass(
        new PoolEvent.Heartbeat(
            n.thread(),
            at,
            n.cpuNanos(),
            last == null ? -1 : last.heapUsed(),
            last == null ? -1 : last.heapMax(),
            last == null ? -1 : last.residentBytes()));
  }

  private void forEach(IntFunction<PoolEvent> event) {
    for (var thread = 0; thread < threads; thread++) {
      pass(event.apply(thread));
    }
  }

  private void pass(PoolEvent event) {
    recorder.accept(event);
    listener.accept(event);
  }
}
