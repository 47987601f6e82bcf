package speedup.manager;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisabledOnOs(OS.WINDOWS)
class ManagedQueueTest extends WithManager {
  private static final Duration SHORT = Duration.ofMillis(20);

  private static List<String> script(BlockingQueue<String> queue) {
    var drained = new ArrayList<String>();
    return new Notes()
        .add(() -> queue.offer("a"))
        .add(() -> queue.add("b"))
        .does(() -> queue.put("c"))
        .add(() -> queue.offer("d"))
        .add(() -> queue.add("d"))
        .add(() -> queue.addAll(List.of("d")))
        .add(() -> queue.offer("d", 5, TimeUnit.MILLISECONDS))
        .add(queue::remainingCapacity)
        .add(() -> queue.offer(null))
        .add(() -> queue)
        .add(queue::size)
        .add(queue::peek)
        .add(queue::element)
        .add(queue::take)
        .add(queue::poll)
        .add(queue::remove)
        .add(queue::remove)
        .add(queue::element)
        .add(queue::poll)
        .add(queue::peek)
        .add(() -> queue.poll(5, TimeUnit.MILLISECONDS))
        .add(() -> queue.addAll(List.of("x", "y", "z")))
        .add(() -> queue.contains("y"))
        .add(() -> queue.remove("y"))
        .add(() -> queue.drainTo(drained, 1))
        .add(() -> queue.drainTo(drained))
        .add(() -> drained)
        .add(() -> queue.add("p"))
        .does(queue::clear)
        .add(queue::isEmpty)
        .lines();
  }

  @Test
  void doesWhatAnyQueueDoes() throws Exception {
    assertDoesTheSame(
        ManagedQueueTest::script, new ArrayBlockingQueue<>(3), manager.queue(3), manager.queue(3));
  }

  @Test
  void whoTakesWaitsForWhoPuts() throws Exception {
    ManagedQueue<Integer> questions = manager.queue(1);
    ManagedQueue<Integer> answers = manager.queue();
    var done =
        other.start(() -> {
          for (var i = 0; i < 500; i++) {
            answers.put(questions.take() + 1);
          }
          return "done";
        });
    for (var i = 0; i < 500; i++) {
      questions.put(i);
    }
    for (var i = 0; i < 500; i++) {
      assertEquals(i + 1, answers.poll(OtherProcess.LIMIT));
    }
    assertEquals("done", done.get(OtherProcess.LIMIT));
    assertNull(answers.poll(SHORT));
    assertTrue(questions.offer(1, SHORT));
    assertFalse(questions.offer(2, SHORT));
  }

  @Test
  void tellsWhenAllIsDone() throws Exception {
    ManagedQueue<Integer> queue = manager.queue();
    assertTrue(queue.join(Duration.ZERO));
    queue.addAll(List.of(1, 2));
    assertFalse(queue.join(SHORT));
    other.run(() -> {
      for (var i = 0; i < 2; i++) {
        queue.take();
        queue.taskDone();
      }
      return 0;
    });
    queue.join();
    assertThrows(IllegalStateException.class, queue::taskDone);
    assertThrows(IllegalArgumentException.class, () -> manager.queue(0));
  }

  @Test
  void anInterruptedWaitTakesNothing() throws Exception {
    ManagedQueue<Integer> queue = manager.queue();
    for (var i = 0; i < 200; i++) {
      var taken = new ArrayList<Integer>();
      var begun = new CountDownLatch(1);
      var taker =
          new Thread(() -> {
            begun.countDown();
            try {
              taken.add(queue.take());
            } catch (InterruptedException e) {
              taken.add(-1);
            }
          });
      taker.start();
      begun.await();
      queue.put(i);
      taker.interrupt();
      taker.join();
      var left = queue.poll();
      if (taken.getFirst() == -1) {
        assertEquals(i, left);
      } else {
        assertEquals(i, taken.getFirst());
        assertNull(left);
      }
    }
  }
}
