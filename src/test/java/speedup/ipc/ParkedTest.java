package speedup.ipc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A process that cannot wait in the kernel, together with one that can. */
@Timeout(120)
@DisabledOnOs(OS.WINDOWS)
class ParkedTest {
  private static final int ROUNDS = 2_000;

  private static Child parked() {
    return new Child("-Dspeedup.waiting=park");
  }

  static Stream<Supplier<BaseLock>> locks() {
    return Stream.of(ProcessLock::new, ProcessRLock::new);
  }

  private static int increments(BaseLock lock, Tally tally) throws InterruptedException {
    for (var i = 0; i < ROUNDS; i++) {
      try (var _ = lock.hold()) {
        tally.increment(0);
      }
    }
    return ROUNDS;
  }

  @ParameterizedTest
  @MethodSource("locks")
  void lockedIncrementsAreNotLost(Supplier<BaseLock> kind) throws Exception {
    try (var lock = kind.get();
        var tally = Tally.create();
        var child = parked()) {
      var other = child.start(() -> increments(lock, tally));
      increments(lock, tally);
      other.get(Child.LIMIT);
      assertEquals(2 * ROUNDS, tally.get(0));
    }
  }

  @Test
  void noPermitIsLost() throws Exception {
    try (var ping = new ProcessSemaphore(0);
        var pong = new BoundedSemaphore(1);
        var child = parked()) {
      assertTrue(pong.tryAcquire());
      var other =
          child.start(() -> {
            for (var i = 0; i < ROUNDS; i++) {
              ping.acquire();
              pong.release();
            }
            return ROUNDS;
          });
      for (var i = 0; i < ROUNDS; i++) {
        ping.release();
        assertTrue(pong.tryAcquire(Child.LIMIT), "round " + i);
      }
      assertEquals(ROUNDS, other.get(Child.LIMIT));
    }
  }

  @Test
  void noSignalOfAnEventIsLost() throws Exception {
    try (var ping = new ProcessEvent();
        var pong = new ProcessEvent();
        var child = parked()) {
      var other =
          child.start(() -> {
            for (var i = 0; i < ROUNDS; i++) {
              ping.await();
              ping.clear();
              pong.set();
            }
            return ROUNDS;
          });
      for (var i = 0; i < ROUNDS; i++) {
        ping.set();
        assertTrue(pong.await(Child.LIMIT), "round " + i);
        pong.clear();
      }
      assertEquals(ROUNDS, other.get(Child.LIMIT));
    }
  }

  @Test
  void bothArriveAtABarrierInEveryRound() throws Exception {
    try (var barrier = new ProcessBarrier(2);
        var child = parked()) {
      var other =
          child.start(() -> {
            var indexes = 0;
            for (var i = 0; i < ROUNDS; i++) {
              indexes += barrier.await();
            }
            return indexes;
          });
      var indexes = 0;
      for (var i = 0; i < ROUNDS; i++) {
        indexes += barrier.await();
      }
      assertEquals(ROUNDS, indexes + (Integer) other.get(Child.LIMIT));
    }
  }
}
