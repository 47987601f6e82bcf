package speedup.ipc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import speedup.pool.AsyncResult;
import speedup.pool.PoolException;
import speedup.pool.ProcessPool;

@Timeout(60)
@DisabledOnOs(OS.WINDOWS)
class ProcessLockTest {
  private static final int ROUNDS = 10_000;

  @Test
  void isTakenAndGivenBack() throws Exception {
    try (var lock = new ProcessLock("door")) {
      assertFalse(lock.isHeld());
      lock.acquire();
      assertTrue(lock.isHeld());
      assertFalse(lock.tryAcquire());
      assertFalse(lock.tryAcquire(Duration.ofMillis(20)));
      lock.release();
      assertTrue(lock.tryAcquire(Duration.ZERO));
      lock.release();
      try (var _ = lock.hold()) {
        assertTrue(lock.isHeld());
      }
      assertFalse(lock.isHeld());
      assertFalse(lock.wasAbandoned());
      assertEquals("door", lock.name());
    }
  }

  @Test
  void releaseOfAFreeLockIsAnError() {
    try (var lock = new ProcessLock("door")) {
      var error = assertThrows(IllegalMonitorStateException.class, lock::release);
      assertTrue(error.getMessage().contains("lock \"door\""), error.getMessage());
    }
  }

  @Test
  void excludesAllProcessesButOne() throws Exception {
    try (var lock = new ProcessLock();
        var tally = Tally.create();
        var pool = ProcessPool.open(2)) {
      pool.map(
          _ -> {
            for (var i = 0; i < ROUNDS; i++) {
              try (var _ = lock.hold()) {
                tally.increment(0);
              }
            }
            return 0;
          },
          IntStream.range(0, 4).boxed().toList(),
          1);
      assertEquals(4 * ROUNDS, tally.get(0));
    }
  }

  @Test
  void arrivesAsOneObjectHoweverItIsPassed() throws Exception {
    record Passed(ProcessLock lock, List<ProcessLock> more) {}
    try (var lock = new ProcessLock();
        var pool = ProcessPool.open(1)) {
      lock.acquire();
      Boolean same =
          pool.apply(
              passed -> passed.lock() == lock && passed.more().getFirst() == lock && lock.isHeld(),
              new Passed(lock, List.of(lock)));
      assertTrue(same);
      assertSame(lock, pool.apply(x -> x, lock));
    }
  }

  /** Crosses by JDK serialisation, with the lock in it. */
  private static final class Holder implements Serializable {
    private final ProcessLock lock;

    Holder(ProcessLock lock) {
      this.lock = lock;
    }
  }

  @Test
  void arrivesInsideOfAnObjectOfAnyClass() throws Exception {
    try (var lock = new ProcessLock("inside");
        var pool = ProcessPool.open(1)) {
      assertEquals("inside", pool.apply(holder -> holder.lock.name(), new Holder(lock)));
      assertSame(lock, pool.apply(holder -> holder, new Holder(lock)).lock);
    }
  }

  @Test
  void oneThatIsClosedCannotBeSent() {
    var lock = new ProcessLock();
    lock.close();
    try (var pool = ProcessPool.open(1)) {
      var error =
          assertThrows(
              PoolException.NotTransferable.class, () -> pool.apply(ProcessLock::isHeld, lock));
      assertTrue(error.getMessage().contains("closed"), error.getMessage());
    }
  }

  @Test
  void oneThatIsClosedOnTheWayDoesNotArrive() throws Exception {
    try (var pool = ProcessPool.open(1);
        var go = new ProcessEvent()) {
      var busy = pool.applyAsync(event -> event.await(Duration.ofSeconds(20)), go);
      AsyncResult<Boolean> late;
      try (var lock = new ProcessLock()) {
        late = pool.applyAsync(ProcessLock::isHeld, lock);
      }
      go.set();
      assertTrue(busy.get());
      var error = assertThrows(PoolException.class, late::get);
      assertTrue(error.getMessage().contains("closed"), error.getMessage());
    }
  }
}
