package speedup.ipc;

import speedup.bench.Figure;

/** What one process tells the other without a message: event, condition, semaphore, barrier. */
final class SignalFigures {
  private static final int MEETINGS = 20_000;

  private SignalFigures() {}

  static void print(Partner partner) throws Exception {
    Figure.print("event, there and back", event(partner), "µs");
    Figure.print("condition, there and back", condition(partner), "µs");
    Figure.print("semaphore, there and back", semaphore(partner), "µs");
    Figure.print("barrier of two", barrier(partner), "rounds/s");
  }

  private static double event(Partner partner) throws Exception {
    try (var ping = new ProcessEvent();
        var pong = new ProcessEvent()) {
      return partner.trip(
          () -> {
            ping.await();
            ping.clear();
            pong.set();
          },
          () -> {
            ping.set();
            pong.await();
            pong.clear();
          });
    }
  }

  private static double condition(Partner partner) throws Exception {
    try (var changed = new ProcessCondition();
        var asked = new ProcessEvent()) {
      return partner.trip(
          () -> {
            try (var _ = changed.lock().hold()) {
              changed.awaitFor(asked::isSet);
              asked.clear();
              changed.signal();
            }
          },
          () -> {
            try (var _ = changed.lock().hold()) {
              asked.set();
              changed.signal();
              changed.awaitFor(() -> !asked.isSet());
            }
          });
    }
  }

  private static double semaphore(Partner partner) throws Exception {
    try (var ping = new ProcessSemaphore(0);
        var pong = new ProcessSemaphore(0)) {
      return partner.trip(
          () -> {
            ping.acquire();
            pong.release();
          },
          () -> {
            ping.release();
            pong.acquire();
          });
    }
  }

  private static double barrier(Partner partner) throws Exception {
    try (var both = new ProcessBarrier(2)) {
      return MEETINGS / partner.together(() -> meet(both), () -> meet(both));
    }
  }

  private static void meet(ProcessBarrier barrier) throws Exception {
    for (var i = 0; i < MEETINGS; i++) {
      barrier.await();
    }
  }
}
