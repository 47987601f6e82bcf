package speedup.manager;

import speedup.pool.PoolException;

/**
 * Why a managed object could not be used. What an operation itself throws, such as {@code
 * IndexOutOfBoundsException}, is thrown as it is, with the stack trace of the manager's process in
 * front of the caller's.
 */
public abstract sealed class ManagerException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private ManagerException(String message, Throwable cause) {
    super(message, cause);
  }

  /** The manager's process has ended: it was closed, or killed, or its starter ended. */
  public static final class Ended extends ManagerException {
    private static final long serialVersionUID = 1L;

    Ended(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /** The managed object is not there any more: nobody had a proxy of it for a while. */
  public static final class Gone extends ManagerException {
    private static final long serialVersionUID = 1L;

    Gone(String message) {
      super(message, null);
    }
  }

  /**
   * A value cannot cross between this process and the manager's; the message names the part to
   * blame.
   */
  public static final class NotTransferable extends ManagerException {
    private static final long serialVersionUID = 1L;

    private final boolean result;

    NotTransferable(boolean result, String message, Throwable cause) {
      super(message, cause);
      this.result = result;
    }

    /** Whether it is the result; an argument otherwise, and then nothing was done. */
    public boolean isResult() {
      return result;
    }
  }

  /**
   * The operation threw what cannot be rebuilt here: its class is not admitted, or not {@code
   * Serializable}. The cause has its stack trace as text.
   */
  public static final class Threw extends ManagerException {
    private static final long serialVersionUID = 1L;

    private final String type;

    Threw(String type, String text, String trace) {
      super(
          "in the manager's process was thrown " + (text.isEmpty() ? type : type + ": " + text),
          new PoolException.RemoteTrace(trace));
      this.type = type;
    }

    /** Class name of what was thrown. */
    public String type() {
      return type;
    }
  }
}
