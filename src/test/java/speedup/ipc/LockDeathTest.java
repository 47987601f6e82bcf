package speedup.ipc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import speedup.Kills;

/** Processes that are killed with a lock, or while they wait for it. */
@Timeout(300)
@EnabledOnOs(OS.LINUX)
class LockDeathTest {
  static Stream<Supplier<BaseLock>> locks() {
    return Stream.of(ProcessLock::new, ProcessRLock::new);
  }

  /** Two numbers, equal whenever the lock is free. */
  private static Object changeForEver(BaseLock lock, Tally tally, ProcessEvent running)
      throws Exception {
    while (true) {
      try (var _ = lock.hold()) {
        tally.increment(0);
        running.set();
        tally.increment(1);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("locks")
  void aKilledHolderHangsNobodyAndTheNextOneIsTold(Supplier<BaseLock> kind) throws Exception {
    try (var lock = kind.get();
        var tally = Tally.create();
        var running = new ProcessEvent();
        var child = new Child()) {
      for (var i = 0; i < Kills.count(); i++) {
        child.killDuring(running, () -> changeForEver(lock, tally, running));
        assertTrue(lock.tryAcquire(Child.LIMIT), "round " + i);
        if (!lock.wasAbandoned()) {
          assertEquals(tally.get(0), tally.get(1), "round " + i);
        }
        tally.set(1, tally.get(0));
        lock.release();
        assertFalse(lock.isHeld());
        assertTrue(lock.tryAcquire());
        assertFalse(lock.wasAbandoned());
        lock.release();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("locks")
  void aHolderThatIsKilledForCertainLeavesTheMark(Supplier<BaseLock> kind) throws Exception {
    try (var lock = kind.get();
        var running = new ProcessEvent();
        var child = new Child()) {
      child.killDuring(
          running,
          () -> {
            lock.acquire();
            running.set();
            new ProcessEvent().await();
            return 0;
          });
      assertFalse(lock.tryAcquire(), "to try does not look for the dead");
      lock.acquire();
      assertTrue(lock.wasAbandoned());
      lock.release();
      lock.acquire();
      assertFalse(lock.wasAbandoned());
      lock.release();
    }
  }

  @ParameterizedTest
  @MethodSource("locks")
  void aKilledWaiterHangsNobody(Supplier<BaseLock> kind) throws Exception {
    try (var lock = kind.get();
        var running = new ProcessEvent();
        var child = new Child()) {
      for (var i = 0; i < Kills.count(); i++) {
        lock.acquire();
        child.killDuring(
            running,
            () -> {
              running.set();
              lock.acquire();
              return 0;
            });
        lock.release();
        assertTrue(lock.tryAcquire(Child.LIMIT), "round " + i);
        assertFalse(lock.wasAbandoned());
        lock.release();
      }
    }
  }
}
