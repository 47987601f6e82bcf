package speedup.ui.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class DensityTrackTest {
  private final DensityTrack track = new DensityTrack();
  private final DensityTrack.View view = new DensityTrack.View();

  @RepeatedTest(20)
  void keepsEveryNanosecondHoweverOftenBinsDouble(RepetitionInfo repetition) {
    var random = new Random(repetition.getCurrentRepetition());
    var now = -1000L;
    var compute = 0L;
    var serialise = 0L;
    for (var i = 0; i < 5000; i++) {
      var read = random.nextLong(2000);
      var run = random.nextLong(1L << random.nextInt(1, 34));
      var write = random.nextLong(3000);
      track.add(now, read, run, write);
      compute += run;
      serialise += read + write;
      now += read + run + write + random.nextLong(100_000);
    }
    track.copyInto(view);

    assertEquals(5000, view.count());
    assertEquals(compute / 1e9, view.computeSeconds());
    assertEquals(serialise / 1e9, view.serialiseSeconds());
  }

  @Test
  void addsMillionsOfSpansQuickly() {
    assertTimeout(
        Duration.ofSeconds(10),
        () -> {
          for (var i = 0L; i < 5_000_000; i++) {
            track.add(i * 1000, 100, 700, 100);
          }
        });
    track.copyInto(view);

    assertEquals(5_000_000, track.count());
    assertEquals(3.5, view.computeSeconds());
    assertEquals(0.7, view.computeShare(1e9, 2e9), 0.001);
  }

  @Test
  void keepsSpansExactlyWhileTheyAreFew() {
    track.add(5, 1, 2, 3);
    track.copyInto(view);
    assertTrue(view.isExact());
    assertEquals(3, view.exact(0, 3));

    for (var i = 1; i <= DensityTrack.MOST_EXACT; i++) {
      track.add(i * 100L, 1, 2, 3);
      track.copyInto(view);
    }

    assertFalse(view.isExact());
    assertEquals(DensityTrack.MOST_EXACT + 1, view.count());
  }

  @Test
  void copiesOnlyWhatChanged() {
    track.add(0, 1, 2, 3);

    assertTrue(track.copyInto(view));
    assertFalse(track.copyInto(view));
  }

  @Test
  void viewsDoNotFollowLaterAdditions() {
    track.add(0, 10, 1_000_000, 10);
    track.copyInto(view);
    track.add(2_000_000, 10, 60_000_000_000L, 10);

    assertEquals(0.001, view.computeSeconds());
    track.copyInto(view);
    assertEquals(60.001, view.computeSeconds());
  }

  @Test
  void knowsHowBusyAStretchWas() {
    track.add(0, 0, 1L << 16, 0);
    track.add(3L << 16, 1L << 15, 0, 0);
    track.copyInto(view);

    assertEquals(1, view.computeShare(0, 1 << 16));
    assertEquals(0.5, view.computeShare(0, 2 << 16));
    assertEquals(0.5, view.serialiseShare(3 << 16, 4 << 16));
  }

  @Test
  void refusesNegativeDurations() {
    assertThrows(IllegalArgumentException.class, () -> track.add(0, 1, -1, 1));
  }
}
