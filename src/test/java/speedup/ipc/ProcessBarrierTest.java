package speedup.ipc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import speedup.Kills;
import speedup.pool.ProcessPool;

@Timeout(300)
@DisabledOnOs(OS.WINDOWS)
class ProcessBarrierTest {
  private static final int ROUNDS = 10_000;

  @Test
  void oneAloneNeverWaits() throws Exception {
    try (var barrier = new ProcessBarrier(1)) {
      var tally = new int[1];
      assertEquals(0, barrier.await());
      assertEquals(0, barrier.await(() -> tally[0]++));
      assertEquals(1, tally[0]);
      assertEquals(1, barrier.parties());
      assertEquals(0, barrier.waitingParties());
    }
    assertThrows(IllegalArgumentException.class, () -> new ProcessBarrier(0));
  }

  @Test
  void nobodyIsARoundAhead() throws Exception {
    try (var barrier = new ProcessBarrier(2);
        var tally = Tally.create();
        var child = new Child()) {
      var other =
          child.start(() -> {
            var indexes = 0L;
            for (var i = 0; i < ROUNDS; i++) {
              tally.set(1, i);
              indexes += barrier.await(() -> tally.increment(2));
              if (tally.get(0) < i) {
                return -1;
              }
            }
            return indexes;
          });
      var indexes = 0L;
      for (var i = 0; i < ROUNDS; i++) {
        tally.set(0, i);
        indexes += barrier.await(() -> tally.increment(2));
        assertTrue(tally.get(1) >= i);
      }
      assertEquals(ROUNDS, indexes + (Long) other.get(Child.LIMIT));
      assertEquals(ROUNDS, tally.get(2), "one action a round");
    }
  }

  @Test
  void breaksWhenTheTimeIsUpAndIsNewAfterAReset() throws Exception {
    try (var barrier = new ProcessBarrier(2)) {
      for (var i = 0; i < 3; i++) {
        var error =
            assertThrows(BrokenBarrierException.class, () -> barrier.await(Duration.ofMillis(10)));
        assertTrue(error.getMessage().contains("time"), error.getMessage());
        assertTrue(barrier.isBroken());
        assertThrows(BrokenBarrierException.class, barrier::await);
        barrier.reset();
        assertFalse(barrier.isBroken());
        assertEquals(0, barrier.waitingParties());
      }
    }
  }

  @Test
  void breaksWhenTheActionFails() {
    try (var barrier = new ProcessBarrier(1)) {
      assertThrows(
          ArithmeticException.class,
          () ->
              barrier.await(() -> {
                throw new ArithmeticException();
              }));
      assertTrue(barrier.isBroken());
    }
  }

  /** What another process, which waits, is told. */
  private static String toldWhen(ThrowingUser breaking) throws Exception {
    try (var barrier = new ProcessBarrier(2);
        var child = new Child()) {
      var waiter =
          child.start(() -> {
            try {
              return barrier.await();
            } catch (BrokenBarrierException e) {
              return e.getMessage();
            }
          });
      while (barrier.waitingParties() == 0) {
        Thread.onSpinWait();
      }
      breaking.use(barrier);
      return waiter.get(Child.LIMIT).toString();
    }
  }

  private interface ThrowingUser {
    void use(ProcessBarrier barrier) throws Exception;
  }

  @Test
  void whoWaitsIsToldOfAnAbortAReset() throws Exception {
    var aborted = toldWhen(ProcessBarrier::abort);
    assertTrue(aborted.contains("abort"), aborted);
    var reset = toldWhen(ProcessBarrier::reset);
    assertTrue(reset.contains("reset while"), reset);
  }

  @Test
  void anInterruptBreaksIt() {
    try (var barrier = new ProcessBarrier(2)) {
      Thread.currentThread().interrupt();
      assertThrows(InterruptedException.class, barrier::await);
      assertFalse(barrier.isBroken(), "it had not come");
      var waiter = Thread.currentThread();
      Thread.ofPlatform()
          .start(() -> {
            while (barrier.waitingParties() == 0) {
              Thread.onSpinWait();
            }
            waiter.interrupt();
          });
      assertThrows(InterruptedException.class, barrier::await);
      assertTrue(barrier.isBroken());
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aKilledPartyBreaksIt() throws Exception {
    try (var barrier = new ProcessBarrier(2);
        var running = new ProcessEvent();
        var child = new Child()) {
      for (var i = 0; i < Kills.count(); i++) {
        var mine =
            Thread.ofPlatform()
                .start(() -> {
                  try {
                    while (true) {
                      barrier.await();
                    }
                  } catch (BrokenBarrierException | InterruptedException e) {
                    // the end of this round, as expected
                  }
                });
        child.killDuring(
            running,
            () -> {
              while (true) {
                barrier.await();
                running.set();
              }
            });
        assertTrue(mine.join(Child.LIMIT), "round " + i);
        var error = assertThrows(BrokenBarrierException.class, barrier::await);
        assertTrue(error.getMessage().contains("ended without closing"), error.getMessage());
        barrier.reset();
      }
    }
  }

  @Test
  void processesThatLeftInOrderDoNotBreakIt() throws Exception {
    try (var barrier = new ProcessBarrier(2)) {
      for (var i = 0; i < 2; i++) {
        try (var pool = ProcessPool.open(2)) {
          var indexes = pool.map(_ -> barrier.await(Child.LIMIT), List.of(1, 2), 1);
          assertEquals(Set.of(0, 1), Set.copyOf(indexes));
        }
      }
      assertThrows(BrokenBarrierException.class, () -> barrier.await(Duration.ofMillis(100)));
      var error = assertThrows(BrokenBarrierException.class, barrier::await);
      assertTrue(error.getMessage().contains("time"), error.getMessage());
    }
  }
}
