package speedup.manager;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import speedup.shm.ProcessId;

/**
 * The manager in its own process: has the objects and carries out what clients ask for. Any thread.
 *
 * <p>An object is held by the clients that have a proxy of it, and by proxies that lie in other
 * objects. It is known here without being held: when nobody has it, it is collected, also in a
 * circle.
 */
final class Server extends Target {
  /** The number of the manager itself among its objects. */
  static final long ID = 0;

  private static final ServerCall[] CALLS = ServerCall.values();
  private static final long LOOK_NANOS = 100_000_000;

  private final Wire wire;
  private final LocalLink link;
  private final AtomicLong ids = new AtomicLong(ID);
  private final Map<Long, Known> objects = new ConcurrentHashMap<>();
  private final ReferenceQueue<Target> collected = new ReferenceQueue<>();
  private final Map<Long, Client> clients = new ConcurrentHashMap<>();
  private final Client self = new Client(ProcessId.self());

  /** An object as long as somebody has it. */
  private static final class Known extends WeakReference<Target> {
    final long id;
    final Kind kind;

    Known(Target target, ReferenceQueue<Target> collected, long id, Kind kind) {
      super(target, collected);
      this.id = id;
      this.kind = kind;
    }
  }

  Server(long manager, Address address, Wire wire) {
    this.wire = wire;
    link = new LocalLink(manager, address, this);
    Links.add(link);
  }

  Wire wire() {
    return wire;
  }

  /** This process, for functions that are carried out here and use managed objects themselves. */
  Client self() {
    return self;
  }

  Client client(long process) {
    return clients.computeIfAbsent(process, Client::new);
  }

  /** The reply to a request. */
  byte[] handle(byte[] request, Client client) {
    Request in;
    try {
      in = Request.of(wire.value(request, client));
    } catch (ManagerException.NotTransferable e) {
      var failure = Failure.of(Failure.Fault.UNREADABLE, "an argument: " + e.getMessage());
      return wire.bytes(failure, client);
    }
    var target = in.id() == ID ? this : find(in.id());
    if (target == null) {
      return wire.bytes(gone(in.id()), client);
    }
    return target.answer(in, client, wire);
  }

  /** The object of a number, or null. */
  Target find(long id) {
    var known = objects.get(id);
    return known == null ? null : known.get();
  }

  private static Failure gone(long id) {
    return Failure.of(Failure.Fault.GONE, goneText(id));
  }

  static String goneText(long id) {
    return "managed object "
        + id
        + " is not there any more; keep a proxy of it for as long as others use it";
  }

  @Override
  Object call(Request in, Client client) {
    return switch (CALLS[in.operation()]) {
      case CREATE -> create(in);
      case ATTACH -> attach(in.get(0));
      case COUNT -> count();
      case DETACH -> {
        client.release(in.get(0), in.number(1));
        yield null;
      }
      case CANCEL -> {
        client.cancel(in.get(0), in.get(1));
        yield null;
      }
    };
  }

  private Managed create(Request in) {
    Kind kind = in.get(0);
    var target = kind.target(in);
    var id = ids.incrementAndGet();
    objects.put(id, new Known(target, collected, id, kind));
    forgetCollected();
    return kind.proxy(link, id, target);
  }

  private void forgetCollected() {
    for (var known = collected.poll(); known != null; known = collected.poll()) {
      objects.remove(((Known) known).id);
    }
  }

  private Managed attach(long id) {
    var known = objects.get(id);
    var target = known == null ? null : known.get();
    if (target == null) {
      throw new ManagerException.Gone(goneText(id));
    }
    return known.kind.proxy(link, id, target);
  }

  private int[] count() {
    System.gc();
    forgetCollected();
    var living = objects.values().stream().filter(known -> !known.refersTo(null)).count();
    var connections = clients.values().stream().mapToInt(Client::connections).sum();
    return new int[] {(int) living, clients.size(), connections};
  }

  /** Looks for ever whether clients have ended. */
  void watch() {
    while (true) {
      LockSupport.parkNanos(LOOK_NANOS);
      clients.values().forEach(this::look);
    }
  }

  /** Frees what a client had, if it has ended. */
  void look(Client client) {
    if (!ProcessId.isAlive(client.process()) && clients.remove(client.process(), client)) {
      client.end();
      for (var known : objects.values()) {
        var target = known.get();
        if (target != null && target.hasOwners()) {
          target.end(client);
        }
      }
    }
  }
}
