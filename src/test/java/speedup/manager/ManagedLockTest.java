package speedup.manager;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import speedup.pool.ProcessPool;

@DisabledOnOs(OS.WINDOWS)
class ManagedLockTest extends WithManager {
  private static final Duration SHORT = Duration.ofMillis(20);

  @Test
  void letsInOneAtATime() throws Exception {
    var lock = manager.lock();
    assertFalse(lock.isHeld());
    try (var _ = lock.hold()) {
      assertTrue(lock.isHeld());
      assertFalse(lock.tryAcquire());
      assertFalse(lock.tryAcquire(SHORT));
      assertFalse(ManagedLockTest.<ManagedLock, Boolean>there(ManagedLock::tryAcquire, lock));
      assertFalse(lock.wasAbandoned());
    }
    assertTrue(lock.tryAcquire(SHORT));
    there(
        taken -> {
          taken.release(); // any thread may
          return 0;
        },
        lock);
    assertThrows(IllegalMonitorStateException.class, lock::release);
  }

  @Test
  void aReentrantOneBelongsToItsThread() throws Exception {
    var lock = manager.reentrantLock();
    lock.acquire();
    lock.acquire();
    assertTrue(lock.tryAcquire());
    lock.release();
    lock.release();
    other.run(() -> {
      assertFalse(lock.tryAcquire());
      assertThrows(IllegalMonitorStateException.class, lock::release);
      return 0;
    });
    var thrown = new AtomicReference<Throwable>();
    var thread =
        new Thread(() ->
            thrown.set(assertThrows(IllegalMonitorStateException.class, () -> lock.release())));
    thread.start();
    thread.join();
    assertTrue(thrown.get().getMessage().contains("another thread"), String.valueOf(thrown));
    lock.release();
    assertFalse(lock.isHeld());
    assertThrows(IllegalMonitorStateException.class, lock::release);
  }

  @Test
  void increments() throws Exception {
    var lock = manager.lock();
    ManagedValue<Integer> value = manager.value(0);
    try (var pool = ProcessPool.open(3)) {
      pool.map(
          number -> {
            for (var i = 0; i < 100; i++) {
              try (var _ = lock.hold()) {
                value.set(value.get() + 1);
              }
            }
            return number;
          },
          List.of(1, 2, 3),
          1);
    }
    assertEquals(300, value.get());
  }

  @Test
  void aWaitCanBeInterrupted() throws Exception {
    var lock = manager.lock();
    for (var i = 0; i < 50; i++) {
      lock.acquire();
      var begun = new CountDownLatch(1);
      var got = new AtomicReference<Object>();
      var waiter =
          new Thread(() -> {
            begun.countDown();
            try {
              lock.acquire();
              got.set(Thread.currentThread().isInterrupted());
              lock.release();
            } catch (InterruptedException e) {
              got.set(e);
            }
          });
      waiter.start();
      begun.await();
      if (i % 2 == 0) {
        Thread.yield();
        waiter.interrupt();
        waiter.join();
        assertTrue(got.get() instanceof InterruptedException, "round " + i + ": " + got);
        lock.release();
      } else {
        lock.release();
        waiter.interrupt();
        waiter.join();
        assertFalse(lock.isHeld(), "round " + i);
      }
    }
  }

  @Test
  void otherOperationsLeaveAnInterruptAsItIs() {
    var lock = manager.lock();
    Thread.currentThread().interrupt();
    assertThrows(InterruptedException.class, lock::acquire);
    Thread.currentThread().interrupt();
    assertFalse(lock.isHeld());
    assertTrue(lock.tryAcquire());
    assertTrue(Thread.interrupted());
    lock.release();
  }

  @Test
  void semaphoresCount() throws Exception {
    var semaphore = manager.semaphore(2);
    semaphore.acquire();
    try (var _ = semaphore.hold()) {
      assertEquals(0, semaphore.availablePermits());
      assertFalse(semaphore.tryAcquire());
      assertFalse(semaphore.tryAcquire(SHORT));
    }
    there(
        permits -> {
          permits.release(5);
          return 0;
        },
        semaphore);
    assertEquals(6, semaphore.availablePermits());
    assertThrows(IllegalArgumentException.class, () -> semaphore.release(0));
    assertThrows(IllegalArgumentException.class, () -> manager.semaphore(-1));
    var bounded = manager.boundedSemaphore(1);
    assertThrows(IllegalStateException.class, bounded::release);
    assertTrue(bounded.tryAcquire(SHORT));
    bounded.release();
    assertThrows(IllegalStateException.class, bounded::release);
    assertEquals(1, bounded.availablePermits());
  }

  @Test
  void eventsAreWaitedFor() throws Exception {
    var go = manager.event();
    var done = manager.event();
    assertFalse(go.isSet());
    assertFalse(go.await(SHORT));
    var result =
        other.start(() -> {
          go.await();
          done.set();
          return go.isSet();
        });
    go.set();
    assertTrue(done.await(OtherProcess.LIMIT));
    assertEquals(true, result.get(OtherProcess.LIMIT));
    go.clear();
    assertFalse(go.isSet());
  }
}
