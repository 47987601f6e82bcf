package speedup.manager;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import speedup.pool.ProcessPool;

/** Conditions and barriers. */
@DisabledOnOs(OS.WINDOWS)
class ManagedMeetingTest extends WithManager {
  private static final Duration SHORT = Duration.ofMillis(20);

  @Test
  void whoWaitsIsNotified() throws Exception {
    var condition = manager.condition();
    ManagedList<Integer> tray = manager.list();
    var result =
        other.start(() -> {
          var sum = 0;
          for (var i = 0; i < 100; i++) {
            try (var _ = condition.lock().hold()) {
              condition.awaitFor(() -> !tray.isEmpty());
              sum += tray.removeFirst();
              condition.signalAll();
            }
          }
          return sum;
        });
    for (var i = 0; i < 100; i++) {
      try (var _ = condition.lock().hold()) {
        tray.add(i);
        condition.signal();
        assertTrue(condition.awaitFor(tray::isEmpty, OtherProcess.LIMIT));
      }
    }
    assertEquals(4950, result.get(OtherProcess.LIMIT));
  }

  @Test
  void theLockIsGivenBackAsOftenAsItWasTaken() throws Exception {
    var lock = manager.reentrantLock();
    var condition = manager.condition(lock);
    assertEquals(lock, condition.lock());
    assertThrows(IllegalMonitorStateException.class, condition::await);
    assertThrows(IllegalMonitorStateException.class, condition::signal);
    assertThrows(IllegalMonitorStateException.class, () -> condition.awaitFor(() -> true));
    assertThrows(IllegalArgumentException.class, () -> condition.signal(0));
    lock.acquire();
    lock.acquire();
    assertFalse(condition.await(SHORT));
    assertFalse(condition.awaitFor(() -> false, SHORT));
    lock.release();
    assertTrue(lock.isHeld());
    var result = other.start(() -> notified(condition));
    assertFalse(condition.await(SHORT));
    lock.release();
    while (!result.await(Duration.ZERO)) {
      try (var _ = lock.hold()) {
        condition.signal(3);
      }
    }
    assertEquals(true, result.get(OtherProcess.LIMIT));
    Thread.currentThread().interrupt();
    assertTrue(lock.tryAcquire());
    assertThrows(InterruptedException.class, condition::await);
    lock.release();
    try (var second = Manager.start()) {
      assertThrows(IllegalArgumentException.class, () -> second.condition(lock));
    }
  }

  private static boolean notified(ManagedCondition condition) throws Exception {
    try (var _ = condition.lock().hold()) {
      return condition.await(OtherProcess.LIMIT);
    }
  }

  @Test
  void partiesMeet() throws Exception {
    var barrier = manager.barrier(3);
    ManagedList<String> log = manager.list();
    try (var pool = ProcessPool.open(3)) {
      var indices =
          pool.map(
              _ -> {
                var seen = new HashSet<Integer>();
                for (var i = 0; i < 20; i++) {
                  var round = i;
                  log.add("come");
                  seen.add(barrier.await(OtherProcess.LIMIT, () -> log.add("round " + round)));
                }
                return seen;
              },
              List.of(1, 2, 3),
              1);
      assertTrue(indices.stream().allMatch(Set.of(0, 1, 2)::containsAll));
    }
    for (var i = 0; i < 20; i++) {
      assertEquals("round " + i, log.get(4 * i + 3));
    }
    assertEquals(80, log.size());
    assertEquals(3, barrier.parties());
    assertEquals(0, barrier.waitingParties());
  }

  @Test
  void aBarrierBreaks() throws Exception {
    var barrier = manager.barrier(2);
    var broken = assertThrows(BrokenBarrierException.class, () -> barrier.await(SHORT));
    assertTrue(broken.getMessage().contains("was up"), broken.getMessage());
    assertTrue(barrier.isBroken());
    assertThrows(BrokenBarrierException.class, barrier::await);
    barrier.reset();
    assertFalse(barrier.isBroken());
    var waiter = other.start(() -> outcome(barrier));
    while (barrier.waitingParties() == 0) {
      Thread.onSpinWait();
    }
    assertThrows(
        ArithmeticException.class,
        () ->
            barrier.await(() -> {
              throw new ArithmeticException();
            }));
    assertTrue(waiter.get(OtherProcess.LIMIT).toString().contains("action failed"));
    barrier.reset();
    waiter = other.start(() -> outcome(barrier));
    while (barrier.waitingParties() == 0) {
      Thread.onSpinWait();
    }
    barrier.reset();
    assertTrue(waiter.get(OtherProcess.LIMIT).toString().contains("was reset"));
    waiter = other.start(() -> outcome(barrier));
    while (barrier.waitingParties() == 0) {
      Thread.onSpinWait();
    }
    barrier.abort();
    assertTrue(waiter.get(OtherProcess.LIMIT).toString().contains("called abort"));
    barrier.reset();
    Thread.currentThread().interrupt();
    assertThrows(InterruptedException.class, barrier::await);
    assertFalse(barrier.isBroken());
    assertThrows(IllegalArgumentException.class, () -> manager.barrier(0));
  }

  private static String outcome(ManagedBarrier barrier) throws InterruptedException {
    try {
      return "met as " + barrier.await();
    } catch (BrokenBarrierException e) {
      return e.getMessage();
    }
  }
}
