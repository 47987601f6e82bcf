package speedup.manager;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import speedup.ipc.ProcessEvent;

/** Clients that are killed in the middle of anything. */
@Timeout(300)
@EnabledOnOs(OS.LINUX)
class KilledClientTest {
  private static final String KILLS = "speedup.kills";
  private static final int PERMITS = 3;

  /** How often something is killed in a test. */
  static int kills() {
    return Integer.getInteger(KILLS, 16);
  }

  /** What a client uses. */
  record Things(
      ManagedLock lock,
      ManagedMap<String, Integer> numbers,
      ManagedSemaphore permits,
      ManagedQueue<Integer> queue,
      ManagedList<Object> nested,
      ManagedValue<byte[]> large) {
    static Things of(Manager manager) {
      return new Things(
          manager.reentrantLock(),
          manager.map(),
          manager.boundedSemaphore(PERMITS),
          manager.queue(),
          manager.list(),
          manager.value(new byte[0]));
    }

    /** For ever. */
    Object use(ProcessEvent running) throws Exception {
      for (var i = 0; ; i++) {
        switch (ThreadLocalRandom.current().nextInt(6)) {
          case 0 -> {
            try (var _ = lock.hold()) {
              numbers.merge("a", 1, Integer::sum);
              running.set();
              numbers.merge("b", 1, Integer::sum);
            }
          }
          case 1 -> {
            permits.acquire();
            if (permits.tryAcquire()) {
              permits.release();
            }
            permits.release();
          }
          case 2 -> queue.put(numbers.merge("put", 1, Integer::sum));
          case 3 -> {
            nested.add(List.of(nested, lock));
            nested.clear();
          }
          case 4 -> {
            var bytes = new byte[200_000];
            bytes[0] = (byte) i;
            bytes[bytes.length - 1] = (byte) i;
            large.set(bytes);
          }
          default -> queue.poll();
        }
      }
    }

    /** That nobody has left anything half done. */
    void check(String round) throws Exception {
      assertTrue(lock.tryAcquire(OtherProcess.LIMIT), round);
      if (!lock.wasAbandoned()) {
        assertEquals(numbers.getOrDefault("a", 0), numbers.getOrDefault("b", 0), round);
      }
      numbers.put("a", 0);
      numbers.put("b", 0);
      lock.release();
      assertFalse(lock.isHeld(), round);
      for (var i = 0; i < PERMITS; i++) {
        assertTrue(permits.tryAcquire(OtherProcess.LIMIT), round);
      }
      assertEquals(0, permits.availablePermits(), round);
      permits.release(PERMITS);
      var left = queue.snapshot();
      queue.clear();
      assertEquals(left.stream().distinct().sorted().toList(), left, round);
      var bytes = large.get();
      assertTrue(bytes.length == 0 || bytes[0] == bytes[bytes.length - 1], round);
      nested.clear();
    }
  }

  private static void awaitOneClient(Manager manager, int others) {
    var from = System.nanoTime();
    while (manager.count()[1] > 1 + others) {
      assertTrue(System.nanoTime() - from < OtherProcess.LIMIT.toNanos(), "a dead client stays");
      LockSupport.parkNanos(1_000_000);
    }
  }

  @Test
  void leavesNothingHalfDone() throws Exception {
    try (var manager = Manager.start();
        var running = new ProcessEvent();
        var other = new OtherProcess()) {
      var things = Things.of(manager);
      for (var i = 0; i < kills(); i++) {
        other.killDuring(running, () -> things.use(running));
        things.check("round " + i);
      }
      awaitOneClient(manager, 0);
      assertTrue(manager.count()[2] <= 4, "connections of the dead stay");
      assertEquals(6, manager.count()[0]);
    }
  }

  /** One thread for each kind of wait. */
  private static Object waitEverywhere(Meeting meeting, ProcessEvent running) throws Exception {
    for (var wait : meeting.waits()) {
      var thread =
          new Thread(() -> {
            try {
              wait.run();
            } catch (Exception e) {
              throw new AssertionError(e);
            }
          });
      thread.setDaemon(true);
      thread.start();
    }
    while (meeting.barrier().waitingParties() < 1) {
      Thread.onSpinWait();
    }
    running.set();
    new CountDownLatch(1).await();
    return 0;
  }

  /** What the dead have waited for. */
  record Meeting(
      ManagedLock lock,
      ManagedCondition condition,
      ManagedQueue<Integer> queue,
      ManagedSemaphore permits,
      ManagedBarrier barrier) {
    List<OtherProcess.Body> waits() {
      return List.of(
          () -> {
            lock.acquire();
            return 0;
          },
          () -> {
            condition.lock().acquire();
            condition.await();
            return 0;
          },
          queue::take,
          () -> {
            permits.acquire();
            return 0;
          },
          barrier::await);
    }
  }

  @Test
  void aKilledWaiterTakesNothing() throws Exception {
    try (var manager = Manager.start();
        var running = new ProcessEvent();
        var other = new OtherProcess()) {
      var meeting =
          new Meeting(
              manager.lock(),
              manager.condition(),
              manager.queue(),
              manager.semaphore(0),
              manager.barrier(2));
      for (var i = 0; i < Math.max(3, kills() / 4); i++) {
        meeting.lock().acquire();
        other.killDuring(running, () -> waitEverywhere(meeting, running));
        assertThrows(BrokenBarrierException.class, meeting.barrier()::await);
        awaitOneClient(manager, 0);
        meeting.barrier().reset();
        meeting.lock().release();
        assertTrue(meeting.lock().tryAcquire(OtherProcess.LIMIT));
        assertFalse(meeting.lock().wasAbandoned());
        meeting.lock().release();
        meeting.queue().put(i);
        assertEquals(i, meeting.queue().poll(OtherProcess.LIMIT));
        meeting.permits().release();
        assertTrue(meeting.permits().tryAcquire(OtherProcess.LIMIT));
        assertEquals(0, meeting.permits().availablePermits());
        try (var _ = meeting.condition().lock().hold()) {
          meeting.condition().signal();
        }
      }
    }
  }

  @Test
  void aHolderThatIsKilledForCertainLeavesTheMark() throws Exception {
    try (var manager = Manager.start();
        var running = new ProcessEvent();
        var other = new OtherProcess()) {
      var lock = manager.lock();
      other.killDuring(
          running,
          () -> {
            lock.acquire();
            running.set();
            lock.acquire(); // which it has: waits for itself
            return 0;
          });
      lock.acquire();
      assertTrue(lock.wasAbandoned());
      lock.release();
      lock.acquire();
      assertFalse(lock.wasAbandoned());
    }
  }
}
