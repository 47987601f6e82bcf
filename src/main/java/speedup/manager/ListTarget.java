package speedup.manager;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** A list in the manager's process. */
final class ListTarget extends Target {
  private static final ListCall[] CALLS = ListCall.values();

  private final List<Object> list;

  /** Counts operations other than those that certainly change nothing. */
  private int version;

  ListTarget(Collection<Object> elements) {
    list = new ArrayList<>(elements);
  }

  @Override
  Object call(Request in, Client client) {
    if (CollectionCall.isMeant(in)) {
      switch (CollectionCall.of(in)) {
        case SIZE, IS_EMPTY, CONTAINS, CONTAINS_ALL, SNAPSHOT -> {}
        default -> version++;
      }
      return CollectionCall.on(list, in);
    }
    return switch (CALLS[in.operation()]) {
      case GET -> list.get(in.number(0));
      case GET_FIRST -> list.getFirst();
      case GET_LAST -> list.getLast();
      case INDEX_OF -> list.indexOf(in.get(0));
      case LAST_INDEX_OF -> list.lastIndexOf(in.get(0));
      case VERSIONED -> new Object[] {version, list.toArray()};
      case REPLACE_IF -> replaceIf(in.number(0), in.get(1));
      default -> {
        version++;
        yield change(in);
      }
    };
  }

  private Object change(Request in) {
    return switch (CALLS[in.operation()]) {
      case SET -> list.set(in.number(0), in.get(1));
      case INSERT_ALL -> list.addAll(in.number(0), in.get(1));
      case REMOVE_AT -> list.remove(in.number(0));
      case REMOVE_FIRST -> list.removeFirst();
      case REMOVE_LAST -> list.removeLast();
      case INSERT -> {
        list.add(in.number(0), in.get(1));
        yield null;
      }
      case REMOVE_RANGE -> {
        list.subList(in.number(0), in.number(1)).clear();
        yield null;
      }
      case SORT -> {
        list.sort(in.get(0));
        yield null;
      }
      case REPLACE_ALL -> {
        list.replaceAll(in.get(0));
        yield null;
      }
      default -> throw new IllegalStateException("operation " + in.operation() + " of a list");
    };
  }

  private boolean replaceIf(int seen, List<Object> elements) {
    if (version != seen) {
      return false;
    }
    version++;
    list.clear();
    list.addAll(elements);
    return true;
  }
}
