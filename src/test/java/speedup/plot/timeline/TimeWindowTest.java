package speedup.plot.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class TimeWindowTest {
  private static final TimeWindow ALL = new TimeWindow(0, 10_000_000);

  @Test
  void theMomentUnderThePointerStaysWhereItIs() {
    var random = new Random(1);
    for (int i = 0; i < 1_000; i++) {
      long from = 2_000_000 + random.nextLong(3_000_000);
      var window = new TimeWindow(from, from + 10_000 + random.nextLong(1_000_000));
      long at = window.from() + random.nextLong(window.span());
      double place = (at - window.from()) / (double) window.span();

      var next = window.zoom(at, 0.5 + random.nextDouble(), ALL);

      assertEquals(place, (at - next.from()) / (double) next.span(), 2.0 / next.span());
    }
  }

  @Test
  void noLookLeavesTheRun() {
    var window = new TimeWindow(9_000_000, 10_000_000);

    assertEquals(ALL, window.zoom(9_500_000, 1_000, ALL));
    assertEquals(window, window.pan(5_000_000, ALL));
    assertEquals(new TimeWindow(0, 1_000_000), window.pan(-50_000_000, ALL));
  }

  @Test
  void thereIsAClosestLook() {
    var close = ALL;
    for (int i = 0; i < 200; i++) {
      close = close.zoom(5_000_000, 0.8, ALL);
    }

    assertEquals(TimeWindow.CLOSEST, close.span());
    assertTrue(close.contains(5_000_000));
  }

  @Test
  void aRunShorterThanTheClosestLookIsShownWhole() {
    var all = TimeWindow.all(0);

    assertEquals(all, all.zoom(0, 0.1, all));
  }

  @Test
  void movesOnlyAsFarAsNeededToShowAStretch() {
    var window = new TimeWindow(1_000_000, 2_000_000);

    assertEquals(window, window.showing(new TimeWindow(1_200_000, 1_300_000), ALL));
    var later = window.showing(new TimeWindow(2_500_000, 2_600_000), ALL);
    assertEquals(window.span(), later.span());
    assertTrue(later.contains(2_500_000) && later.contains(2_600_000));
    var wider = window.showing(new TimeWindow(3_000_000, 6_000_000), ALL);
    assertTrue(wider.contains(3_000_000) && wider.contains(6_000_000));
  }

  @Test
  void refusesTimeThatRunsBackwards() {
    assertThrows(IllegalArgumentException.class, () -> new TimeWindow(5, 5));
  }
}
