package speedup.manager;

import java.io.Serializable;
import java.util.Comparator;

/**
 * An order that can cross to the manager's process. A lambda or method reference becomes one where
 * a managed object asks for it.
 *
 * @param <T> what is ordered
 */
@FunctionalInterface
public interface SerializableComparator<T> extends Comparator<T>, Serializable {}
