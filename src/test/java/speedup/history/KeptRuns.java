package speedup.history;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import speedup.experiment.RunRequest;
import speedup.experiment.SweepRequest;
import speedup.measure.Breakdown;
import speedup.measure.EngineKind;
import speedup.measure.Environment;
import speedup.measure.Exit;
import speedup.measure.PoolEvent;
import speedup.measure.RunTrace;
import speedup.measure.Sample;
import speedup.measure.TimedRun;
import speedup.measure.TraceRecorder;
import speedup.measure.WorkerStats;

/** Runs to keep. */
public final class KeptRuns {
  public static final Environment MACHINE =
      new Environment("Linux 6.1 amd64", "Fast One 9000", 8, 4, 16L << 30, "Temurin 25");

  private KeptRuns() {}

  /** A comparison of two engines with a trace. */
  public static KeptRun run() {
    return run("primes-file", "");
  }

  public static KeptRun run(String workload, String note) {
    return new KeptRun(
        KeptRun.newId(),
        Instant.now(),
        note,
        new RunRequest(
            workload,
            Map.of("count", "1000"),
            RunRequest.COMPARE,
            2,
            OptionalInt.of(50),
            3,
            RunRequest.Start.WARM),
        Optional.empty(),
        Map.of("count", "1000", "seed", "42"),
        MACHINE,
        "1,000 numbers – generated",
        List.of("2 lines were skipped"),
        1_000,
        OptionalLong.of(50),
        List.of(
            timed(EngineKind.SEQUENTIAL, 1, 1, 3.2),
            timed(EngineKind.PROCESSES, 2, 1, 1.75),
            timed(EngineKind.SEQUENTIAL, 1, 2, 3.4),
            timed(EngineKind.PROCESSES, 2, 2, 1.7)),
        "168 primes",
        Map.of("primes", 168, "mean", 0.5, "names", List.of("a", "b")),
        OptionalDouble.of(41.5),
        List.of(new WorkerStats(0, 4711, 10, 500, 1.5, Double.NaN, -1)),
        Map.of(EngineKind.PROCESSES, trace(20)));
  }

  /** A study of worker counts. */
  public static KeptRun study() {
    return study(
        List.of(1, 2),
        List.of(),
        SweepRequest.ONE_SIZE,
        List.of(
            timed(EngineKind.SEQUENTIAL, 1, 1, 3.2),
            timed(EngineKind.PROCESSES, 2, 1, 1.75),
            timed(EngineKind.PROCESSES, 1, 1, 3.3)));
  }

  /** A study of the chunk sizes 5 and 50. */
  public static KeptRun chunkStudy() {
    return study(
        List.of(2),
        List.of(5, 50),
        SweepRequest.ONE_SIZE,
        List.of(
            timed(EngineKind.SEQUENTIAL, 1, 1, 3.2),
            with(timed(EngineKind.PROCESSES, 2, 1, 1.95), 5, 1),
            timed(EngineKind.PROCESSES, 2, 1, 1.75)));
  }

  /** A study of the problem sizes 1 and 4. */
  public static KeptRun sizeStudy() {
    return study(
        List.of(2),
        List.of(),
        List.of(1, 4),
        List.of(
            timed(EngineKind.SEQUENTIAL, 1, 1, 3.2),
            with(timed(EngineKind.SEQUENTIAL, 1, 1, 12.5), 50, 4),
            timed(EngineKind.PROCESSES, 2, 1, 1.75),
            with(timed(EngineKind.PROCESSES, 2, 1, 6.5), 50, 4)));
  }

  private static TimedRun with(TimedRun run, long chunk, int size) {
    return new TimedRun(run.sample(), chunk, size, run.breakdown(), run.otherLoad());
  }

  private static KeptRun study(
      List<Integer> workers, List<Integer> chunks, List<Integer> sizes, List<TimedRun> runs) {
    var run = run("mandelbrot", "for the lesson").withTraces(Map.of());
    return new KeptRun(
        run.id(),
        run.when(),
        run.note(),
        run.request(),
        Optional.of(new SweepRequest(run.request(), workers, chunks, sizes, false, -7)),
        run.settings(),
        run.environment(),
        run.input(),
        run.notes(),
        run.items(),
        OptionalLong.empty(),
        runs,
        run.resultInWords(),
        run.result(),
        OptionalDouble.empty(),
        List.of(),
        Map.of());
  }

  /** A run to make again, twice each. */
  public static KeptRun again(String workload, Map<String, String> settings) {
    var run = run(workload, "");
    return new KeptRun(
        run.id(),
        run.when(),
        "",
        new RunRequest(
            workload, settings, RunRequest.COMPARE, 2, OptionalInt.of(5), 2, RunRequest.Start.WARM),
        Optional.empty(),
        settings,
        MACHINE,
        run.input(),
        List.of(),
        20,
        OptionalLong.of(5),
        run.runs(),
        "",
        Map.of(),
        OptionalDouble.empty(),
        List.of(),
        Map.of());
  }

  /** The same run, made at another time and on another machine. */
  public static KeptRun elsewhere(KeptRun run, Instant when, Environment machine, String note) {
    return new KeptRun(
        KeptRun.newId(),
        when,
        note,
        run.request(),
        run.study(),
        run.settings(),
        machine,
        run.input(),
        run.notes(),
        run.items(),
        run.chunkItems(),
        run.runs(),
        run.resultInWords(),
        run.result(),
        run.dispatchMicros(),
        run.workers(),
        run.traces());
  }

  private static TimedRun timed(EngineKind engine, int workers, int repeat, double seconds) {
    return new TimedRun(
        new Sample(engine, workers, repeat, seconds),
        50,
        1,
        new Breakdown(0, 0, 0.1, 0.05, seconds * workers - 0.2, 0.05, 0),
        OptionalDouble.of(0.01));
  }

  /** A trace of chunks that two workers took in turns. */
  public static RunTrace trace(int chunks) {
    var recorder = new TraceRecorder(Map.of(0, 4711L, 1, 4712L));
    long now = 1_000;
    for (int chunk = 0; chunk < chunks; chunk++) {
      recorder.accept(
          new PoolEvent.ChunkFinished(
              chunk % 2, now + 900, 1, chunk, 50, now, 100, 700, 100, 0, 0));
      now += 500;
    }
    return recorder.finish(0, now + 1_000, now + 1_500, 2);
  }

  /** A trace in which the process of the one worker died and another took its place. */
  static RunTrace withADeath() {
    var recorder = new TraceRecorder();
    long zero = -5_000_000;
    recorder.accept(new PoolEvent.Starting(0, zero + 10));
    recorder.accept(new PoolEvent.Ready(0, zero + 1_000, 501, 0));
    recorder.accept(
        new PoolEvent.ChunkFinished(0, zero + 3_000, 1, 0, 50, zero + 2_000, 1, 2, 3, 0, 0));
    recorder.accept(new PoolEvent.ChunkStarted(0, zero + 3_500, 1, 1, 50));
    recorder.accept(
        new PoolEvent.Died(
            0,
            zero + 4_000,
            501,
            new Exit(137, Optional.of("SIGKILL")),
            "killed",
            OptionalInt.empty(),
            true,
            List.of()));
    recorder.accept(new PoolEvent.Starting(0, zero + 4_100));
    recorder.accept(new PoolEvent.Ready(0, zero + 5_000, 502, 0));
    recorder.accept(
        new PoolEvent.ChunkFinished(0, zero + 7_000, 1, 1, 50, zero + 6_000, 9, 2_000, 9, 0, 0));
    return recorder.finish(zero, zero + 7_000, zero + 8_000, 1);
  }
}
