package speedup.experiment;

import java.io.IOException;
import java.util.stream.IntStream;
import speedup.experiment.ExperimentPlan.PlannedRun;
import speedup.measure.RunEvent;
import speedup.pool.JobSpec;
import speedup.pool.PoolException;
import speedup.pool.PoolJob;
import speedup.pool.ProcessPool;
import speedup.workload.FlowException;
import speedup.workload.FlowRun;

/**
 * A workload's flow: each part has a process of its own, all at the same time; the batches it works
 * on are its chunks, and waiting for the others lies between them. Its time is all the time from
 * the first part on its way to the end of the last one; that what was made is checked and put in
 * its place comes after it.
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
    try (var flow = work.flow().orElseThrow().start(workers)) {
      var parts = flow.parts();
      var lanes = channel.showFlow(pool);
      var begun = System.nanoTime();
      await(
          pool.submit(
              new JobSpec<>(
                  new FlowFunction(),
                  parts.size(),
                  parts::get,
                  _ -> 1,
                  parts.size(),
                  RETRIES,
                  (_, _, _) -> {})),
          flow,
          channel,
          lanes);
      var end = System.nanoTime();
      channel.stopRecording(pool);
      var trace = lanes.recorder().finish(begun, end, end, parts.size());
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

  /** A place that the pool gave up would leave a part undone, and all others waiting for it. */
  private static void await(PoolJob job, FlowRun<Object> flow, RunChannel channel, FlowLanes lanes)
      throws PoolException, ExperimentFailedException, InterruptedException {
    while (!RunChannel.await(job, LOOK_MILLIS)) {
      look(flow, channel, lanes);
      if (lanes.gaveUp() != null) {
        job.cancel();
        throw new ExperimentFailedException(lanes.gaveUp(), null);
      }
    }
    look(flow, channel, lanes); // all is done: the last that is seen of it says so
  }

  private static void look(FlowRun<Object> flow, RunChannel channel, FlowLanes lanes) {
    var look = flow.look();
    var workers = IntStream.range(0, flow.parts().size()).mapToObj(lanes::worker).toList();
    channel.say(new RunEvent.ChainProgress(System.nanoTime(), look.done(), workers, look));
  }
}
