package speedup.manager;

import java.util.LinkedHashSet;
import java.util.Set;

/** A set in the manager's process, in the order in which elements came. */
final class SetTarget extends Target {
  private final Set<Object> set = new LinkedHashSet<>();

  @Override
  Object call(Request in, Client client) {
    return CollectionCall.on(set, in);
  }
}
