package speedup.manager;

import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serial;
import java.io.Serializable;
import speedup.wire.Replaced;

/**
 * A proxy of an object that lives in a manager's process. It is passed to a pool's task or a child
 * process as an argument, a component of a record, an element of a collection or captured by a
 * lambda, and put into other managed objects; it is a proxy of the same object there. A process has
 * one instance of it, however often it arrives.
 *
 * <p>The object lives as long as a process that runs has a proxy of it, or another managed object
 * that lives refers to it. A process that has passed a proxy on otherwise than through the manager
 * keeps the object until it ends or the manager is closed, because nobody can know when the proxy
 * arrives.
 *
 * <p>Any thread. Every operation is carried out in the manager's process, and throws {@link
 * ManagerException.Ended} when that has ended, also while it waits, and {@link
 * ManagerException.NotTransferable} when an argument or the result cannot cross.
 */
public abstract class Managed implements Replaced, Serializable {
  private static final long serialVersionUID = 1L;

  private final transient Link link;
  private final transient Kind kind;
  private final transient long id;

  /** In the manager's own process: who has the proxy, has the object. Else null. */
  private final transient Target target;

  Managed(Link link, Kind kind, long id, Target target) {
    this.link = link;
    this.kind = kind;
    this.id = id;
    this.target = target;
  }

  final Link link() {
    return link;
  }

  final Kind kind() {
    return kind;
  }

  final long id() {
    return id;
  }

  final Target target() {
    return target;
  }

  @SuppressWarnings("unchecked")
  final <T> T call(Enum<?> operation, Object... arguments) {
    return (T) link.call(id, operation.ordinal(), arguments);
  }

  @SuppressWarnings("unchecked")
  final <T> T callWaiting(Enum<?> operation, Object... arguments) throws InterruptedException {
    return (T) link.callWaiting(id, operation.ordinal(), arguments);
  }

  @Override
  public Replaced.StandIn standIn() {
    return link.lend(this);
  }

  @Serial
  final Object writeReplace() {
    return standIn();
  }

  @Serial
  private void readObject(ObjectInputStream in) throws InvalidObjectException {
    throw new InvalidObjectException("a proxy arrives as a reference only");
  }

  /** Whether both are proxies of one object. */
  final boolean isSame(Object other) {
    return other instanceof Managed managed
        && managed.id == id
        && managed.link.manager() == link.manager();
  }

  final int identity() {
    return Long.hashCode(link.manager() ^ id);
  }

  /** Whether both are proxies of the same object, or, of collections, have the same elements. */
  @Override
  public boolean equals(Object other) {
    return isSame(other);
  }

  @Override
  public int hashCode() {
    return identity();
  }

  @Override
  public String toString() {
    return "managed " + kind;
  }
}
