package speedup.manager;

import java.util.Optional;
import java.util.Set;
import speedup.wire.ClassFilter;
import speedup.wire.NotSendableException;
import speedup.wire.OutBuffer;
import speedup.wire.Throwables;
import speedup.wire.ValueReader;
import speedup.wire.ValueWriter;
import speedup.wire.WireException;

/**
 * How values cross between the manager's process and its clients, and which classes may: plain
 * values, shared objects, proxies, the package of who started the manager, and those that were
 * named. All sides of a manager have the same rule. Any thread.
 */
final class Wire {
  private static final ThreadLocal<OutBuffer> SCRATCH =
      ThreadLocal.withInitial(() -> new OutBuffer(256));

  /** Who is at the other side of what this thread reads or writes just now; see Link.lend. */
  private static final ThreadLocal<Object> PARTNER = new ThreadLocal<>();

  private final ClassFilter filter;

  Wire(Set<String> prefixes) {
    filter = new ClassFilter(prefixes);
  }

  /** The one with whom this thread exchanges bytes at this moment; null outside of that. */
  static Object partner() {
    return PARTNER.get();
  }

  /**
   * A value as it crosses.
   *
   * @param partner who will read it
   * @throws ManagerException.NotTransferable when it cannot
   */
  byte[] bytes(Object value, Object partner) {
    var before = PARTNER.get();
    PARTNER.set(partner);
    try {
      return ValueWriter.toBytes(value, SCRATCH.get(), filter);
    } catch (NotSendableException e) {
      throw new ManagerException.NotTransferable(false, "it cannot cross: " + e.getMessage(), e);
    } finally {
      PARTNER.set(before);
    }
  }

  /**
   * A value that has crossed.
   *
   * @param partner who has written it
   * @throws ManagerException.NotTransferable when it cannot be rebuilt here
   */
  Object value(byte[] bytes, Object partner) {
    var before = PARTNER.get();
    PARTNER.set(partner);
    try {
      return ValueReader.fromBytes(bytes, filter, loader());
    } catch (WireException e) {
      throw new ManagerException.NotTransferable(
          true, "it cannot be rebuilt: " + e.getMessage(), e);
    } finally {
      PARTNER.set(before);
    }
  }

  Optional<Throwable> throwable(byte[] bytes) {
    return Throwables.fromBytes(bytes, filter, loader());
  }

  private static ClassLoader loader() {
    return Thread.currentThread().getContextClassLoader();
  }
}
