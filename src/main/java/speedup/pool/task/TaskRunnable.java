package speedup.pool.task;

import java.io.Serializable;

/**
 * A {@link Runnable} that can be sent to a worker process. A lambda becomes one by itself where
 * this type is expected.
 */
@FunctionalInterface
public interface TaskRunnable extends Runnable, Serializable {}
