package speedup.manager;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;

/** Named values in the manager's process. */
final class NamespaceTarget extends Target {
  private static final NamespaceCall[] CALLS = NamespaceCall.values();

  private final Map<String, Object> values = new LinkedHashMap<>();

  @Override
  Object call(Request in, Client client) {
    return switch (CALLS[in.operation()]) {
      case GET -> values.get(present(in));
      case REMOVE -> values.remove(present(in));
      case HAS -> values.containsKey(in.<String>get(0));
      case ALL -> values;
      case SET -> {
        values.put(in.get(0), in.get(1));
        yield null;
      }
    };
  }

  private String present(Request in) {
    String name = in.get(0);
    if (!values.containsKey(name)) {
      throw new NoSuchElementException(
          "\"%s\" was not set; there are %s".formatted(name, values.keySet()));
    }
    return name;
  }
}
