package speedup.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class TicksTest {
  @Test
  void stepsAreRound() {
    assertEquals(new Ticks(0.5, 9, 1), Ticks.upTo(4, 8));
    assertEquals(new Ticks(0.05, 6, 2), Ticks.upTo(0.25, 6));
    assertEquals(new Ticks(20, 6, 0), Ticks.upTo(100, 5));
    assertEquals(new Ticks(1, 2, 0), Ticks.upTo(1, 1));
  }

  @Test
  void thereAreNeverMoreThanThereIsRoomFor() {
    var random = new Random(3);
    for (var i = 0; i < 10_000; i++) {
      var end = Math.pow(10, random.nextDouble(-6, 6));
      var most = random.nextInt(1, 30);
      var ticks = Ticks.upTo(end, most);

      assertTrue(ticks.count() <= most + 1, () -> end + " in " + most + ": " + ticks);
      assertTrue(ticks.at(ticks.count() - 1) <= end * (1 + 1e-8));
      assertTrue(ticks.at(ticks.count()) > end);
    }
  }

  @Test
  void workersAreCountedInWholeNumbers() {
    assertEquals(new Ticks(1, 5, 0), Ticks.wholeUpTo(4, 40));
  }

  @Test
  void axesGrowInSteps() {
    assertEquals(4, Ticks.roundEnd(3.42));
    assertEquals(4, Ticks.roundEnd(3.9));
    assertEquals(5, Ticks.roundEnd(4.01));
    assertEquals(0.25, Ticks.roundEnd(0.25), 1e-12);
    assertEquals(10, Ticks.roundEnd(9.99), 1e-12);
  }
}
