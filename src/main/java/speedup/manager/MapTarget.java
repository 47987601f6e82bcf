package speedup.manager;

import java.util.LinkedHashMap;
import java.util.Map;

/** A map in the manager's process, in the order in which keys came. */
final class MapTarget extends Target {
  private static final MapCall[] CALLS = MapCall.values();

  private final Map<Object, Object> map = new LinkedHashMap<>();

  /** Counts operations other than those that certainly change nothing. */
  private int version;

  @Override
  Object call(Request in, Client client) {
    return switch (CALLS[in.operation()]) {
      case GET -> map.get(in.get(0));
      case GET_OR_DEFAULT -> map.getOrDefault(in.get(0), in.get(1));
      case CONTAINS_KEY -> map.containsKey(in.get(0));
      case CONTAINS_VALUE -> map.containsValue(in.get(0));
      case SIZE -> map.size();
      case SNAPSHOT -> map;
      case VERSIONED -> new Object[] {version, map.get(in.get(0))};
      case SET_IF -> version == in.number(0) && set(in.get(1), in.get(2));
      default -> {
        version++;
        yield change(in);
      }
    };
  }

  private Object change(Request in) {
    return switch (CALLS[in.operation()]) {
      case PUT -> map.put(in.get(0), in.get(1));
      case PUT_IF_ABSENT -> map.putIfAbsent(in.get(0), in.get(1));
      case REMOVE -> map.remove(in.get(0));
      case REMOVE_IF_VALUE -> map.remove(in.get(0), in.get(1));
      case REPLACE -> map.replace(in.get(0), in.get(1));
      case REPLACE_IF_VALUE -> map.replace(in.get(0), in.get(1), in.get(2));
      case COMPUTE -> map.compute(in.get(0), in.get(1));
      case COMPUTE_IF_ABSENT -> map.computeIfAbsent(in.get(0), in.get(1));
      case COMPUTE_IF_PRESENT -> map.computeIfPresent(in.get(0), in.get(1));
      case MERGE -> map.merge(in.get(0), in.get(1), in.get(2));
      case KEYS -> CollectionCall.on(map.keySet(), in.inner());
      case VALUES -> CollectionCall.on(map.values(), in.inner());
      case PUT_ALL -> {
        map.putAll(in.get(0));
        yield null;
      }
      case REPLACE_ALL -> {
        map.replaceAll(in.get(0));
        yield null;
      }
      case CLEAR -> {
        map.clear();
        yield null;
      }
      default -> throw new IllegalStateException("operation " + in.operation() + " of a map");
    };
  }

  private boolean set(Object key, Object value) {
    version++;
    if (value == null) {
      map.remove(key);
    } else {
      map.put(key, value);
    }
    return true;
  }
}
