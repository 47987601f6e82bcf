package speedup.pool.task;

import java.util.concurrent.Callable;

/**
 * A callable as a function of nothing.
 *
 * @param function what is called; it has to be one that can be sent
 * @param <R> result
 */
public record Calls<R>(Callable<R> function) implements TaskFunction<Object, R>, Adapted {
  @Override
  public R apply(Object nothing) throws Exception {
    return function.call();
  }
}
