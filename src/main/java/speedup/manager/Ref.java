package speedup.manager;

import java.io.InvalidObjectException;
import java.io.Serial;
import java.io.Serializable;
import speedup.wire.Replaced;

/**
 * A proxy while it crosses.
 *
 * @param kind of the object
 * @param id of the object
 * @param manager of the manager
 * @param address where the manager is; null between a manager and its clients, who know
 */
record Ref(Kind kind, long id, long manager, Address address)
    implements Serializable, Replaced.StandIn {
  @Serial
  private Object readResolve() throws InvalidObjectException {
    return original();
  }

  @Override
  public Managed original() throws InvalidObjectException {
    try {
      var link =
          Wire.partner() instanceof Link partner && partner.manager() == manager
              ? partner
              : Links.of(manager, address);
      return link.receive(kind, id);
    } catch (ManagerException e) {
      var refused = new InvalidObjectException("a managed " + kind + ": " + e.getMessage());
      refused.initCause(e);
      throw refused;
    }
  }
}
