package speedup.ipc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** What is in a queue, looked at without taking it. */
@Timeout(60)
@DisabledOnOs(OS.WINDOWS)
class QueuePeekTest {
  private static final int NUMBERS = 20_000;

  private static FutureTask<Integer> aside(Callable<Integer> operation) {
    var task = new FutureTask<>(operation);
    Thread.ofPlatform().daemon().start(task);
    return task;
  }

  private static int result(FutureTask<Integer> task) throws Exception {
    return task.get(Child.LIMIT.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Test
  void showsItsItemsWithoutTakingThem() throws Exception {
    try (var queue = new ProcessQueue<String>()) {
      assertEquals(List.of(), queue.peek(3));
      var large = "x".repeat(200_000); // needs memory of its own
      for (var item : List.of("a", large, "b", "c")) {
        queue.put(item);
      }
      assertEquals(List.of("a", large, "b"), queue.peek(3));
      assertEquals(List.of(), queue.peek(0));
      assertEquals("a", queue.take());
      assertEquals(List.of(large, "b", "c"), queue.peek(Integer.MAX_VALUE));
      assertEquals(3, queue.size());
      assertEquals(large, queue.take());
      assertEquals("b", queue.take());
      assertThrows(IllegalArgumentException.class, () -> queue.peek(-1));
    }
  }

  @Test
  void showsItemsInOrderWhileOthersTakeThem() throws Exception {
    try (var queue = new ProcessQueue<Integer>(10)) {
      var producer =
          aside(() -> {
            for (var i = 0; i < NUMBERS; i++) {
              queue.put(i);
            }
            return NUMBERS;
          });
      var consumer =
          aside(() -> {
            for (var i = 0; i < NUMBERS; i++) {
              assertEquals(i, queue.take());
            }
            return NUMBERS;
          });
      while (!consumer.isDone()) {
        var seen = queue.peek(10);
        assertTrue(seen.size() <= 10);
        for (var i = 1; i < seen.size(); i++) {
          assertEquals(seen.getFirst() + i, seen.get(i));
        }
      }
      assertEquals(NUMBERS, result(producer));
      assertEquals(NUMBERS, result(consumer));
    }
  }

  @Test
  void showsWhatIsLeftAfterAShutdown() throws Exception {
    try (var queue = new ProcessQueue<Integer>()) {
      queue.put(1);
      queue.put(2);
      queue.shutdown();
      assertEquals(List.of(1, 2), queue.peek(5));
      assertEquals(1, queue.take());
      assertEquals(2, queue.take());
      assertEquals(List.of(), queue.peek(5));
    }
  }
}
