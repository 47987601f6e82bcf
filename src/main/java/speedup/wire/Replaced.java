package speedup.wire;

import java.io.IOException;

/**
 * An object that does not cross itself: a record crosses in its place, and the other side makes the
 * object of it. The classes of both have to be admitted. As {@code writeReplace} and {@code
 * readResolve} of JDK serialisation, whose first use takes tens of milliseconds.
 */
public interface Replaced {
  /**
   * What crosses in its place.
   *
   * @throws RuntimeException when it cannot cross; the message says why
   */
  StandIn standIn();

  /** Implemented by the record. */
  interface StandIn {
    /**
     * The object.
     *
     * @throws IOException when it cannot be made here; the message says why
     */
    Object original() throws IOException;
  }
}
