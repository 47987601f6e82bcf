package speedup.manager;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What this process has to each manager it knows. Any thread. */
final class Links {
  private static final Map<Long, Link> BY_MANAGER = new ConcurrentHashMap<>();

  private Links() {}

  static void add(Link link) {
    BY_MANAGER.put(link.manager(), link);
  }

  /** Its manager has ended. */
  static void remove(Link link) {
    BY_MANAGER.remove(link.manager(), link);
  }

  /**
   * The link to a manager.
   *
   * @param address where it is; null when it must be known here
   * @throws ManagerException.Ended when it has
   */
  static Link of(long manager, Address address) {
    var known = BY_MANAGER.get(manager);
    if (known != null) {
      return known;
    }
    if (address == null) {
      throw new ManagerException.Ended("the manager has ended", null);
    }
    return BY_MANAGER.computeIfAbsent(manager, _ -> new ClientLink(manager, address));
  }
}
