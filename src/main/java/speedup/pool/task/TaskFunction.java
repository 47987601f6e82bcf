package speedup.pool.task;

import java.io.Serializable;

/**
 * A function that is run in a worker process.
 *
 * @param <A> argument, sent to the worker
 * @param <R> result, sent back
 */
@FunctionalInterface
public interface TaskFunction<A, R> extends Serializable {
  /** Runs in the worker. What it throws reaches the caller as the cause of a failure. */
  R apply(A argument) throws Exception;
}
