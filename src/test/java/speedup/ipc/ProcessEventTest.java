package speedup.ipc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import speedup.Kills;

@Timeout(120)
@DisabledOnOs(OS.WINDOWS)
class ProcessEventTest {
  private static final int ROUNDS = 10_000;

  @Test
  void isSetAndCleared() throws Exception {
    try (var event = new ProcessEvent()) {
      assertFalse(event.isSet());
      assertFalse(event.await(Duration.ofMillis(10)));
      assertFalse(event.await(Duration.ZERO));
      event.set();
      event.set();
      assertTrue(event.isSet());
      event.await();
      assertTrue(event.await(Duration.ZERO));
      event.clear();
      event.clear();
      assertFalse(event.isSet());
    }
  }

  @Test
  void wakesAnotherProcessEachTime() throws Exception {
    try (var child = new Child()) {
      wakesEachTime(child, ROUNDS);
    }
  }

  static void wakesEachTime(Child child, int rounds) throws Exception {
    try (var ping = new ProcessEvent();
        var pong = new ProcessEvent()) {
      var other =
          child.start(() -> {
            for (var i = 0; i < rounds; i++) {
              ping.await();
              ping.clear();
              pong.set();
            }
            return rounds;
          });
      for (var i = 0; i < rounds; i++) {
        ping.set();
        assertTrue(pong.await(Child.LIMIT), "round " + i);
        pong.clear();
      }
      assertEquals(rounds, other.get(Child.LIMIT));
    }
  }

  @Test
  void whoWaitsGoesOnEvenIfItIsClearedAtOnce() throws Exception {
    try (var event = new ProcessEvent();
        var ready = new ProcessSemaphore(0);
        var child = new Child()) {
      var waiter =
          child.start(() -> {
            ready.release();
            return event.await(Child.LIMIT);
          });
      ready.acquire();
      while (!waiter.ready()) {
        event.set();
        event.clear();
        Thread.onSpinWait();
      }
      assertEquals(true, waiter.get(Child.LIMIT));
    }
  }

  @Test
  void aKilledWaiterHangsNobody() throws Exception {
    try (var event = new ProcessEvent();
        var running = new ProcessEvent();
        var child = new Child()) {
      for (var i = 0; i < Kills.count(); i++) {
        child.killDuring(
            running,
            () -> {
              running.set();
              event.await();
              return 0;
            });
        event.set();
        assertTrue(event.await(Child.LIMIT));
        event.clear();
      }
    }
  }

  @Test
  void anInterruptEndsTheWait() throws Exception {
    try (var event = new ProcessEvent()) {
      Thread.currentThread().interrupt();
      assertThrows(InterruptedException.class, event::await);
      var waiter = Thread.currentThread();
      var interrupter =
          Thread.ofPlatform()
              .start(() -> {
                while (waiter.getState() == Thread.State.NEW) {
                  Thread.onSpinWait();
                }
                waiter.interrupt();
              });
      assertThrows(InterruptedException.class, event::await);
      interrupter.join();
    }
  }

  @Test
  void isOfNoUseOnceClosed() {
    var event = new ProcessEvent();
    event.close();
    event.close();
    assertTrue(event.isClosed());
    assertThrows(IllegalStateException.class, event::set);
    assertThrows(IllegalStateException.class, event::await);
    assertEquals("event, closed", event.toString());
  }
}
