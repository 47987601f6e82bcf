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

  private Admission() {}

  /** The filter for functions; a null among them counts for nothing. */
  static ClassFilter of(List<String> admitted, Object... functions) {
    var all = new HashSet<>(admitted);
    all.add(TASKS);
    all.addAll(ClassFilter.SHARED);
    for (var function : functions) {
      if (function != null) {
        all.add(ClassFilter.prefixOf(function.getClass()));
      }
    }
    return new ClassFilter(all);
  }
}
