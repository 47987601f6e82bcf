package speedup.ipc;

import speedup.bench.Figure;

/** A lock that is free, and one that both processes want all the time. */
final class LockFigures {
  private static final int TURNS = 4_000_000;

  private LockFigures() {}

  static void print(Partner partner) throws Exception {
    try (var lock = new ProcessLock()) {
      Figure.print("lock, free", 1e9 * Partner.alone(() -> turn(lock)) / TURNS, "ns");
      Figure.print(
          "lock, two contend",
          2 * TURNS / partner.together(() -> turn(lock), () -> turn(lock)),
          "turns/s");
    }
  }

  private static void turn(ProcessLock lock) throws InterruptedException {
    for (var i = 0; i < TURNS; i++) {
      lock.acquire();
      lock.release();
    }
  }
}
