package speedup.shm;

import java.time.Duration;

/** A process that makes a region, says where, and waits to be killed. */
final class RegionMaker {
  static final int SIZE = 100_000;
  static final byte MARK = 42;

  private RegionMaker() {}

  public static void main(String[] args) throws Exception {
    try (var region = Region.create(SIZE)) {
      region.memory().asByteBuffer().put(SIZE - 1, MARK);
      System.out.println(region.path());
      Thread.sleep(Duration.ofMinutes(2));
    }
  }
}
