package speedup.manager;

import java.util.concurrent.locks.ReentrantLock;

/**
 * A managed object in the manager's process. One operation at a time is carried out on it, under
 * its lock; operations that wait give the lock back meanwhile. A result is written under the lock
 * too, because functions of users may change what lies in it.
 */
abstract class Target {
  /** Guards all that is in it. */
  final ReentrantLock lock;

  Target() {
    this(new ReentrantLock());
  }

  /** Of an object that shares its lock with another. */
  Target(ReentrantLock lock) {
    this.lock = lock;
  }

  /** Carries out one operation, under the lock. */
  abstract Object call(Request in, Client client) throws Exception;

  /** Whether processes can own it in part; then its lock is only held for moments. */
  boolean hasOwners() {
    return false;
  }

  /** A process has been killed, or has ended without giving back; under the lock. */
  void died(Client client) {
    // most objects belong to nobody
  }

  /** The reply to a request. */
  final byte[] answer(Request in, Client client, Wire wire) {
    lock.lock();
    try {
      var result = call(in, client);
      return written(result, client, wire);
    } catch (InterruptedException e) {
      var failure = Failure.of(Failure.Fault.INTERRUPTED, "");
      return wire.bytes(failure, client);
    } catch (Throwable e) { // whatever an operation throws is its result; the manager goes on
      return wire.bytes(Failure.threw(e), client);
    } finally {
      lock.unlock();
    }
  }

  private static byte[] written(Object result, Client client, Wire wire) {
    try {
      return wire.bytes(result, client);
    } catch (ManagerException.NotTransferable e) {
      return wire.bytes(
          Failure.of(Failure.Fault.UNSENDABLE, "the result: " + e.getMessage()), client);
    }
  }

  final void end(Client client) {
    lock.lock();
    try {
      died(client);
    } finally {
      lock.unlock();
    }
  }
}
