package speedup.workload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WaitsTest {
  private static final long MILLION = 1_000_000;

  /** Takes down what happens. */
  private static final class Notes implements Waits.Gate {
    final List<String> notes = new ArrayList<>();

    @Override
    public void leave() {
      notes.add("leave");
    }

    @Override
    public void enter() {
      notes.add("enter");
    }
  }

  @Test
  void aWaitGoesThroughTheGateOfItsThread() {
    var gate = new Notes();

    Waits.through(
        gate,
        () -> {
          gate.notes.add("before");
          assertEquals(7, Waits.<Integer, RuntimeException>during(() -> gate.notes.size() + 5));
          gate.notes.add("after");
        });

    assertEquals(List.of("before", "leave", "enter", "after"), gate.notes);
  }

  @Test
  void theGateIsEnteredAgainWhenTheWaitFails() {
    var gate = new Notes();

    Waits.through(
        gate,
        () ->
            assertThrows(
                IOException.class,
                () ->
                    Waits.during(() -> {
                      throw new IOException("gone");
                    })));

    assertEquals(List.of("leave", "enter"), gate.notes);
  }

  @Test
  void sleepsWithoutAGateToo() throws InterruptedException {
    var began = System.nanoTime();

    Waits.sleep(20);

    assertTrue(System.nanoTime() - began >= 20 * MILLION);
  }

  @Test
  void anInterruptEndsASleep() {
    Thread.currentThread().interrupt();

    assertThrows(InterruptedException.class, () -> Waits.sleep(60_000));
  }
}
