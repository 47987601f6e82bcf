package speedup.workload;

import java.io.Serializable;

/**
 * The computation on one slice. Runs in a worker process: one slice at a time, or several on as
 * many threads that share the task, so it keeps nothing that changes outside of {@code run}. Where
 * it waits instead of computing, it says so with {@link Waits}. An interrupt asks it to end.
 *
 * @param <A> argument of a slice
 * @param <R> result of a slice, made of the same types as arguments
 */
@FunctionalInterface
public interface SliceTask<A, R> extends Serializable {
  /** Computes the result of a slice; the same slice gives the same result in every process. */
  R run(A slice) throws Exception;
}
