package speedup.ipc;

import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.Serial;
import java.io.Serializable;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import speedup.wire.Replaced;

/**
 * A shared object while it crosses: on the other side it becomes the object again.
 *
 * @param kind what it is
 * @param path where its memory is
 * @param size of its memory in bytes
 */
record Handle(Kind kind, String path, long size) implements Serializable, Replaced.StandIn {
  @Serial
  private Object readResolve() throws InvalidObjectException {
    return original();
  }

  @Override
  public SharedObject original() throws InvalidObjectException {
    try {
      return Attached.get(this);
    } catch (NoSuchFileException e) {
      throw refused("was closed; close it after its last task", e);
    } catch (IOException e) {
      throw refused("cannot be used here: " + e.getMessage(), e);
    }
  }

  private InvalidObjectException refused(String why, IOException cause) {
    return new InvalidObjectException("a " + kind + " arrived that " + why, cause);
  }

  Path file() {
    return Path.of(path);
  }
}
