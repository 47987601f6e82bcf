package speedup.ipc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import speedup.Kills;
import speedup.pool.AsyncResult;

@Timeout(300)
@DisabledOnOs(OS.WINDOWS)
class ProcessConditionTest {
  private static final int ROUNDS = 10_000;
  private static final Duration SHORT = Duration.ofMillis(10);

  @Test
  void needsItsLock() throws Exception {
    try (var lock = new ProcessLock();
        var condition = new ProcessCondition(lock)) {
      assertSame(lock, condition.lock());
      assertThrows(IllegalMonitorStateException.class, condition::await);
      assertThrows(IllegalMonitorStateException.class, condition::signal);
      assertThrows(IllegalMonitorStateException.class, condition::signalAll);
      assertThrows(IllegalMonitorStateException.class, () -> condition.awaitFor(() -> true));
      lock.acquire();
      assertThrows(IllegalArgumentException.class, () -> condition.signal(0));
      condition.signalAll();
      assertFalse(condition.await(SHORT));
      assertFalse(condition.awaitFor(() -> false, SHORT));
      assertTrue(condition.awaitFor(() -> true, SHORT));
      lock.release();
    }
  }

  @Test
  void givesBackALockThatWasTakenTwiceAndTakesItTwiceAgain() throws Exception {
    try (var condition = new ProcessCondition();
        var child = new Child()) {
      var lock = condition.lock();
      lock.acquire();
      lock.acquire();
      var other =
          child.start(() -> {
            try (var _ = condition.lock().hold()) {
              condition.signal();
            }
            return 0;
          });
      assertTrue(condition.await(Child.LIMIT));
      other.get(Child.LIMIT);
      lock.release();
      assertTrue(lock.isHeld());
      lock.release();
      assertFalse(lock.isHeld());
      assertThrows(IllegalMonitorStateException.class, lock::release);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void noNotificationIsLost(boolean parked) throws Exception {
    var flags = parked ? new String[] {"-Dspeedup.waiting=park"} : new String[0];
    try (var condition = new ProcessCondition();
        var tally = Tally.create();
        var child = new Child(flags)) {
      var rounds = parked ? ROUNDS / 10 : ROUNDS;
      var other =
          child.start(() -> {
            for (var i = 0; i < rounds; i++) {
              try (var _ = condition.lock().hold()) {
                condition.awaitFor(() -> tally.get(0) == 1);
                tally.set(0, 0);
                condition.signal();
              }
            }
            return 0;
          });
      for (var i = 0; i < rounds; i++) {
        try (var _ = condition.lock().hold()) {
          tally.set(0, 1);
          condition.signal();
          assertTrue(condition.awaitFor(() -> tally.get(0) == 0, Child.LIMIT), "round " + i);
        }
      }
      other.get(Child.LIMIT);
    }
  }

  /** A process that waits, and another, and so on, in this order. */
  private static List<AsyncResult<Object>> waiters(
      ProcessCondition condition, Tally tally, List<Child> children) throws Exception {
    var waiters = new ArrayList<AsyncResult<Object>>();
    for (var child : children) {
      var before = waiters.size();
      waiters.add(
          child.start(() -> {
            try (var _ = condition.lock().hold()) {
              tally.increment(0);
              return condition.await(Child.LIMIT);
            }
          }));
      while (waitingNow(condition, tally) == before) {
        Thread.onSpinWait();
      }
    }
    return waiters;
  }

  private static long waitingNow(ProcessCondition condition, Tally tally) throws Exception {
    try (var _ = condition.lock().hold()) { // so those who have counted themselves wait already
      return tally.get(0);
    }
  }

  @Test
  void notifiesThoseWhoWaitLongest() throws Exception {
    try (var condition = new ProcessCondition();
        var tally = Tally.create();
        var a = new Child();
        var b = new Child();
        var c = new Child()) {
      var waiters = waiters(condition, tally, List.of(a, b, c));
      try (var _ = condition.lock().hold()) {
        condition.signal(2);
      }
      assertEquals(true, waiters.get(0).get(Child.LIMIT));
      assertEquals(true, waiters.get(1).get(Child.LIMIT));
      assertFalse(waiters.get(2).ready());
      try (var _ = condition.lock().hold()) {
        condition.signalAll();
      }
      assertEquals(true, waiters.get(2).get(Child.LIMIT));
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aNotificationOfTheKilledGoesToTheNext() throws Exception {
    try (var condition = new ProcessCondition();
        var running = new ProcessEvent();
        var tally = Tally.create();
        var first = new Child();
        var second = new Child()) {
      for (var i = 0; i < Kills.count() / 2; i++) {
        tally.set(0, 0);
        first.killDuring(
            running,
            () -> {
              try (var _ = condition.lock().hold()) {
                running.set();
                condition.await();
              }
              return 0;
            });
        var waiter = waiters(condition, tally, List.of(second)).getFirst();
        try (var _ = condition.lock().hold()) {
          condition.signal(); // the dead one came first
        }
        assertEquals(true, waiter.get(Child.LIMIT), "round " + i);
      }
    }
  }

  @Test
  void anInterruptedWaiterHasItsLockAgain() throws Exception {
    try (var condition = new ProcessCondition()) {
      var waiter = Thread.currentThread();
      condition.lock().acquire();
      var interrupter =
          Thread.ofPlatform()
              .start(() -> {
                try (var _ = condition.lock().hold()) { // so the other one waits
                  waiter.interrupt();
                } catch (InterruptedException e) {
                  throw new AssertionError(e);
                }
              });
      assertThrows(InterruptedException.class, condition::await);
      interrupter.join();
      condition.lock().release();
    }
  }
}
