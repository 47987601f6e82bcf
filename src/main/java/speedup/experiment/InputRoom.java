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

/**
 * Checks settings and prepares input.
 *
 * @param cacheFolder where generated input is kept
 */
record InputRoom(Path cacheFolder) {
  /** The system's usual place for what can be made again, private to the user. */
  static InputRoom ofThisUser() {
    return new InputRoom(UserFolders.ofThisUser().cache());
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
            return cacheFolder;
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
