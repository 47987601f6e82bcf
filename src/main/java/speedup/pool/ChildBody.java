package speedup.pool;

import speedup.pool.task.Adapted;
import speedup.pool.task.ItemFailure;
import speedup.pool.task.TaskAction;
import speedup.pool.task.TaskFunction;

/**
 * What a {@link ChildProcess} runs: its task, then, as a program does at its end, waiting for the
 * processes that the task has started and that are no daemons.
 *
 * @param name the process's name
 * @param function the task
 */
record ChildBody(String name, TaskAction function)
    implements TaskFunction<Object, Object>, Adapted {
  @Override
  public Object apply(Object nothing) throws Exception {
    try {
      function.run();
    } catch (Throwable e) { // shown like an exception that ends a thread, and told to the parent
      System.err.print("Exception in process \"%s\" %s".formatted(name, ItemFailure.of(e).trace()));
      throw e;
    } finally {
      ActiveChildren.awaitEnd();
    }
    return null;
  }
}
