package speedup.manager;

import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * One value in the manager's process, as {@code AtomicReference}: every operation is one step for
 * all others. What is got is a copy.
 *
 * @param <T> its type
 */
public final class ManagedValue<T> extends Managed {
  private static final long serialVersionUID = 1L;

  ManagedValue(Link link, long id, Target target) {
    super(link, Kind.VALUE, id, target);
  }

  /** What it is. */
  public T get() {
    return call(ValueCall.GET);
  }

  /** Gives it another value, which may be null. */
  public void set(T value) {
    call(ValueCall.SET, value);
  }

  /** As {@link #set}; what it was before. */
  public T getAndSet(T value) {
    return call(ValueCall.GET_AND_SET, value);
  }

  /**
   * Gives it another value if it is as expected.
   *
   * @param expected compared by {@code equals}
   * @return whether it was
   */
  public boolean compareAndSet(T expected, T value) {
    return call(ValueCall.COMPARE_AND_SET, expected, value);
  }

  /** As {@link #updateAndGet(UnaryOperator)}, in the manager's process. */
  public T updateAndGet(SerializableUnaryOperator<T> function) {
    return updateAndGet((UnaryOperator<T>) function);
  }

  /**
   * Changes it.
   *
   * @param function carried out in the manager's process if it can cross, else here, and once more
   *     if somebody has changed the value meanwhile
   * @return what it has become
   */
  public T updateAndGet(UnaryOperator<T> function) {
    Objects.requireNonNull(function);
    return Sent.orElse(
        function, () -> call(ValueCall.UPDATE_AND_GET, function), () -> updateHere(function, true));
  }

  /** As {@link #getAndUpdate(UnaryOperator)}, in the manager's process. */
  public T getAndUpdate(SerializableUnaryOperator<T> function) {
    return getAndUpdate((UnaryOperator<T>) function);
  }

  /**
   * As {@link #updateAndGet(UnaryOperator)}.
   *
   * @return what it was before
   */
  public T getAndUpdate(UnaryOperator<T> function) {
    Objects.requireNonNull(function);
    return Sent.orElse(
        function,
        () -> call(ValueCall.GET_AND_UPDATE, function),
        () -> updateHere(function, false));
  }

  @SuppressWarnings("unchecked")
  private T updateHere(UnaryOperator<T> function, boolean getAfter) {
    for (; ; ) {
      Object[] seen = call(ValueCall.VERSIONED);
      var before = (T) seen[1];
      var after = function.apply(before);
      if (this.<Boolean>call(ValueCall.SET_IF, seen[0], after)) {
        return getAfter ? after : before;
      }
    }
  }
}
