package speedup.manager;

import java.io.InvalidObjectException;
import java.io.Serial;
import java.io.Serializable;
import speedup.wire.Replaced;

/**
 * A manager while it crosses to another process.
 *
 * @param manager its number
 * @param address where it is
 */
record ManagerRef(long manager, Address address) implements Serializable, Replaced.StandIn {
  @Serial
  private Object readResolve() throws InvalidObjectException {
    return original();
  }

  @Override
  public Manager original() throws InvalidObjectException {
    try {
      return new Manager(null, null, Links.of(manager, address));
    } catch (ManagerException e) {
      var refused = new InvalidObjectException("a manager: " + e.getMessage());
      refused.initCause(e);
      throw refused;
    }
  }
}
