package speedup.experiment;

import java.util.concurrent.atomic.AtomicReference;
import speedup.experiment.ExperimentPlan.PlannedRun;
import speedup.measure.EngineKind;
import speedup.pool.JobSpec;
import speedup.pool.PoolException;
import speedup.pool.ProcessPool;

/**
 * Threads in one worker JVM that share the chunks. Warm, the time is theirs, from the first chunk
 * to the last, and the merge: as in a sequential program, the input is at hand, and no result is
 * sent anywhere. Cold, it is all the time from the start of the process to the merged result.
 *
 * @param chunkItems items in a chunk
 */
record ThreadsEngine(long chunkItems) implements Engine {
  private static final int RETRIES = 1;

  @Override
  public RunOutcome run(
      PlannedRun run, Work work, ProcessPool pool, RunChannel channel, boolean cold)
      throws PoolException, InterruptedException {
    var output = new AtomicReference<PlainLoop.Output>();
    var input = work.inChunks(chunkItems);
    var lanes = channel.showThreads(pool, run.workers());
    var submitted = System.nanoTime();
    RunChannel.await(
        pool.submit(
            new JobSpec<>(
                work.loop(
                    new ThreadsLoop(run.workers(), run.engine() == EngineKind.THREADS_ONE_LOCK)),
                1,
                _ -> input,
                _ -> (int) Math.min(Integer.MAX_VALUE, work.items()),
                1,
                work.retries(RETRIES),
                (_, _, value) -> output.set(value))));
    var mergeBegan = System.nanoTime();
    var result = work.prepared().merge(output.get().results());
    var mergeNanos = System.nanoTime() - mergeBegan;
    channel.stopRecording(pool);

    var start = cold ? submitted : lanes.began();
    var workEnd = cold ? mergeBegan : start + output.get().nanos();
    var trace = lanes.recorder().finish(start, workEnd, workEnd + mergeNanos, run.workers());
    return new RunOutcome(run, trace.seconds(), result, trace);
  }
}
