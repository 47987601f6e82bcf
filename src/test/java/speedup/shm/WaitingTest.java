package speedup.shm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(60)
@EnabledOnOs(OS.LINUX)
class WaitingTest {
  private static final int ROUNDS = 200;
  private static final long LONG = Duration.ofSeconds(30).toNanos();

  static Stream<Waiting> all() {
    return Stream.of(Waitings.PARK, Waitings.kernel());
  }

  @Test
  void thisProcessMayUseTheKernel() {
    assertTrue(Waitings.canUseKernel(), "the build gives its tests --enable-native-access");
  }

  @ParameterizedTest
  @MethodSource("all")
  void aWaitEndsWithTheChangeOrTheTime(Waiting waiting) throws Exception {
    try (var region = SharedRegion.create(1, 64)) {
      var memory = region.body();
      assertTrue(waiting.await(memory, 0, 0, 2_000_000));
      assertTrue(waiting.await(memory, 0, 0, 0));
      assertFalse(waiting.await(memory, 0, 1, LONG));
      var other =
          Thread.ofPlatform()
              .start(() -> {
                for (var i = 0; i < ROUNDS; i++) {
                  while (Words.getInt(memory, 0) != 2 * i + 1) {
                    waiting.await(memory, 0, 2 * i, LONG);
                  }
                  Words.setIntVolatile(memory, 0, 2 * i + 2);
                  waiting.wake(memory, 0, 1);
                }
              });
      for (var i = 0; i < ROUNDS; i++) {
        Words.setIntVolatile(memory, 0, 2 * i + 1);
        waiting.wake(memory, 0, 1);
        while (Words.getInt(memory, 0) != 2 * i + 2) {
          waiting.await(memory, 0, 2 * i + 1, LONG);
        }
      }
      assertTrue(other.join(Duration.ofSeconds(20)));
      assertEquals(2 * ROUNDS, Words.getInt(memory, 0));
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void memoryMayBeClosedUnderAWaiter(Waiting waiting) throws Exception {
    var region = SharedRegion.create(1, 64);
    var memory = region.body();
    var waiter =
        Thread.ofPlatform()
            .start(() -> {
              try {
                while (true) {
                  waiting.await(memory, 0, 0, 1_000_000);
                }
              } catch (IllegalStateException e) {
                // closed, as expected
              }
            });
    region.close();
    assertTrue(waiter.join(Duration.ofSeconds(20)));
  }

  @Test
  void aPauseSpinsThenSleepsThenEnds() throws Exception {
    try (var region = SharedRegion.create(1, 64)) {
      var pause = Pause.upTo(200_000_000);
      while (pause.spin(region.body(), 0, 0)) {
        assertFalse(pause.hasSlept());
      }
      while (pause.sleep(region.waiting(), region.body(), 0, 0)) {
        assertFalse(pause.spin());
      }
      assertTrue(pause.hasSlept());
      assertTrue(pause.waitedNanos() >= 200_000_000);
      assertFalse(pause.isForever());
      assertTrue(Pause.upTo(Pause.FOREVER).isForever());
      var none = Pause.upTo(0);
      assertFalse(none.spin());
      assertFalse(none.spin(region.body(), 0, 0));
      assertFalse(none.sleep(region.waiting(), region.body(), 0, 0));
    }
  }
}
