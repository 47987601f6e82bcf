package speedup.pool.task;

import java.io.Serializable;

/** What is run in another process for what it does: an initializer, or the body of a process. */
@FunctionalInterface
public interface TaskAction extends Serializable {
  /** Runs in the other process. */
  void run() throws Exception;
}
