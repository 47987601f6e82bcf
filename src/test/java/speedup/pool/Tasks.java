package speedup.pool;

/** What the tests run in worker processes. */
final class Tasks {
  record Holder(int number, Object what) {}

  private Tasks() {}

  static long[] doubled(long[] values) {
    var result = values.clone();
    for (var i = 0; i < result.length; i++) {
      result[i] *= 2;
    }
    return result;
  }

  static int divideByZero(int x) {
    return x / (x - x);
  }

  static int spinTenMillis(int x) {
    var end = System.nanoTime() + 10_000_000;
    while (System.nanoTime() < end) {
      Thread.onSpinWait();
    }
    return x;
  }

  static int spinForever(int x) {
    while (x >= 0) {
      Thread.onSpinWait();
    }
    return x;
  }

  static int printAndExit(int x) {
    System.out.println("farewell");
    System.exit(42);
    return x;
  }

  static int printTwoLines(int x) {
    System.out.print("one\ntwo\r\n");
    return x;
  }
}
