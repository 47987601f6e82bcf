package speedup.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import speedup.experiment.ExperimentPlan.PlannedRun;
import speedup.measure.RunEvent;
import speedup.pool.JobSpec;
import speedup.pool.PoolException;
import speedup.pool.ProcessPool;
import speedup.workload.PictureTile;
import speedup.workload.Stage;

/**
 * The parallel program: the parent hands out chunks, workers compute them, the parent merges. Its
 * time is all the time from the first chunk on its way to the merged result. Cold, the first chunk
 * waits for the processes that it needs.
 *
 * @param chunkItems items in a chunk
 */
record ProcessesEngine(long chunkItems) implements Engine {
  /** A chunk whose worker died is given to another; dying on it again is the chunk's own doing. */
  private static final int RETRIES = 2;

  @Override
  public RunOutcome run(
      PlannedRun run, Work work, ProcessPool pool, RunChannel channel, boolean cold)
      throws PoolException, InterruptedException {
    var recorder = channel.startRecording(pool, _ -> {});
    var start = System.nanoTime();
    var results = new ArrayList<Object>();
    for (var stage : work.stages()) {
      results.addAll(Arrays.asList(runStage(work, stage, run.workers(), pool, channel)));
    }
    var workEnd = System.nanoTime();
    var result = work.prepared().merge(results);
    var end = System.nanoTime();
    channel.stopRecording(pool);
    var trace = recorder.finish(start, workEnd, end, run.workers());
    return new RunOutcome(run, trace.seconds(), result, trace);
  }

  private Object[] runStage(
      Work work, Stage<Object, Object> stage, int workers, ProcessPool pool, RunChannel channel)
      throws PoolException, InterruptedException {
    var cut = new ChunkCut(stage.items(), chunkItems);
    var results = new Object[cut.chunks()];
    RunChannel.await(
        pool.submit(
            new JobSpec<>(
                new ChunkFunction(stage.task()),
                cut.chunks(),
                chunk -> cut.slice(stage, chunk),
                cut::length,
                workers,
                work.retries(RETRIES),
                (worker, chunk, value) -> {
                  results[chunk] = value;
                  if (value instanceof PictureTile.Tiles) {
                    channel.say(new RunEvent.PartialResult(System.nanoTime(), worker, value));
                  }
                })));
    return results;
  }
}
