package speedup.manager;

import java.time.Duration;
import speedup.shm.Pause;

/**
 * A flag in the manager's process that threads of all processes wait for. Everybody who waits when
 * it is set goes on, even if it is cleared at once.
 */
public final class ManagedEvent extends Managed {
  private static final long serialVersionUID = 1L;

  ManagedEvent(Link link, long id, Target target) {
    super(link, Kind.EVENT, id, target);
  }

  /** Whether it is set. */
  public boolean isSet() {
    return call(EventCall.IS_SET);
  }

  /** Sets it and lets all go on that wait. Setting it again does nothing. */
  public void set() {
    call(EventCall.SET);
  }

  /** Takes the flag back: who waits from now on, waits. */
  public void clear() {
    call(EventCall.CLEAR);
  }

  /** Waits until it is set, as long as it takes. */
  public void await() throws InterruptedException {
    callWaiting(EventCall.AWAIT, Link.FOREVER);
  }

  /**
   * Waits until it is set, for a time.
   *
   * @return false when the time is up
   */
  public boolean await(Duration timeout) throws InterruptedException {
    return callWaiting(EventCall.AWAIT, Pause.nanos(timeout));
  }
}
