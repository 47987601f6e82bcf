package speedup;

import org.junit.jupiter.api.function.Executable;

/** How often tests kill processes at random moments. */
public final class Kills {
  private static final String NOW = "speedup.kills";
  private static final int FEW = 8;
  private static final int MANY = Integer.getInteger("speedup.stress.kills", 200);

  private Kills() {}

  /** The number for the present test. */
  public static int count() {
    return Integer.getInteger(NOW, FEW);
  }

  /** Whether the long tests are to be short, as where every change is tested. */
  public static boolean isBounded() {
    return MANY < 50;
  }

  /** Does a test with as many kills as the long tests make, 200 unless told otherwise. */
  public static void many(Executable test) throws Throwable {
    System.setProperty(NOW, Integer.toString(MANY));
    try {
      test.execute();
    } finally {
      System.clearProperty(NOW);
    }
  }
}
