package speedup.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import speedup.bench.Figure;
import speedup.measure.EngineKind;
import speedup.measure.PoolEvent;
import speedup.measure.RunTrace;
import speedup.measure.TraceCodec;
import speedup.measure.TraceRecorder;

/** How long the history takes with 10,000 runs, and a trace of 2,000,000 chunks. */
public final class HistoryBenchmark {
  private static final int RUNS = 10_000;
  private static final int CHUNKS = 2_000_000;
  private static final int TIMES = 11;

  private HistoryBenchmark() {}

  /** Prints the figures. */
  public static void main(String[] arguments) throws IOException, StoreException {
    trace();
    var folder = Files.createTempDirectory("speedup-history");
    try {
      fill(folder);
      Figure.print(
          "open the history",
          median(() -> RunStore.open(folder).store().orElseThrow().close()),
          "ms");
      try (var store = RunStore.open(folder).store().orElseThrow()) {
        Figure.print("list, first 100", median(() -> store.list(0, 100)), "ms");
        Figure.print("list, all", median(() -> store.list(0, RUNS)), "ms");
        Figure.print(
            "search, one word of all",
            median(() -> store.search(Query.words("primes"), 0, 100)),
            "ms");
        Figure.print(
            "search, rare word", median(() -> store.search(Query.words("note4711"), 0, 100)), "ms");
        Figure.print(
            "search, words and filter",
            median(() ->
                store.search(
                    new Query(
                        "note1 fast", Optional.of("sleep"), Optional.empty(), Optional.empty()),
                    0,
                    100)),
            "ms");
        var run = run(0);
        Figure.print("save", median(() -> store.save(run(1))), "ms");
        store.save(run);
        Figure.print("open a run", median(() -> store.open(run.id())), "ms");
      }
    } finally {
      try (var files = Files.walk(folder)) {
        for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private static void trace() {
    var trace = made();
    var bytes = TraceCodec.encode(trace);
    Figure.print("trace of 2,000,000 chunks", bytes.length / 1e6, "MB");
    Figure.print("write it", median(() -> TraceCodec.encode(trace)), "ms");
    Figure.print("open it", median(() -> TraceCodec.decode(bytes)), "ms");
  }

  private static RunTrace made() {
    var random = new Random(1);
    var recorder = new TraceRecorder(Map.of(0, 1L, 1, 2L, 2, 3L, 3, 4L));
    var now = new long[4];
    for (int chunk = 0; chunk < CHUNKS; chunk++) {
      int worker = chunk % 4;
      long started = now[worker] + 5_000 + random.nextInt(20_000);
      long compute = 200_000 + (long) (Math.abs(random.nextGaussian()) * 100_000);
      long ended = started + 2_000 + compute + 1_500;
      recorder.accept(
          new PoolEvent.ChunkFinished(
              worker,
              ended,
              1,
              chunk,
              50,
              started,
              1_500 + random.nextInt(500),
              compute,
              1_000 + random.nextInt(500),
              0,
              0));
      now[worker] = ended;
    }
    return recorder.finish(0, now[3] + 1_000_000, now[3] + 2_000_000, 4);
  }

  private static void fill(Path folder) throws StoreException {
    try (var store = RunStore.open(folder).store().orElseThrow()) {
      for (int i = 0; i < RUNS; i++) {
        store.save(run(i));
      }
    }
  }

  private static KeptRun run(int number) {
    return KeptRuns.run(number % 3 == 0 ? "primes-file" : "sleep", "note" + number)
        .withTraces(Map.of(EngineKind.PROCESSES, KeptRuns.trace(200)));
  }

  /** A step that may fail. */
  @FunctionalInterface
  private interface Step {
    void run() throws Exception;
  }

  private static double median(Step step) {
    return Figure.median(
        TIMES,
        () -> {
          long start = System.nanoTime();
          try {
            step.run();
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
          return (System.nanoTime() - start) / 1e6;
        });
  }
}
