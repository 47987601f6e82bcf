package speedup.pool.task;

import java.io.Serializable;

/**
 * A function of three arguments that is run in a worker process.
 *
 * @param <A> first argument
 * @param <B> second argument
 * @param <C> third argument
 * @param <R> result
 */
@FunctionalInterface
public interface TaskFunction3<A, B, C, R> extends Serializable {
  /** Runs in the worker. */
  R apply(A first, B second, C third) throws Exception;

  /** The same function of one triple. */
  default TaskFunction<Args.Three<A, B, C>, R> spread() {
    return new Spread3<>(this);
  }

  /** See {@link TaskFunction3#spread}. */
  record Spread3<A, B, C, R>(TaskFunction3<A, B, C, R> function)
      implements TaskFunction<Args.Three<A, B, C>, R>, Adapted {
    @Override
    public R apply(Args.Three<A, B, C> args) throws Exception {
      return function.apply(args.first(), args.second(), args.third());
    }
  }
}
