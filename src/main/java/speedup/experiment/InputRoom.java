package speedup.experiment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import speedup.measure.RunEvent;
import speedup.workload.InputException;
import speedup.workload.Preparation;
import speedup.workload.Prepared;
import speedup.workload.Settings;
import speedup.workload.Workload;
import speedup.workload.Workloads;

/** Checks settings and prepares input; what is generated is kept in a folder. */
final class InputRoom {
  private final InputCache cache;
  private final CacheUse use;

  /** With a folder for generated input, which need not be there. */
  InputRoom(Path cacheFolder) {
    cache = new InputCache(cacheFolder, Workloads::all);
    use = new CacheUse(cacheFolder);
  }

  /** What is kept, between runs. */
  InputCache cache() {
    return cache;
  }

  /** Whatever was prepared is not needed any more, so that the cache may be emptied. */
  void runIsOver() throws IOException {
    use.end();
  }

  Settings check(Workload workload, Map<String, String> settings) throws InputException {
    return Settings.of(workload.parameters(), settings);
  }

  /**
   * Makes or reads the input.
   *
   * @param channel told of the progress, or null
   */
  Prepared<?, ?, ?> prepare(Workload workload, Settings settings, RunChannel channel)
      throws InputException, IOException, InterruptedException {
    return workload.prepare(
        settings,
        new Preparation() {
          @Override
          public Path cacheFolder() {
            return use.folder();
          }

          @Override
          public void progress(double fraction, String detail) {
            if (channel != null) {
              channel.say(new RunEvent.PhaseProgress(System.nanoTime(), fraction, detail));
            }
          }
        });
  }
}
