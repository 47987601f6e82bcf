package speedup.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class BackgroundLoadTest {
  @Test
  void countsIdleAndWaitingForDisksAsNotBusy() {
    var stat = "cpu  100 1 50 800 40 2 3 4 7 7\ncpu0 1 2 3 4 5 6 7 8 9 10\nintr 5\n";

    assertEquals(Optional.of(new BackgroundLoad(1000, 160, 33)), BackgroundLoad.machine(stat, 33));
  }

  @Test
  void tellsNothingFromAnotherFormat() {
    assertEquals(Optional.empty(), BackgroundLoad.machine("", 0));
    assertEquals(Optional.empty(), BackgroundLoad.machine("cpu 1 2\n", 0));
  }

  @Test
  void readsTheTimeOfAProcessWhoseNameHasSpacesAndBrackets() {
    var stat = "4711 (a) b (c) S 1 1 1 0 -1 4194560 9 9 9 9 10 20 30 40 20 0 33 0 5\n";

    assertEquals(100, BackgroundLoad.processTicks(stat));
  }

  @Test
  void takesOurOwnTimeOffTheBusyTime() {
    var before = new BackgroundLoad(1000, 100, 50);

    assertEquals(OptionalDouble.of(0.25), before.shareUntil(new BackgroundLoad(1200, 250, 150)));
  }

  @Test
  void staysWithinZeroAndOne() {
    var before = new BackgroundLoad(1000, 100, 50);

    assertEquals(OptionalDouble.of(0), before.shareUntil(new BackgroundLoad(1200, 150, 150)));
    assertEquals(OptionalDouble.of(1), before.shareUntil(new BackgroundLoad(1200, 400, 40)));
  }

  @Test
  void tellsNothingWhenNoTickPassed() {
    var now = new BackgroundLoad(1000, 100, 50);

    assertEquals(OptionalDouble.empty(), now.shareUntil(now));
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void readsThisMachineAndIgnoresAProcessThatIsGone() {
    var load = BackgroundLoad.read(List.of(Long.MAX_VALUE)).orElseThrow();

    assertTrue(load.allTicks() >= load.busyTicks());
    assertTrue(load.busyTicks() >= load.ourTicks() && load.ourTicks() > 0);
  }
}
