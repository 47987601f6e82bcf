package speedup.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class HeartbeatColumnsTest {
  private static final long SECOND = 1_000_000_000L;
  private static final int NONE = Integer.MAX_VALUE;
  private final HeartbeatColumns beats = new HeartbeatColumns();

  @Test
  void takesTheDifferenceBetweenTheLastOneBeforeTheStartAndTheLastOne() {
    beats.add(1, 0, SECOND, 0);
    beats.add(1, 10, 2 * SECOND, 0);
    beats.add(1, 30, 3 * SECOND, 0);
    beats.add(1, 40, 5 * SECOND, 0);

    assertEquals(3.0, beats.cpuSeconds(20, NONE));
  }

  @Test
  void takesTheFirstOneWhereNoneCameBeforeTheStart() {
    beats.add(1, 30, 3 * SECOND, 0);
    beats.add(1, 40, 5 * SECOND, 0);

    assertEquals(2.0, beats.cpuSeconds(20, NONE));
  }

  @Test
  void countsAllTimeOfAProcessThatBeganInTheRun() {
    beats.add(1, 30, SECOND / 2, 0);

    assertEquals(0.5, beats.cpuSeconds(20, 1));
  }

  @Test
  void addsTheTimesOfTheProcessThatDiedAndOfItsReplacement() {
    beats.add(1, 10, 10 * SECOND, 0);
    beats.add(1, 30, 12 * SECOND, 0);
    beats.add(2, 50, SECOND, 0);
    beats.add(2, 60, 3 * SECOND, 0);

    assertEquals(5.0, beats.cpuSeconds(20, 2));
  }

  @Test
  void isNotANumberWhenThereIsNothingToCompare() {
    assertEquals(Double.NaN, beats.cpuSeconds(0, NONE));
    beats.add(1, 10, SECOND, 0);
    assertEquals(Double.NaN, beats.cpuSeconds(20, NONE));
  }

  @Test
  void ignoresTheTimeWhereTheSystemDoesNotTellButKeepsTheMemory() {
    beats.add(1, 10, -1, 700);
    beats.add(1, 20, -1, 300);

    assertEquals(Double.NaN, beats.cpuSeconds(0, 1));
    assertEquals(700, beats.peakResident());
  }

  @Test
  void doesNotKnowTheMemoryWithoutASign() {
    assertEquals(-1, beats.peakResident());
  }

  @Test
  void keepsManySigns() {
    for (int i = 0; i <= 1_000; i++) {
      beats.add(1, i, i * SECOND, i);
    }

    assertEquals(1_000.0, beats.cpuSeconds(0, NONE));
    assertEquals(1_000, beats.peakResident());
  }
}
