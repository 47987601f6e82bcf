package speedup.ipc;

import java.io.InvalidObjectException;
import java.io.Serial;
import java.io.Serializable;
import speedup.wire.Replaced;

/**
 * An end of a pipe while it crosses.
 *
 * @param path where the memory of its pipe is
 * @param size of that memory in bytes
 * @param side 0 or 1
 */
record PipeEnd(String path, long size, int side) implements Serializable, Replaced.StandIn {
  @Serial
  private Object readResolve() throws InvalidObjectException {
    return original();
  }

  @Override
  public Connection original() throws InvalidObjectException {
    var pipe = new Handle(Kind.PIPE, path, size);
    for (; ; ) {
      // null when it was closed here between the two steps: then it is opened anew
      if (pipe.original() instanceof Pipe found && found.arrived(side) instanceof Connection end) {
        return end;
      }
    }
  }
}
