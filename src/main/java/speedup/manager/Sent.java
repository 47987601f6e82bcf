package speedup.manager;

import java.io.Serializable;
import java.util.function.Supplier;

/** Functions that are carried out in the manager's process if they can cross, and here if not. */
final class Sent {
  private Sent() {}

  /**
   * Does the one or the other.
   *
   * @param there sends the function
   * @param here does the same without sending it
   */
  static <T> T orElse(Object function, Supplier<T> there, Supplier<T> here) {
    if (function == null || function instanceof Serializable) {
      try {
        return there.get();
      } catch (ManagerException.NotTransferable e) {
        if (e.isResult()) {
          throw e; // it was carried out
        }
      }
    }
    return here.get();
  }
}
