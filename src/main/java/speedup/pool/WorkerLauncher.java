package speedup.pool;

import java.io.IOException;

/** Starts worker processes. The pool does not know which program they run. */
@FunctionalInterface
public interface WorkerLauncher {
  /**
   * Starts one process that speaks the wire protocol on its standard input and output.
   *
   * @param name what the process may call itself, such as {@code "worker 1"}
   * @throws IOException when the system refuses; the message says why
   */
  Process launch(String name) throws IOException;
}
