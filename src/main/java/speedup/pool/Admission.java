package speedup.pool;

import java.util.HashSet;
import java.util.List;
import speedup.pool.task.TaskFunction;
import speedup.wire.ClassFilter;

/**
 * Which classes may cross: what the pool was told to admit, the task's own package, and the objects
 * that processes share.
 */
final class Admission {
  private static final String TASKS = TaskFunction.class.getPackageName() + ".";

  /** Both named, not referred to: the pool does not know what its tasks share. */
  private static final String SHARED = "speedup.ipc.";

  private static final String MANAGED = "speedup.manager.";

  private Admission() {}

  /** The filter for functions; a null among them counts for nothing. */
  static ClassFilter of(List<String> admitted, Object... functions) {
    var all = new HashSet<>(admitted);
    all.add(TASKS);
    all.add(SHARED);
    all.add(MANAGED);
    for (var function : functions) {
      if (function != null) {
        var itsPackage = function.getClass().getPackageName();
        all.add(itsPackage.isEmpty() ? ClassFilter.NO_PACKAGE : itsPackage + ".");
      }
    }
    return new ClassFilter(all);
  }
}
