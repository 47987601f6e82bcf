package speedup.ui;

import java.util.List;
import speedup.experiment.Lab;
import speedup.experiment.ProcessLab;
import speedup.pool.JvmLauncher;
import speedup.python.PythonFinder;
import speedup.settings.UserFolders;

/** Labs for windows. */
final class Labs {
  private Labs() {}

  /** One on real worker processes. */
  static Lab real() {
    return new ProcessLab(
        JvmLauncher.ofThisProcess(List.of()), UserFolders.ofThisUser().cache(), new PythonFinder());
  }
}
