package speedup.manager;

import java.io.Serializable;
import java.util.function.Function;

/**
 * A function that can cross to the manager's process. A lambda or method reference becomes one
 * where a managed object asks for it.
 *
 * @param <T> argument
 * @param <R> result
 */
@FunctionalInterface
public interface SerializableFunction<T, R> extends Function<T, R>, Serializable {}
