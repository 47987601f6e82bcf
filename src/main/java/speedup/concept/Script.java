package speedup.concept;

import java.io.Serializable;

/**
 * What one process of a stage does. A record in {@link speedup.concept.script}, as its source is
 * shown; what it captures crosses to the process that performs it.
 */
@FunctionalInterface
public interface Script extends Serializable {
  /**
   * Performs it, on the main thread of a process.
   *
   * @param step asked before each operation that the class is to see
   * @throws InterruptedException when the stage is closed
   * @throws Exception what goes wrong is shown as the end of the process
   */
  void run(Step step) throws Exception;
}
