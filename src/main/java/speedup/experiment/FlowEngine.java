package speedup.experiment;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import speedup.experiment.ExperimentPlan.PlannedRun;
import speedup.measure.PoolEvent;
import speedup.measure.RunEvent;
import speedup.pool.JobSpec;
import speedup.pool.PoolException;
import speedup.pool.PoolJob;
import speedup.pool.ProcessPool;
import speedup.workload.Flow;
import speedup.workload.FlowException;
import speedup.workload.FlowPart;
import speedup.workload.FlowRun;
import speedup.workload.SliceTask;

/**
 * A workload's flow: each part is one long chunk with a process of its own, all at the same time.
 * Its time is all the time from the first part on its way to the end of the last one; that what was
 * made is checked and put in its place comes after it.
 *
 * @param workers processes for the middle part; 0 for the sequential program, all in one process
 */
record FlowEngine(int workers) implements Engine {
  /** A part is begun again as often as its process is killed, but not for ever. */
  private static final int RETRIES = 50;

  private static final long LOOK_MILLIS = 20;

  @Override
  public RunOutcome run(
      PlannedRun run, Work work, ProcessPool pool, RunChannel channel, boolean cold)
      throws PoolException, ExperimentFailedException, InterruptedException {
    try (var flow = start(work.flow().orElseThrow())) {
      var gaveUp = new AtomicReference<String>();
      var recorder =
          channel.startRecording(
              pool,
              event -> {
                if (event instanceof PoolEvent.GaveUp broken) {
                  gaveUp.set(broken.reason());
                }
              });
      var parts = flow.parts();
      var begun = System.nanoTime();
      await(
          pool.submit(
              new JobSpec<>(
                  new ChunkFunction(task()),
                  parts.size(),
                  parts::get,
                  part -> (int) Math.min(Integer.MAX_VALUE, flow.items(part)),
                  parts.size(),
                  RETRIES,
                  (_, _, _) -> {})),
          flow,
          channel,
          gaveUp);
      var end = System.nanoTime();
      channel.stopRecording(pool);
      var trace = recorder.finish(begun, end, end, parts.size());
      return new RunOutcome(run, trace.seconds(), flow.result(end - begun), trace);
    } catch (FlowException e) {
      throw new ExperimentFailedException(e.getMessage(), e);
    } catch (IOException e) {
      throw new ExperimentFailedException(
          "the output cannot be put in its place: " + e.getMessage(), e);
    } catch (PoolException e) {
      if (e.getCause() instanceof FlowException told) {
        throw new ExperimentFailedException(told.getMessage(), e);
      }
      throw e;
    }
  }

  private FlowRun<Object> start(Flow<Object> flow)
      throws IOException, FlowException, InterruptedException {
    return flow.start(workers);
  }

  @SuppressWarnings("unchecked") // parts are all that it is given
  private static SliceTask<Object, Object> task() {
    return (SliceTask<Object, Object>) (SliceTask<?, ?>) new FlowPart.Task();
  }

  /** A place that the pool gave up would leave a part undone, and all others waiting for it. */
  private static void await(
      PoolJob job, FlowRun<Object> flow, RunChannel channel, AtomicReference<String> gaveUp)
      throws PoolException, ExperimentFailedException, InterruptedException {
    while (!RunChannel.await(job, LOOK_MILLIS)) {
      channel.say(new RunEvent.SequentialProgress(System.nanoTime(), flow.done()));
      if (gaveUp.get() != null) {
        job.cancel();
        throw new ExperimentFailedException(gaveUp.get(), null);
      }
    }
  }
}
