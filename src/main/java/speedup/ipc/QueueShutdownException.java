package speedup.ipc;

/**
 * A {@link ProcessQueue} was {@linkplain ProcessQueue#shutdown() shut down}: nothing is put any
 * more, or the last item was taken. As {@code queue.ShutDown}.
 */
public final class QueueShutdownException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  QueueShutdownException() {
    super("the queue was shut down");
  }
}
