package speedup.experiment;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeoutException;
import speedup.measure.EngineKind;
import speedup.pool.JobSpec;
import speedup.pool.PoolException;
import speedup.pool.ProcessPool;
import speedup.pool.task.TaskFunction;

/**
 * What is measured before the timed runs: the hot rate of the work, and the cost of a hand-over.
 */
final class Calibration {
  private static final long WARM_UP_NANOS = 300_000_000;
  private static final int RETRIES = 1;

  /**
   * Long enough that handing a chunk over costs little, short enough for an even finish and a
   * lively picture. Where all cores compute, the parent takes a third of a millisecond from them
   * for each chunk, measured: 4 % of chunks of 8 ms, 1 % of these.
   */
  private static final double CHUNK_NANOS = 30_000_000;

  private static final int CHUNKS_PER_WORKER = 8;
  private static final int ROUND_TRIPS = 301;

  /** A slice longer than this needs no dry run: loading classes is nothing beside it. */
  private static final double LONG_SLICE_NANOS = 20_000_000;

  /** How long the dry run keeps every worker busy. */
  private static final double DRY_RUN_NANOS = 150_000_000;

  private static final int MAX_DRY_RUN_SLICES = 5_000;

  private static final int DRY_RUN_SLICES = 8;
  private static final Duration ROUND_TRIP_LIMIT = Duration.ofSeconds(10);

  private Calibration() {}

  /**
   * Makes the code hot on all workers at once.
   *
   * @return the median rate
   */
  static WarmUp.Output warmUp(Work work, ProcessPool pool, int workers)
      throws PoolException, InterruptedException {
    var input = work.forWarmUp(WARM_UP_NANOS);
    List<WarmUp.Output> rates = Collections.synchronizedList(new ArrayList<>());
    RunChannel.await(
        pool.submit(
            new JobSpec<>(
                work.loop(new WarmUp()),
                workers,
                _ -> input,
                _ -> 1,
                workers,
                work.retries(RETRIES),
                (_, _, rate) -> rates.add(rate))));
    rates.sort(Comparator.comparingDouble(WarmUp.Output::nanosPerItem));
    var rate = rates.get(rates.size() / 2);
    var sliceNanos = rate.nanosPerItem() * input.lengths()[0];
    if (sliceNanos < LONG_SLICE_NANOS) {
      var slices =
          Math.clamp((long) (DRY_RUN_NANOS / sliceNanos), DRY_RUN_SLICES, MAX_DRY_RUN_SLICES);
      dryRun(work, input, pool, workers, slices);
    }
    return rate;
  }

  /** Both engines on some slices, so that no timed run loads or compiles what moves chunks. */
  private static void dryRun(
      Work work, WarmUp.Input input, ProcessPool pool, int workers, int slicesEach)
      throws PoolException, InterruptedException {
    var few = work.forPlainLoop(input, DRY_RUN_SLICES);
    RunChannel.await(
        pool.submit(
            new JobSpec<>(
                work.loop(new PlainLoop()),
                1,
                _ -> few,
                _ -> 1,
                1,
                work.retries(RETRIES),
                (_, _, _) -> {})));
    var slices = input.slices();
    RunChannel.await(
        pool.submit(
            new JobSpec<>(
                new ChunkFunction(input.task()),
                slicesEach * workers,
                chunk -> slices.get(chunk % slices.size()),
                _ -> 1,
                workers,
                work.retries(RETRIES),
                (_, _, _) -> {})));
  }

  /** Threads on some slices, so that no timed run loads or compiles what moves chunks there. */
  static void dryRunThreads(
      Work work, WarmUp.Output rate, ProcessPool pool, int threads, EngineKind engine)
      throws PoolException, InterruptedException {
    var input = work.forWarmUp(0);
    if (rate.nanosPerItem() * input.lengths()[0] >= LONG_SLICE_NANOS) {
      return;
    }
    var few = work.forPlainLoop(input, DRY_RUN_SLICES);
    RunChannel.await(
        pool.submit(
            new JobSpec<>(
                work.loop(new ThreadsLoop(threads, engine == EngineKind.THREADS_ONE_LOCK)),
                1,
                _ -> few,
                _ -> 1,
                1,
                work.retries(RETRIES),
                (_, _, _) -> {})));
  }

  /** Items in a chunk by measured work. */
  static long chunkItems(long items, double nanosPerItem, int workers) {
    var byTime = (long) (CHUNK_NANOS / nanosPerItem);
    return Math.clamp(byTime, 1, Math.max(1, items / ((long) CHUNKS_PER_WORKER * workers)));
  }

  /** Median round trip of an empty task, in microseconds. */
  static double dispatchMicros(ProcessPool pool) throws PoolException, InterruptedException {
    TaskFunction<Integer, Integer> empty = x -> x;
    var nanos = new long[ROUND_TRIPS];
    try {
      for (var i = 0; i < ROUND_TRIPS; i++) {
        var sent = System.nanoTime();
        pool.apply(empty, i, ROUND_TRIP_LIMIT);
        nanos[i] = System.nanoTime() - sent;
      }
    } catch (TimeoutException e) {
      return Double.NaN;
    }
    Arrays.sort(nanos);
    return nanos[ROUND_TRIPS / 2] / 1e3;
  }
}
