package speedup.manager;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What the manager's own process has to it: functions of users that are carried out there. */
final class LocalLink extends Link {
  private final Server server;
  private final Address address;

  /** Objects that were sent on from here; see {@link Managed}. */
  private final Set<Target> sent = ConcurrentHashMap.newKeySet();

  LocalLink(long manager, Address address, Server server) {
    super(manager);
    this.server = server;
    this.address = address;
  }

  @Override
  Wire wire() {
    return server.wire();
  }

  @Override
  Address address() {
    return address;
  }

  @Override
  boolean isLocal() {
    return true;
  }

  @Override
  byte[] exchange(byte[] request, boolean interruptible) {
    return server.handle(request, server.self());
  }

  @Override
  Ref lend(Managed proxy) {
    if (Wire.partner() instanceof Client client) {
      client.hold(proxy.id(), proxy.target()); // from now on, for it is on its way
      return new Ref(proxy.kind(), proxy.id(), manager(), null);
    }
    if (Wire.partner() == this) {
      return new Ref(proxy.kind(), proxy.id(), manager(), null);
    }
    sent.add(proxy.target());
    return new Ref(proxy.kind(), proxy.id(), manager(), address);
  }

  @Override
  Managed receive(Kind kind, long id) {
    var target = server.find(id);
    if (target == null) {
      throw new ManagerException.Gone(Server.goneText(id));
    }
    if (Wire.partner() == this) {
      server.self().release(id, 1); // it has arrived
    }
    return kind.proxy(this, id, target);
  }
}
