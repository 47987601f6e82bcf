package speedup.manager;

import java.lang.ref.Reference;

/** What a process has to one manager: to its own server, or over connections. Any thread. */
abstract class Link {
  /** As long as it takes. */
  static final long FOREVER = Long.MAX_VALUE;

  private final long manager;

  Link(long manager) {
    this.manager = manager;
  }

  /** A number that no other manager has. */
  final long manager() {
    return manager;
  }

  abstract Wire wire();

  /** Where the manager is, for processes that have not met it. */
  abstract Address address();

  /** Whether this is the manager's own process. */
  abstract boolean isLocal();

  /**
   * Has a request carried out.
   *
   * @param interruptible whether an interrupt ends the operation
   * @throws ManagerException.Ended when the manager has
   */
  abstract byte[] exchange(byte[] request, boolean interruptible) throws InterruptedException;

  /** A proxy is being written: makes sure that its object is there when somebody reads it. */
  abstract Ref lend(Managed proxy);

  /** A proxy is being read: the proxy of this process. */
  abstract Managed receive(Kind kind, long id);

  /**
   * Calls an operation that does not wait, or that no interrupt ends.
   *
   * @param id of a managed object
   */
  final Object call(long id, int operation, Object... arguments) {
    try {
      return call(false, id, operation, arguments);
    } catch (InterruptedException e) { // of a function of the user's, thrown in the manager
      throw sneaky(e);
    }
  }

  /** Calls an operation that an interrupt ends. */
  final Object callWaiting(long id, int operation, Object... arguments)
      throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    return call(true, id, operation, arguments);
  }

  private Object call(boolean interruptible, long id, int operation, Object... arguments)
      throws InterruptedException {
    var request = new Request(operation, id, Thread.currentThread().threadId(), arguments);
    var wire = wire();
    var reply = wire.value(exchange(wire.bytes(request.toArray(), this), interruptible), this);
    Reference.reachabilityFence(arguments); // proxies among them: the object is there until now
    if (reply instanceof Failure failure) {
      if (failure.fault() == Failure.Fault.INTERRUPTED) {
        Thread.interrupted(); // told by the exception
      }
      throw sneaky(failure.exception(wire));
    }
    return reply;
  }

  /** Throws what the operation has thrown, whether this code knows of it or not. */
  @SuppressWarnings("unchecked")
  private static <E extends Throwable> RuntimeException sneaky(Throwable thrown) throws E {
    throw (E) thrown;
  }
}
