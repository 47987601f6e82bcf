package speedup.ipc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@Timeout(60)
@DisabledOnOs(OS.WINDOWS)
class DeadlockTest {
  /** Takes one lock, meets the others, takes the next; says what came of it. */
  private static String takeBoth(BaseLock one, BaseLock next, ProcessBarrier meeting)
      throws Exception {
    try (var _ = one.hold()) {
      meeting.await();
      try (var _ = next.hold()) {
        return "got both";
      } catch (DeadlockException e) {
        return e.getMessage();
      }
    }
  }

  @Test
  void threeProcessesInACircleAreNamedInOneOfThemAndTheOthersGoOn() throws Exception {
    try (var red = new ProcessLock("red");
        var green = new ProcessRLock("green");
        var blue = new ProcessLock("blue");
        var meeting = new ProcessBarrier(3);
        var first = new Child();
        var second = new Child()) {
      var firstEnd = first.start(() -> takeBoth(red, green, meeting));
      var secondEnd = second.start(() -> takeBoth(green, blue, meeting));
      var ends =
          List.of(
              takeBoth(blue, red, meeting),
              firstEnd.get(Child.LIMIT).toString(),
              secondEnd.get(Child.LIMIT).toString());
      var deadlocks = ends.stream().filter(end -> end.startsWith("deadlock")).toList();
      assertEquals(1, deadlocks.size(), ends.toString());
      assertEquals(2, ends.stream().filter("got both"::equals).count(), ends.toString());
      for (var part :
          List.of(
              "\"red\"",
              "\"green\"",
              "\"blue\"",
              "worker 1",
              "main process",
              "pid " + ProcessHandle.current().pid(),
              "thread \"" + Thread.currentThread().getName() + "\"")) {
        assertTrue(deadlocks.getFirst().contains(part), part + " in " + deadlocks.getFirst());
      }
    }
  }

  @Test
  void twoThreadsOfOneProcessAreFoundToo() throws Exception {
    try (var red = new ProcessLock("red");
        var green = new ProcessLock("green");
        var meeting = new ProcessBarrier(2)) {
      var other = new AtomicReference<String>();
      var thread =
          Thread.ofPlatform()
              .name("other")
              .start(() -> {
                try {
                  other.set(takeBoth(red, green, meeting));
                } catch (Exception e) {
                  other.set(e.toString());
                }
              });
      assertEquals("got both", takeBoth(green, red, meeting));
      assertTrue(thread.join(Child.LIMIT));
      assertTrue(other.get().contains("thread \"other\""), other.get());
    }
  }

  @Test
  void oneThatWaitsForItselfIsTold() throws Exception {
    try (var lock = new ProcessLock("door")) {
      lock.acquire();
      var error = assertThrows(DeadlockException.class, lock::acquire);
      assertTrue(error.getMessage().contains("ProcessRLock"), error.getMessage());
      assertFalse(lock.tryAcquire(Duration.ofMillis(500)), "one with an end is no deadlock");
      lock.release();
      assertTrue(lock.tryAcquire());
    }
  }

  @Test
  void waitingForLongIsNoDeadlock() throws Exception {
    try (var lock = new ProcessLock("door");
        var running = new ProcessEvent();
        var child = new Child()) {
      var holder =
          child.start(() -> {
            try (var _ = lock.hold()) {
              running.set();
              return new ProcessEvent().await(Duration.ofMillis(800));
            }
          });
      running.await();
      lock.acquire();
      lock.release();
      assertEquals(false, holder.get(Child.LIMIT));
    }
  }
}
