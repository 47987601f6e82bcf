package speedup.manager;

import java.util.Objects;
import java.util.function.UnaryOperator;

/** One value in the manager's process. */
final class ValueTarget extends Target {
  private static final ValueCall[] CALLS = ValueCall.values();

  private Object value;

  ValueTarget(Object initial) {
    value = initial;
  }

  /** Counts changes. */
  private int version;

  @Override
  Object call(Request in, Client client) {
    var before = value;
    return switch (CALLS[in.operation()]) {
      case GET -> before;
      case VERSIONED -> new Object[] {version, before};
      case COMPARE_AND_SET -> Objects.equals(before, in.get(0)) && set(in.get(1));
      case SET_IF -> version == in.number(0) && set(in.get(1));
      case SET -> set(in.get(0));
      case GET_AND_SET -> {
        set(in.get(0));
        yield before;
      }
      case UPDATE_AND_GET -> {
        set(in.<UnaryOperator<Object>>get(0).apply(before));
        yield value;
      }
      case GET_AND_UPDATE -> {
        set(in.<UnaryOperator<Object>>get(0).apply(before));
        yield before;
      }
    };
  }

  private boolean set(Object next) {
    value = next;
    version++;
    return true;
  }
}
