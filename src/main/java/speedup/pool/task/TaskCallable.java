package speedup.pool.task;

import java.io.Serializable;
import java.util.concurrent.Callable;

/**
 * A {@link Callable} that can be sent to a worker process. A lambda becomes one by itself where
 * this type is expected.
 *
 * @param <R> result
 */
@FunctionalInterface
public interface TaskCallable<R> extends Callable<R>, Serializable {}
