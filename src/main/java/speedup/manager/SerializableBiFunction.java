package speedup.manager;

import java.io.Serializable;
import java.util.function.BiFunction;

/**
 * A function of two arguments that can cross to the manager's process. A lambda or method reference
 * becomes one where a managed object asks for it.
 *
 * @param <T> first argument
 * @param <U> second argument
 * @param <R> result
 */
@FunctionalInterface
public interface SerializableBiFunction<T, U, R> extends BiFunction<T, U, R>, Serializable {}
