package speedup.manager;

import java.util.Collection;
import java.util.function.Predicate;

/** The operations of every collection. */
enum CollectionCall {
  SIZE,
  IS_EMPTY,
  CONTAINS,
  CONTAINS_ALL,
  SNAPSHOT,
  ADD,
  ADD_ALL,
  REMOVE,
  REMOVE_ALL,
  RETAIN_ALL,
  REMOVE_IF,
  CLEAR;

  private static final CollectionCall[] ALL = values();

  /** Its number in a request, apart from those of the object's own operations. */
  int number() {
    return Request.ELEMENTS - ordinal();
  }

  static boolean isMeant(Request in) {
    return in.operation() <= Request.ELEMENTS;
  }

  static CollectionCall of(Request in) {
    return ALL[Request.ELEMENTS - in.operation()];
  }

  /** Carries an operation out. */
  static Object on(Collection<Object> elements, Request in) {
    return switch (of(in)) {
      case SIZE -> elements.size();
      case IS_EMPTY -> elements.isEmpty();
      case CONTAINS -> elements.contains(in.get(0));
      case CONTAINS_ALL -> elements.containsAll(in.<Collection<?>>get(0));
      case SNAPSHOT -> elements.toArray();
      case ADD -> elements.add(in.get(0));
      case ADD_ALL -> elements.addAll(in.get(0));
      case REMOVE -> elements.remove(in.<Object>get(0));
      case REMOVE_ALL -> elements.removeAll(in.<Collection<?>>get(0));
      case RETAIN_ALL -> elements.retainAll(in.<Collection<?>>get(0));
      case REMOVE_IF -> elements.removeIf(in.<Predicate<Object>>get(0));
      case CLEAR -> {
        elements.clear();
        yield null;
      }
    };
  }
}
