package speedup.shm;

import java.io.IOException;

/** What was attached to is shared memory, but of another kind or version than expected. */
public final class WrongKindException extends IOException {
  private static final long serialVersionUID = 1;

  WrongKindException(String message) {
    super(message);
  }
}
