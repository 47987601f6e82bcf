package speedup.pool;

import java.util.function.Consumer;
import speedup.measure.PoolEvent;

/** Tells the pool's listener. A listener that throws does not take a worker down with it. */
record EventSink(Consumer<PoolEvent> listener) {
  void accept(PoolEvent event) {
    try {
      listener.accept(event);
    } catch (RuntimeException | Error e) {
      var thread = Thread.currentThread();
      thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
    }
  }
}
