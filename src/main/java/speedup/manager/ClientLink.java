package speedup.manager;

import java.io.IOException;
import java.lang.ref.Cleaner;
import java.lang.ref.WeakReference;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import speedup.shm.ProcessId;

/** What a client process has to a manager: connections, and the proxies of its objects. */
final class ClientLink extends Link {
  private static final Cleaner CLEANER = Cleaner.create();
  private static final int MOST_IDLE = 8;
  private static final String ENDED = "the manager's process has ended: it was closed or killed";

  private final Address address;
  private final Wire wire;

  // all guarded by this
  private final Deque<Channel> idle = new ArrayDeque<>();
  private final Map<Long, Entry> proxies = new HashMap<>();

  /** Proxies that were sent on from here; see {@link Managed}. */
  private final Map<Long, Managed> sent = new HashMap<>();

  private String ended;

  /** The proxy of an object, and how often it has come from the manager. */
  private static final class Entry {
    final WeakReference<Managed> proxy;
    int times;

    Entry(Managed proxy, int times) {
      this.proxy = new WeakReference<>(proxy);
      this.times = times;
    }
  }

  /** In a process that has just learnt of the manager. */
  ClientLink(long manager, Address address) {
    this(
        manager, address, Channel.open(address.door(), () -> ProcessId.isAlive(address.process())));
  }

  /**
   * With a first connection.
   *
   * @throws ManagerException.Ended when the manager has
   */
  ClientLink(long manager, Address address, Channel first) {
    super(manager);
    this.address = address;
    wire = new Wire(Set.copyOf(first.welcome().admitted()));
    idle.push(first);
  }

  @Override
  Wire wire() {
    return wire;
  }

  @Override
  Address address() {
    return address;
  }

  @Override
  boolean isLocal() {
    return false;
  }

  @Override
  byte[] exchange(byte[] request, boolean interruptible) throws InterruptedException {
    var channel = take();
    var whole = false;
    try {
      var reply = channel.exchange(request, interruptible ? this::cancel : null);
      whole = true;
      return reply;
    } catch (IOException e) {
      throw lost(e);
    } finally {
      if (whole) {
        give(channel);
      } else {
        channel.close();
      }
    }
  }

  /** Asks the manager, over another connection, to end the wait of an operation. */
  private void cancel(long connection, long call) {
    call(Server.ID, ServerCall.CANCEL.ordinal(), connection, call);
  }

  private Channel take() {
    synchronized (this) {
      if (ended != null) {
        throw ended(null);
      }
      var known = idle.poll();
      if (known != null) {
        return known;
      }
    }
    return Channel.open(address.door(), () -> ProcessId.isAlive(address.process()));
  }

  private void give(Channel channel) {
    synchronized (this) {
      if (ended == null && idle.size() < MOST_IDLE) {
        idle.push(channel); // the last one used is the first to be used again: its thread is awake
        return;
      }
    }
    channel.close();
  }

  private synchronized ManagerException.Ended ended(Exception cause) {
    return new ManagerException.Ended(ended == null ? ENDED : ended, cause);
  }

  /** A connection broke. */
  private ManagerException.Ended lost(IOException cause) {
    if (!ProcessId.isAlive(address.process())) {
      end(ENDED); // otherwise the next call will see
    }
    return ended(cause);
  }

  /** From now on every operation fails for this reason; those that wait notice by themselves. */
  void end(String why) {
    Links.remove(this);
    synchronized (this) {
      if (ended == null) {
        ended = why;
      }
      idle.forEach(Channel::close);
      idle.clear();
      sent.clear();
      proxies.clear();
    }
  }

  // --- proxies

  @Override
  Ref lend(Managed proxy) {
    if (Wire.partner() == this) {
      return new Ref(proxy.kind(), proxy.id(), manager(), null);
    }
    synchronized (this) {
      if (ended != null) {
        throw ended(null);
      }
      sent.put(proxy.id(), proxy);
    }
    return new Ref(proxy.kind(), proxy.id(), manager(), address);
  }

  @Override
  Managed receive(Kind kind, long id) {
    if (Wire.partner() == this) {
      return received(kind, id);
    }
    synchronized (this) {
      var known = proxies.get(id);
      var proxy = known == null ? null : known.proxy.get();
      if (proxy != null) {
        return proxy;
      }
    }
    return (Managed) call(Server.ID, ServerCall.ATTACH.ordinal(), id);
  }

  private synchronized Managed received(Kind kind, long id) {
    var known = proxies.get(id);
    var proxy = known == null ? null : known.proxy.get();
    if (proxy != null) {
      known.times++;
      return proxy;
    }
    var made = kind.proxy(this, id, null);
    var entry = new Entry(made, known == null ? 1 : known.times + 1);
    proxies.put(id, entry);
    CLEANER.register(made, () -> lost(id, entry));
    return made;
  }

  /** A proxy was collected. */
  private void lost(long id, Entry entry) {
    synchronized (this) {
      if (ended != null || !proxies.remove(id, entry)) {
        return; // or another proxy of the object has come meanwhile, which counts for both
      }
    }
    try {
      call(Server.ID, ServerCall.DETACH.ordinal(), id, entry.times);
    } catch (ManagerException.Ended e) {
      // it has nothing to free any more
    }
  }
}
