package speedup.wire;

import java.io.IOException;

/** Bytes that are not what the protocol says: another program, another version, or damage. */
public final class WireException extends IOException {
  /** Says what was found and what was expected. */
  public WireException(String message) {
    super(message);
  }

  /** Says what could not be rebuilt, and why. */
  public WireException(String message, Throwable cause) {
    super(message, cause);
  }
}
