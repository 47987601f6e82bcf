package speedup.plot.timeline;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import speedup.measure.Exit;
import speedup.measure.PoolEvent;
import speedup.measure.RunTrace;
import speedup.measure.TraceRecorder;

/** Runs made up for tests. */
public final class Traces {
  private static final long MILLI = 1_000_000;
  private static final long START = -123_456_789_012L;

  private final TraceRecorder recorder = new TraceRecorder(Map.of(0, 4711L, 1, 4712L));

  private Traces() {}

  /** Two warm workers, one stage of 12 chunks and one of 4, the last chunk longer than others. */
  public static RunTrace stages() {
    var traces = new Traces();
    for (int i = 0; i < 6; i++) {
      traces.chunk(0, (3 + i * 21) * MILLI, 20 * MILLI, 2 * i, 50);
      traces.chunk(1, (4 + i * 26) * MILLI, 25 * MILLI, 2 * i + 1, 50);
    }
    traces.chunk(0, 162 * MILLI, 30 * MILLI, 0, 80);
    traces.chunk(1, 163 * MILLI, 29 * MILLI, 1, 80);
    traces.chunk(0, 193 * MILLI, 30 * MILLI, 2, 80);
    traces.chunk(1, 193 * MILLI, 77 * MILLI, 3, 80);
    return traces.recorder.finish(START, START + 270 * MILLI, START + 284 * MILLI, 2);
  }

  /** Two cold workers; the first dies in its second chunk and is replaced. */
  public static RunTrace death() {
    var traces = new Traces();
    for (int worker = 0; worker < 2; worker++) {
      traces.recorder.accept(new PoolEvent.Starting(worker, START));
      traces.recorder.accept(
          new PoolEvent.Ready(worker, START + (40 + worker * 12) * MILLI, 900 + worker, 0));
    }
    traces.chunk(0, 46 * MILLI, 50 * MILLI, 0, 10);
    traces.recorder.accept(new PoolEvent.ChunkStarted(0, START + 97 * MILLI, 1, 2, 10));
    traces.recorder.accept(
        new PoolEvent.Died(
            0,
            START + 120 * MILLI,
            900,
            new Exit(137, Optional.of("SIGKILL")),
            "killed",
            OptionalInt.of(2),
            true,
            List.of()));
    traces.recorder.accept(new PoolEvent.Starting(0, START + 121 * MILLI));
    traces.recorder.accept(new PoolEvent.Ready(0, START + 165 * MILLI, 955, 0));
    for (int i = 0; i < 5; i++) {
      traces.chunk(1, (55 + i * 52) * MILLI, 50 * MILLI, 1 + 2 * i, 10);
    }
    traces.chunk(0, 172 * MILLI, 60 * MILLI, 2, 10);
    return traces.recorder.finish(START, START + 313 * MILLI, START + 316 * MILLI, 2);
  }

  /** Chunks of one to nine microseconds on some workers, nearly without waits. */
  public static RunTrace many(int workers, int chunks) {
    var traces = new Traces();
    var random = new Random(7);
    var at = new long[workers];
    for (int i = 0; i < chunks; i++) {
      int worker = i % workers;
      long pause = random.nextInt(i % 100_000 < 30_000 ? 4_000 : 400);
      long compute = 500 + random.nextInt(8_000);
      long start = at[worker] + pause;
      traces.recorder.accept(
          new PoolEvent.ChunkFinished(
              worker,
              START + start + 300 + compute + 200,
              1,
              i,
              10,
              START + start,
              300,
              compute,
              200,
              0,
              0));
      at[worker] = start + 500 + compute;
    }
    long end = 0;
    for (long each : at) {
      end = Math.max(end, each);
    }
    return traces.recorder.finish(START, START + end, START + end + MILLI, workers);
  }

  private void chunk(int worker, long started, long nanos, int number, int items) {
    long side = nanos / 25;
    recorder.accept(
        new PoolEvent.ChunkFinished(
            worker,
            START + started + nanos,
            1,
            number,
            items,
            START + started,
            side,
            nanos - 2 * side,
            side,
            0,
            0));
  }
}
