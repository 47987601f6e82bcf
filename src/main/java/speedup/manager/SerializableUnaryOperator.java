package speedup.manager;

import java.io.Serializable;
import java.util.function.UnaryOperator;

/**
 * A function from a type to itself that can cross to the manager's process. A lambda or method
 * reference becomes one where a managed object asks for it.
 *
 * @param <T> argument and result
 */
@FunctionalInterface
public interface SerializableUnaryOperator<T> extends UnaryOperator<T>, Serializable {}
