package speedup.workload;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;

/** Runs workloads in the test's own JVM. */
final class InProcess {
  private InProcess() {}

  /** Prepares a workload with some settings; generated input goes to a folder. */
  static Prepared<?, ?, ?> prepare(Workload workload, Map<String, String> settings, Path folder)
      throws Exception {
    return workload.prepare(Settings.of(workload.parameters(), settings), in(folder));
  }

  /** The whole result, computed in chunks of so many items. */
  static <A, R, T> T run(Prepared<A, R, T> prepared, long chunk) throws Exception {
    var results = new ArrayList<R>();
    for (var stage : prepared.stages()) {
      var task = stage.task();
      for (var from = 0L; from < stage.items(); from += chunk) {
        results.add(task.run(stage.slice(from, Math.min(stage.items(), from + chunk))));
      }
    }
    return prepared.merge(results);
  }

  /** The result as JSON values, computed in chunks of so many items. */
  static <A, R, T> Map<String, Object> values(Prepared<A, R, T> prepared, long chunk)
      throws Exception {
    return prepared.inValues(run(prepared, chunk));
  }

  /** A preparation that tells nobody. */
  static Preparation in(Path folder) {
    return new Preparation() {
      @Override
      public Path cacheFolder() {
        return folder;
      }

      @Override
      public void progress(double fraction, String detail) {}
    };
  }
}
