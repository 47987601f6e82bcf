package speedup.pool;

import java.util.ArrayList;
import java.util.List;
import speedup.pool.task.TaskFunction;
import speedup.wire.ClassFilter;

/** Which classes may cross: what the pool was told to admit, and the task's own package. */
final class Admission {
  private static final String TASKS = TaskFunction.class.getPackageName() + ".";

  private Admission() {}

  /** The prefixes for functions; a null among them counts for nothing. */
  static List<String> of(List<String> admitted, Object... functions) {
    var all = new ArrayList<>(admitted);
    all.add(TASKS);
    for (var function : functions) {
      if (function != null) {
        var itsPackage = function.getClass().getPackageName();
        all.add(itsPackage.isEmpty() ? ClassFilter.UNNAMED_PACKAGE : itsPackage + ".");
      }
    }
    return all;
  }
}
