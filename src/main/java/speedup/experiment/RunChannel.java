package speedup.experiment;

import java.util.HashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import speedup.measure.PoolEvent;
import speedup.measure.RunEvent;
import speedup.measure.TraceRecorder;
import speedup.pool.PoolException;
import speedup.pool.PoolJob;
import speedup.pool.ProcessPool;

/**
 * Where the events of a pool go: to the person's listener always, to the recorder of the present
 * run while there is one. While threads run, theirs take the place of the pool's. Thread-safe.
 */
final class RunChannel implements Consumer<PoolEvent> {
  private static final long PROBE_SECONDS = 2;

  private final Consumer<RunEvent> listener;
  private final Consumer<PoolEvent> tellListener = this::tellListener;
  private volatile Consumer<PoolEvent> hearer = tellListener;

  RunChannel(Consumer<RunEvent> listener) {
    this.listener = listener;
  }

  @Override
  public void accept(PoolEvent event) {
    hearer.accept(event);
  }

  private void tellListener(PoolEvent event) {
    listener.accept(new RunEvent.OfWorker(event));
  }

  void say(RunEvent event) {
    listener.accept(event);
  }

  /**
   * Records from now on, with a heartbeat of every worker as the first entry.
   *
   * @param alsoTold told of the same events
   */
  TraceRecorder startRecording(ProcessPool pool, Consumer<PoolEvent> alsoTold)
      throws InterruptedException {
    var fresh = recorder(pool);
    hearer = alsoTold.andThen(fresh).andThen(tellListener);
    probe(pool);
    return fresh;
  }

  /** The same for the parts of a flow, whose batches are recorded and told of as chunks. */
  FlowLanes showFlow(ProcessPool pool) throws InterruptedException {
    var lanes = new FlowLanes(recorder(pool), tellListener);
    hearer = lanes;
    probe(pool);
    return lanes;
  }

  private static TraceRecorder recorder(ProcessPool pool) {
    var pids = new HashMap<Integer, Long>();
    var present = pool.pids();
    for (var worker = 0; worker < present.length; worker++) {
      pids.put(worker, present[worker]);
    }
    return new TraceRecorder(pids);
  }

  /** From now on threads of the pool's first process are the workers recorded and told of. */
  ThreadLanes showThreads(ProcessPool pool, int threads) throws InterruptedException {
    var pids = pool.pids();
    var lanes = new ThreadLanes(threads, pids.length == 0 ? -1 : pids[0], tellListener);
    hearer = lanes;
    probe(pool);
    return lanes;
  }

  /**
   * From now on nothing that happens in pools is recorded or told.
   *
   * @return records and tells what others do in their place
   */
  Consumer<PoolEvent> showOthers(TraceRecorder recorder) {
    hearer = _ -> {}; // idle workers of a shared pool are no part of the run
    return recorder.andThen(tellListener);
  }

  /** Waits for a last heartbeat of every worker, and records no more. */
  void stopRecording(ProcessPool pool) throws InterruptedException {
    probe(pool);
    dropRecording();
  }

  /** Records no more; a run that broke off has no end of its own. */
  void dropRecording() {
    hearer = tellListener;
  }

  private static void probe(ProcessPool pool) throws InterruptedException {
    try {
      pool.probe().get(PROBE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      // a worker that hangs is the pool's to find; the run's CPU times then say so
    } catch (ExecutionException e) {
      throw new IllegalStateException("a probe cannot fail", e);
    }
  }

  /** Waits for a job; cancels it when the thread is interrupted. */
  static void await(PoolJob job) throws PoolException, InterruptedException {
    var done = false;
    while (!done) {
      done = await(job, Long.MAX_VALUE);
    }
  }

  /**
   * As {@link #await(PoolJob)}, for a time.
   *
   * @return whether it has ended
   */
  static boolean await(PoolJob job, long millis) throws PoolException, InterruptedException {
    try {
      job.done().get(millis, TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      job.cancel();
      throw e;
    } catch (ExecutionException e) {
      throw (PoolException) e.getCause();
    }
  }
}
