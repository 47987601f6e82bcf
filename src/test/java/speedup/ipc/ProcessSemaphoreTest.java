package speedup.ipc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import speedup.Kills;
import speedup.pool.ProcessPool;

@Timeout(300)
@DisabledOnOs(OS.WINDOWS)
class ProcessSemaphoreTest {
  private static final int ROUNDS = 10_000;

  @Test
  void countsItsPermits() throws Exception {
    try (var semaphore = new ProcessSemaphore(2)) {
      semaphore.acquire();
      try (var _ = semaphore.hold()) {
        assertEquals(0, semaphore.availablePermits());
        assertFalse(semaphore.tryAcquire());
        assertFalse(semaphore.tryAcquire(Duration.ofMillis(10)));
      }
      assertTrue(semaphore.tryAcquire(Duration.ZERO));
      semaphore.release(2);
      semaphore.release(5);
      assertEquals(7, semaphore.availablePermits());
    }
  }

  @Test
  void misuseIsAnError() {
    assertThrows(IllegalArgumentException.class, () -> new ProcessSemaphore(-1));
    try (var semaphore = new ProcessSemaphore(Integer.MAX_VALUE);
        var bounded = new BoundedSemaphore(1)) {
      assertThrows(IllegalArgumentException.class, () -> semaphore.release(0));
      assertThrows(IllegalStateException.class, semaphore::release);
      assertThrows(IllegalStateException.class, bounded::release);
      assertTrue(bounded.tryAcquire());
      bounded.release();
      assertThrows(IllegalStateException.class, bounded::release);
      assertEquals(1, bounded.availablePermits());
    }
  }

  @Test
  void neverLetsInMoreThanItHasPermits() throws Exception {
    try (var places = new BoundedSemaphore(2);
        var door = new ProcessLock();
        var tally = Tally.create();
        var pool = ProcessPool.open(3)) {
      pool.map(
          _ -> {
            for (var i = 0; i < ROUNDS; i++) {
              places.acquire();
              try (var _ = door.hold()) {
                tally.increment(0);
                tally.set(1, Math.max(tally.get(0), tally.get(1)));
              }
              try (var _ = door.hold()) {
                tally.set(0, tally.get(0) - 1);
              }
              places.release();
            }
            return 0;
          },
          List.of(1, 2, 3),
          1);
      assertEquals(0, tally.get(0));
      assertTrue(tally.get(1) <= 2);
      assertEquals(2, places.availablePermits());
    }
  }

  @Test
  void carriesSignalsFromProcessToProcess() throws Exception {
    try (var child = new Child()) {
      carriesEach(child, ROUNDS);
    }
  }

  static void carriesEach(Child child, int rounds) throws Exception {
    try (var ping = new ProcessSemaphore(0);
        var pong = new ProcessSemaphore(0)) {
      var other =
          child.start(() -> {
            for (var i = 0; i < rounds; i++) {
              ping.acquire();
              pong.release();
            }
            return rounds;
          });
      for (var i = 0; i < rounds; i++) {
        ping.release();
        assertTrue(pong.tryAcquire(Child.LIMIT), "round " + i);
      }
      assertEquals(rounds, other.get(Child.LIMIT));
      assertEquals(0, ping.availablePermits());
      assertEquals(0, pong.availablePermits());
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void permitsOfTheKilledReturn() throws Exception {
    try (var semaphore = new BoundedSemaphore(3);
        var running = new ProcessEvent();
        var child = new Child()) {
      for (var i = 0; i < Kills.count(); i++) {
        child.killDuring(
            running,
            () -> {
              while (true) {
                semaphore.acquire();
                semaphore.acquire();
                running.set();
                semaphore.release();
                semaphore.acquire();
                semaphore.release(2);
              }
            });
        for (var permit = 0; permit < 3; permit++) {
          assertTrue(semaphore.tryAcquire(Child.LIMIT), "round " + i);
        }
        assertEquals(0, semaphore.availablePermits());
        semaphore.release(3);
      }
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void signalsThatTheKilledTookDoNotReturn() throws Exception {
    try (var signals = new ProcessSemaphore(0);
        var running = new ProcessEvent();
        var child = new Child()) {
      for (var i = 0; i < 3; i++) {
        signals.release();
        child.killDuring(
            running,
            () -> {
              signals.acquire();
              running.set();
              signals.acquire();
              return 0;
            });
        assertFalse(signals.tryAcquire(Duration.ofMillis(20)));
        assertEquals(0, signals.availablePermits());
      }
    }
  }
}
