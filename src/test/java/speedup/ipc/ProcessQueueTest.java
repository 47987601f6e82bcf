package speedup.ipc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InvalidObjectException;
import java.io.Serial;
import java.io.Serializable;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Each operation of a queue, by one process alone. */
@Timeout(60)
@DisabledOnOs(OS.WINDOWS)
class ProcessQueueTest {
  private static final Duration SHORT = Duration.ofMillis(30);
  private static final Duration TOLERANCE = Duration.ofSeconds(5);

  record Order(String bread, int count) {}

  record Envelope(ProcessQueue<Integer> reply) {}

  /** Can be written, but not be read. */
  static final class Unreadable implements Serializable {
    private static final long serialVersionUID = 1L;

    @Serial
    private Object readResolve() throws InvalidObjectException {
      throw new InvalidObjectException("not today");
    }
  }

  @FunctionalInterface
  private interface Operation<R> {
    R run() throws Exception;
  }

  /** Runs it in a thread of its own; the future has its result. */
  private static <R> FutureTask<R> aside(Operation<R> operation) {
    var task = new FutureTask<>(operation::run);
    Thread.ofPlatform().daemon().start(task);
    return task;
  }

  private static <R> R result(FutureTask<R> task) throws Exception {
    return task.get(Child.LIMIT.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static <R> R takesAbout(Duration limit, Operation<R> operation) throws Exception {
    var from = System.nanoTime();
    var result = operation.run();
    var took = Duration.ofNanos(System.nanoTime() - from);
    assertTrue(took.compareTo(limit) >= 0, "after " + took);
    assertTrue(took.compareTo(limit.plus(TOLERANCE)) < 0, "after " + took);
    return result;
  }

  @Test
  void givesWhatWasPutInItsOrder() throws Exception {
    try (var queue = new ProcessQueue<Integer>()) {
      assertTrue(queue.isEmpty());
      queue.put(1);
      queue.add(2);
      assertTrue(queue.offer(3));
      assertTrue(queue.offer(4, SHORT));
      assertEquals(4, queue.size());
      assertFalse(queue.isEmpty());
      assertEquals(1, queue.take());
      assertEquals(2, queue.poll());
      assertEquals(3, queue.remove());
      assertEquals(4, queue.poll(SHORT));
      assertEquals(0, queue.size());
      assertEquals(0, queue.abandonedPuts());
      assertEquals(ProcessQueue.UNBOUNDED, queue.capacity());
      assertEquals(ProcessQueue.UNBOUNDED, queue.remainingCapacity());
    }
  }

  @Test
  void saysWhenItIsEmpty() throws Exception {
    try (var queue = new ProcessQueue<Integer>()) {
      assertNull(queue.poll());
      assertNull(queue.poll(Duration.ZERO));
      assertNull(takesAbout(SHORT, () -> queue.poll(SHORT)));
      assertThrows(NoSuchElementException.class, queue::remove);
    }
  }

  @Test
  void holdsNoMoreThanItsCapacity() throws Exception {
    try (var queue = new ProcessQueue<Integer>(2)) {
      queue.put(1);
      assertEquals(1, queue.remainingCapacity());
      queue.put(2);
      assertFalse(queue.offer(3));
      assertFalse(queue.offer(3, Duration.ZERO));
      assertFalse(takesAbout(SHORT, () -> queue.offer(3, SHORT)));
      assertThrows(IllegalStateException.class, () -> queue.add(3));
      assertEquals(0, queue.remainingCapacity());
      assertEquals(2, queue.capacity());
      assertEquals("queue, 2 items of at most 2", queue.toString());
      assertEquals(1, queue.take());
      queue.add(4);
      assertEquals(2, queue.take());
      assertEquals(4, queue.take());
    }
  }

  @Test
  void misuseIsAnError() {
    assertThrows(IllegalArgumentException.class, () -> new ProcessQueue<>(0));
    assertThrows(IllegalArgumentException.class, () -> new ProcessQueue<>(1, " "));
    var queue = new ProcessQueue<String>();
    var refused = assertThrows(NullPointerException.class, () -> queue.put(null));
    assertTrue(refused.getMessage().contains("put a value for it"), refused.getMessage());
    assertThrows(NullPointerException.class, () -> queue.offer(null));
    assertThrows(IllegalStateException.class, queue::taskDone);
    queue.close();
    assertThrows(IllegalStateException.class, () -> queue.put("a"));
    assertThrows(IllegalStateException.class, queue::take);
    assertThrows(IllegalStateException.class, queue::size);
    assertThrows(IllegalStateException.class, queue::shutdown);
    assertEquals("queue, closed", queue.toString());
  }

  @Test
  void waitsForRoomAndForItems() throws Exception {
    try (var queue = new ProcessQueue<Integer>(1)) {
      var taker = aside(queue::take);
      queue.put(1);
      assertEquals(1, result(taker));
      queue.put(2);
      var putter = aside(() -> queue.offer(3, Child.LIMIT));
      assertEquals(2, queue.poll(Child.LIMIT));
      assertTrue(result(putter));
      assertEquals(3, queue.poll(Child.LIMIT));
    }
  }

  @Test
  void carriesWhateverCrosses() throws Exception {
    try (var queue = new ProcessQueue<Object>();
        var reply = new ProcessQueue<Integer>()) {
      var items =
          List.of(
              7L,
              "text",
              true,
              'c',
              1.5,
              new Order("rye", 2),
              List.of(1, 2, 3),
              Map.of("a", 1),
              Set.of(1),
              Duration.ofDays(1));
      for (var item : items) {
        queue.put(item);
      }
      for (var item : items) {
        assertEquals(item, queue.take());
      }
      queue.put(new int[] {1, 2, 3});
      assertArrayEquals(new int[] {1, 2, 3}, (int[]) queue.take());
      Child.Body lambda = () -> items.size();
      queue.put(lambda);
      assertEquals(items.size(), ((Child.Body) queue.take()).run());
      queue.put(new Envelope(reply));
      ((Envelope) queue.take()).reply().put(5);
      assertEquals(5, reply.take());
    }
  }

  @Test
  void anItemThatCannotCrossDisturbsNothing() throws Exception {
    try (var queue = new ProcessQueue<Object>(2)) {
      queue.put(1);
      assertThrows(TransferException.class, () -> queue.put(new Object() {}));
      assertThrows(TransferException.class, () -> queue.offer(Thread.currentThread()));
      assertThrows(TransferException.class, () -> queue.put(List.of(URI.create("a:b"))));
      assertEquals(1, queue.size());
      queue.put(new Unreadable());
      assertEquals(1, queue.take());
      queue.put(2);
      assertThrows(TransferException.class, queue::take);
      assertEquals(2, queue.take());
      assertEquals(0, queue.size());
      assertEquals(0, queue.abandonedPuts());
    }
  }

  @Test
  void classesOfOtherPackagesCanBeAdmitted() throws Exception {
    var uri = URI.create("a:b");
    try (var queue = new ProcessQueue<URI>(3, "java.net.")) {
      queue.put(uri);
      assertEquals(uri, queue.take());
    }
  }

  @Test
  void growsWithoutABound() throws Exception {
    final var count = 100_000;
    try (var queue = new ProcessQueue<Object>()) {
      for (var turn = 0; turn < 3; turn++) {
        for (var i = 0; i < count; i++) {
          queue.put(i);
        }
        assertEquals(count, queue.size());
        for (var i = 0; i < count; i++) {
          assertEquals(i, queue.poll());
        }
        assertNull(queue.poll());
      }
    }
  }

  @Test
  void itemsOfAllSizesFollowEachOther() throws Exception {
    var random = new Random(1);
    var there = new ArrayDeque<byte[]>();
    try (var queue = new ProcessQueue<byte[]>()) {
      for (var step = 0; step < 20_000; step++) {
        if (random.nextInt(5) < (step / 1000 % 2 == 0 ? 3 : 2)) {
          var item = new byte[random.nextInt(1 << random.nextInt(1 + Math.min(17, step / 500)))];
          random.nextBytes(item);
          queue.put(item);
          there.add(item);
        } else {
          assertArrayEquals(there.poll(), queue.poll());
        }
        assertEquals(there.size(), queue.size());
      }
    }
  }

  @Test
  void takesWhatIsLargerThanItsMemory() throws Exception {
    try (var queue = new ProcessQueue<byte[]>(3)) {
      var large = new byte[64 << 20];
      large[0] = 1;
      large[large.length - 1] = 2;
      queue.put(new byte[] {5});
      queue.put(large);
      queue.put(new byte[] {6});
      assertArrayEquals(new byte[] {5}, queue.take());
      assertArrayEquals(large, queue.take());
      assertArrayEquals(new byte[] {6}, queue.take());
    }
  }

  @Test
  void knowsWhenAllIsDone() throws Exception {
    try (var queue = new ProcessQueue<Integer>()) {
      queue.join();
      queue.put(1);
      queue.put(2);
      assertFalse(takesAbout(SHORT, () -> queue.join(SHORT)));
      queue.take();
      queue.take();
      queue.taskDone();
      assertFalse(queue.join(Duration.ZERO));
      var joined = aside(() -> queue.join(Child.LIMIT));
      queue.taskDone();
      assertTrue(result(joined));
      assertTrue(queue.join(Duration.ZERO));
      assertThrows(IllegalStateException.class, queue::taskDone);
    }
  }

  @Test
  void isDrainedAfterItsShutdown() throws Exception {
    try (var queue = new ProcessQueue<Integer>(2)) {
      queue.put(1);
      queue.put(2);
      var putter = aside(() -> queue.offer(3, Child.LIMIT));
      assertFalse(queue.isShutdown());
      queue.shutdown();
      queue.shutdown();
      assertTrue(queue.isShutdown());
      var failed = assertThrows(Exception.class, () -> result(putter));
      assertTrue(failed.getCause() instanceof QueueShutdownException, failed.toString());
      assertThrows(QueueShutdownException.class, () -> queue.put(3));
      assertThrows(QueueShutdownException.class, () -> queue.offer(3));
      assertEquals(1, queue.take());
      assertThrows(QueueShutdownException.class, () -> queue.add(3));
      assertEquals(2, queue.poll());
      assertThrows(QueueShutdownException.class, queue::take);
      assertThrows(QueueShutdownException.class, queue::poll);
      assertThrows(QueueShutdownException.class, () -> queue.poll(SHORT));
      assertThrows(QueueShutdownException.class, queue::remove);
    }
  }

  @Test
  void aShutdownWakesWhoWaitsForItems() throws Exception {
    try (var queue = new ProcessQueue<Integer>()) {
      var taker = aside(queue::take);
      var other = aside(() -> queue.poll(Child.LIMIT));
      assertNull(queue.poll(SHORT)); // by then they sleep
      queue.shutdown();
      for (var waiter : List.of(taker, other)) {
        var failed = assertThrows(Exception.class, () -> result(waiter));
        assertTrue(failed.getCause() instanceof QueueShutdownException, failed.toString());
      }
    }
  }

  @Test
  void anInterruptEndsEveryWait() throws Exception {
    try (var queue = new ProcessQueue<Integer>(1)) {
      interrupts(queue::take);
      interrupts(() -> queue.poll(Child.LIMIT));
      queue.put(1);
      interrupts(() -> queue.offer(2, Child.LIMIT));
      interrupts(() -> {
        queue.put(2);
        return 0;
      });
      interrupts(() -> {
        queue.join();
        return 0;
      });
      assertEquals(1, queue.take());
      assertNull(queue.poll());
    }
  }

  private static void interrupts(Operation<?> operation) throws Exception {
    var started = new FutureTask<>(Thread::currentThread);
    var waiter =
        aside(() -> {
          started.run();
          return assertThrows(InterruptedException.class, operation::run);
        });
    started.get().interrupt();
    assertNotNull(result(waiter));
  }

  @Test
  void growsInAnInterruptedThread() throws Exception {
    try (var queue = new ProcessQueue<byte[]>()) {
      for (var i = 0; i < 3; i++) {
        Thread.currentThread().interrupt();
        queue.put(new byte[200_000 << i]);
        assertTrue(Thread.interrupted());
      }
      for (var i = 0; i < 3; i++) {
        assertEquals(200_000 << i, queue.take().length);
      }
    }
  }
}
