package speedup.pool;

import java.util.ArrayList;
import java.util.LinkedList;

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
    return spin(x, 10);
  }

  static int spinOneMilli(int x) {
    return spin(x, 1);
  }

  static int spinHalfASecond(int x) {
    return spin(x, 500);
  }

  private static int spin(int x, int millis) {
    var end = System.nanoTime() + millis * 1_000_000L;
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

  static int takeAllMemory(int x) {
    var taken = new ArrayList<byte[]>();
    while (x >= 0) {
      taken.add(new byte[1_000_000]);
    }
    return taken.size();
  }

  static int overflowTheStack(int x) {
    return 1 + overflowTheStack(x + 1);
  }

  static int throwSecretively(int x) {
    throw new Secretive();
  }

  static final class Secretive extends RuntimeException {
    @Override
    public String getMessage() {
      throw new IllegalStateException("I do not say");
    }
  }

  static Object nestDeeply(int x) {
    var chain = new LinkedList<Object>();
    for (var i = 0; i < 100_000; i++) {
      var outer = new LinkedList<Object>();
      outer.add(chain);
      chain = outer;
    }
    return chain;
  }

  static int printTenMegabytes(int x) {
    var line = "x".repeat(99);
    for (var i = 0; i < 100_000; i++) {
      System.out.print(line + "\n");
    }
    return x;
  }

  static int closeOutput(int x) {
    System.out.close();
    return x;
  }

  static int printHalfALineAndExit(int x) {
    System.out.print("the last");
    System.exit(3);
    return x;
  }

  static int leaveAThreadBehind(int x) {
    Thread.ofPlatform().daemon(false).start(() -> spinForever(x));
    return x;
  }

  static int swallowInterrupts(int x) {
    System.out.println("running");
    while (x >= 0) {
      try {
        Thread.sleep(10_000);
      } catch (InterruptedException e) {
        x++;
      }
    }
    return x;
  }

  /** Leaves as soon as it is interrupted. */
  static int sleepLong(int x) throws InterruptedException {
    Thread.sleep(60_000);
    return x;
  }
}
