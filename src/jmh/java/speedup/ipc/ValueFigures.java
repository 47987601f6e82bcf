package speedup.ipc;

import speedup.bench.Figure;

/** A number that is read, increased and written under its lock. */
final class ValueFigures {
  private static final int TURNS = 4_000_000;

  private ValueFigures() {}

  static void print(Partner partner) throws Exception {
    try (var number = SharedValue.ofLong(0)) {
      Figure.print(
          "locked increment, free", TURNS / Partner.alone(() -> increment(number)), "turns/s");
      Figure.print(
          "locked increment, two contend",
          2 * TURNS / partner.together(() -> increment(number), () -> increment(number)),
          "turns/s");
      if (number.get() % TURNS != 0) {
        throw new IllegalStateException("increments were lost");
      }
    }
  }

  private static void increment(SharedLong number) throws InterruptedException {
    for (var i = 0; i < TURNS; i++) {
      try (var _ = number.hold()) {
        number.set(number.get() + 1);
      }
    }
  }
}
