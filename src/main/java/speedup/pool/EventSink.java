package speedup.pool;

import java.util.function.Consumer;
import speedup.measure.PoolEvent;

/**
 * Tells the pool's listener, if it has one. A listener that throws does not take a worker down with
 * it.
 */
record EventSink(Consumer<PoolEvent> listener) {
  /** Whether anybody listens. */
  boolean wanted() {
    return listener != null;
  }

  void accept(PoolEvent event) {
    if (listener == null) {
      return;
    }
    try {
      listener.accept(event);
    } catch (RuntimeException | Error e) {
      var thread = Thread.currentThread();
      thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
    }
  }
}
