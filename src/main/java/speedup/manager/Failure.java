package speedup.manager;

import speedup.pool.task.ItemFailure;

/**
 * A reply that is no result.
 *
 * @param fault what failed
 * @param type class name of what was thrown
 * @param text its message, or empty
 * @param trace its stack trace as text
 * @param thrown itself, serialised; empty when it cannot be
 */
record Failure(Fault fault, String type, String text, String trace, byte[] thrown) {
  /** What failed. */
  enum Fault {
    /** The operation threw. */
    THREW,
    /** A wait was interrupted, as the client asked. */
    INTERRUPTED,
    /** The arguments cannot be rebuilt in the manager's process. */
    UNREADABLE,
    /** The result cannot be sent. */
    UNSENDABLE,
    /** There is no such object. */
    GONE
  }

  static Failure threw(Throwable thrown) {
    var failure = ItemFailure.of(thrown);
    return new Failure(
        Fault.THREW, failure.type(), failure.text(), failure.trace(), failure.thrown());
  }

  static Failure of(Fault fault, String text) {
    return new Failure(fault, "", text, "", new byte[0]);
  }

  /** What is thrown in the client. */
  Throwable exception(Wire wire) {
    return switch (fault) {
      case THREW -> thrown(wire);
      case INTERRUPTED -> new InterruptedException();
      case UNREADABLE -> new ManagerException.NotTransferable(false, text, null);
      case UNSENDABLE -> new ManagerException.NotTransferable(true, text, null);
      case GONE -> new ManagerException.Gone(text);
    };
  }

  private Throwable thrown(Wire wire) {
    var rebuilt = wire.throwable(thrown);
    if (rebuilt.isEmpty()) {
      return new ManagerException.Threw(type, text, trace);
    }
    var original = rebuilt.get();
    var there = original.getStackTrace();
    var here = new Throwable().getStackTrace();
    var both = new StackTraceElement[there.length + here.length];
    System.arraycopy(there, 0, both, 0, there.length);
    System.arraycopy(here, 0, both, there.length, here.length);
    original.setStackTrace(both);
    return original;
  }
}
