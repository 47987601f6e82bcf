package speedup.experiment;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import speedup.experiment.ExperimentPlan.PlannedRun;
import speedup.measure.PoolEvent;
import speedup.measure.RunEvent;
import speedup.pool.JobSpec;
import speedup.pool.PoolException;
import speedup.pool.ProcessPool;

/**
 * The baseline: the plain loop in one worker JVM. Warm, its time is the loop's own, taken by the
 * worker, and the merge: a sequential program has its input at hand and sends no result anywhere.
 * Cold, it is all the time from the start of the process to the merged result.
 */
record SequentialEngine() implements Engine {
  private static final int RETRIES = 1;

  @Override
  public RunOutcome run(
      PlannedRun run, Work work, ProcessPool pool, RunChannel channel, boolean cold)
      throws PoolException, InterruptedException {
    var output = new AtomicReference<PlainLoop.Output>();
    var loopBegan = new AtomicLong();
    var input = work.forPlainLoop();
    var recorder =
        channel.startRecording(
            pool,
            event -> {
              if (event instanceof PoolEvent.Progress progress) {
                channel.say(new RunEvent.SequentialProgress(progress.at(), progress.done()));
              } else if (event instanceof PoolEvent.ChunkFinished finished) {
                loopBegan.set(finished.started() + finished.deserialiseNanos());
              }
            });
    var submitted = System.nanoTime();
    RunChannel.await(
        pool.submit(
            new JobSpec<>(
                work.loop(new PlainLoop()),
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

    var start = cold ? submitted : loopBegan.get();
    var workEnd = cold ? mergeBegan : start + output.get().nanos();
    var trace = recorder.finish(start, workEnd, workEnd + mergeNanos, 1);
    return new RunOutcome(run, trace.seconds(), result, trace);
  }
}
