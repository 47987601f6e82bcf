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

  /**
   * Starts the same processes with a limit to their memory, as {@link PoolBuilder#memoryLimit}.
   *
   * @param bytes at least 8 MiB
   * @throws UnsupportedOperationException when it does not know how to limit what it starts
   */
  default WorkerLauncher withMemoryLimit(long bytes) {
    throw new UnsupportedOperationException("this launcher cannot limit the memory of a worker");
  }
}
