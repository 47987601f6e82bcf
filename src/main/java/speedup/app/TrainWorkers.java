package speedup.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import speedup.experiment.ChunkFunction;
import speedup.pool.JvmLauncher;
import speedup.pool.ProcessPool;
import speedup.pool.WorkerCache;
import speedup.workload.Preparation;
import speedup.workload.Settings;
import speedup.workload.Sizing;
import speedup.workload.SliceTask;
import speedup.workload.Workload;
import speedup.workload.Workloads;

/** Makes the start cache of the workers beside the program's jar; the build runs it. */
public final class TrainWorkers {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  /** Enough to load the classes of a workload. */
  private static final long ITEMS = 4;

  /**
   * Codecs and databases are half of the classes that a worker could need, and all classes of the
   * cache are loaded at every start: the codecs alone are 8 ms of computing, measured, for workers
   * that see no picture.
   */
  private static final Set<String> LARGE = Set.of("images-grayscale", "pipeline");

  private TrainWorkers() {}

  /** Says in one line what was made, or why there is no cache: the program works without one. */
  public static void main(String[] args) throws InterruptedException {
    try {
      var cache =
          WorkerCache.train(JvmLauncher.ofThisProcess(List.of()), TrainWorkers::runEveryWorkload);
      System.out.printf(
          "Start cache of the workers: %s, %,d bytes%n", cache.getFileName(), Files.size(cache));
    } catch (IOException e) {
      System.out.println("No start cache, workers will start slower: " + e.getMessage());
    }
  }

  private static void runEveryWorkload(ProcessPool pool) throws Exception {
    pool.map(x -> x * x, List.of(1, 2, 3, 4)); // chunks of items go another way than single calls
    var input = Files.createTempDirectory("speedup-training");
    try {
      for (var workload : Workloads.all()) {
        if (!LARGE.contains(workload.id())) {
          run(workload, pool, input);
        }
      }
    } finally {
      delete(input);
    }
  }

  @SuppressWarnings("unchecked")
  private static void run(Workload workload, ProcessPool pool, Path input) throws Exception {
    // the small input of the probe, where there is one
    var small = workload.sizing().map(Sizing::probe).orElse(Map.of());
    var prepared = workload.prepare(Settings.of(workload.parameters(), small), new Quiet(input));
    for (var stage : prepared.stages()) {
      var task = (SliceTask<Object, Object>) stage.task();
      pool.apply(new ChunkFunction(task), stage.slice(0, Math.min(ITEMS, stage.items())), LIMIT);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private record Quiet(Path cacheFolder) implements Preparation {
    @Override
    public void progress(double fraction, String detail) {}
  }
}
