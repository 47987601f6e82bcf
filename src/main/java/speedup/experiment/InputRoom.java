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
  private static final String FOLDER = "speedup-workbench";

  private final InputCache cache;
  private final CacheUse use;

  /** With a folder for generated input, which need not be there. */
  InputRoom(Path cacheFolder) {
    cache = new InputCache(cacheFolder, Workloads::all);
    use = new CacheUse(cacheFolder);
  }

  /** The system's usual place for what can be made again, private to the user. */
  static InputRoom ofThisUser() {
    var home = Path.of(System.getProperty("user.home", "."));
    var system = System.getProperty("os.name");
    var xdg = System.getenv("XDG_CACHE_HOME");
    var local = System.getenv("LOCALAPPDATA");
    if (system.startsWith("Windows") && local != null && !local.isBlank()) {
      return new InputRoom(Path.of(local, FOLDER, "cache"));
    }
    if (system.startsWith("Mac")) {
      return new InputRoom(home.resolve("Library/Caches").resolve(FOLDER));
    }
    return new InputRoom(
        (xdg == null || xdg.isBlank() ? home.resolve(".cache") : Path.of(xdg)).resolve(FOLDER));
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
