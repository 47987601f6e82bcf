package speedup.manager;

import java.io.Serializable;
import java.util.function.Predicate;

/**
 * A condition that can cross to the manager's process. A lambda or method reference becomes one
 * where a managed object asks for it.
 *
 * @param <T> what is asked about
 */
@FunctionalInterface
public interface SerializablePredicate<T> extends Predicate<T>, Serializable {}
