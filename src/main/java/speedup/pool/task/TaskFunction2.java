package speedup.pool.task;

import java.io.Serializable;

/**
 * A function of two arguments that is run in a worker process.
 *
 * @param <A> first argument
 * @param <B> second argument
 * @param <R> result
 */
@FunctionalInterface
public interface TaskFunction2<A, B, R> extends Serializable {
  /** Runs in the worker. */
  R apply(A first, B second) throws Exception;

  /** The same function of one pair. */
  default TaskFunction<Args.Two<A, B>, R> spread() {
    return new Spread2<>(this);
  }

  /** See {@link TaskFunction2#spread}. */
  record Spread2<A, B, R>(TaskFunction2<A, B, R> function)
      implements TaskFunction<Args.Two<A, B>, R>, Adapted {
    @Override
    public R apply(Args.Two<A, B> args) throws Exception {
      return function.apply(args.first(), args.second());
    }
  }
}
