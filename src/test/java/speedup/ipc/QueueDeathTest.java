package speedup.ipc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.BitSet;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Processes that use a queue are killed at random moments. */
@Timeout(300)
@EnabledOnOs(OS.LINUX)
class QueueDeathTest {
  private static final int STARTED = 0;
  private static final int DONE = 1;
  private static final int MANY = 20_000;
  private static final Duration MOMENT = Duration.ofMillis(100);

  @Test
  void aKilledProducerLeavesWholeItemsInTheirOrder() throws Exception {
    try (var child = new Child();
        var running = new ProcessEvent();
        var tally = Tally.create()) {
      for (var i = 0; i < Child.kills(); i++) {
        var large = i % 2 == 0; // whose memory grows all the time
        try (var queue = new ProcessQueue<int[]>()) {
          child.killDuring(
              running,
              () -> {
                running.set();
                for (var n = 0; ; n++) {
                  tally.set(STARTED, n + 1);
                  queue.put(filled(n, large));
                  tally.set(DONE, n + 1);
                }
              });
          var size = queue.size();
          assertTrue(size >= tally.get(DONE), "lost");
          assertTrue(size <= tally.get(STARTED), "more than were put");
          queue.put(filled(size, false));
          for (var n = 0; n <= size; n++) {
            checkFilled(n, queue.poll(Child.LIMIT));
          }
          assertNull(queue.poll());
          var halves = queue.abandonedPuts();
          assertTrue(halves == 0 || halves == 1 && size < tally.get(STARTED), "" + halves);
          checkDone(queue, size + 1);
        }
      }
    }
  }

  /** All its elements are the same number, and so many that lengths differ. */
  private static int[] filled(int number, boolean large) {
    var item = new int[1 + number % 100 * (large ? 1000 : 1)];
    Arrays.fill(item, number);
    return item;
  }

  private static void checkFilled(int number, int[] item) {
    for (var element : item) {
      if (element != number) {
        throw new IllegalStateException(element + " in item " + number);
      }
    }
  }

  /** So many are done, not one more, and the file goes with the queue. */
  private static void checkDone(ProcessQueue<?> queue, long count) throws Exception {
    for (var i = 0L; i < count; i++) {
      queue.taskDone();
    }
    assertTrue(queue.join(Duration.ZERO));
    assertThrows(IllegalStateException.class, queue::taskDone);
    queue.close();
    assertFalse(Files.exists(queue.region().path()));
  }

  @Test
  void aKilledConsumerLosesAtMostWhatItHad() throws Exception {
    try (var child = new Child();
        var running = new ProcessEvent();
        var tally = Tally.create()) {
      for (var i = 0; i < Child.kills(); i++) {
        try (var queue = new ProcessQueue<int[]>()) {
          for (var n = 0; n < MANY; n++) {
            queue.put(filled(n, false));
          }
          tally.set(DONE, 0);
          child.killDuring(
              running,
              () -> {
                running.set();
                for (var n = 0; ; n++) {
                  checkFilled(n, queue.take());
                  tally.set(DONE, n + 1);
                }
              });
          var left = queue.size();
          var taken = tally.get(DONE);
          assertTrue(left == MANY - taken || left == MANY - taken - 1, left + " left of " + taken);
          for (var n = MANY - left; n < MANY; n++) {
            checkFilled(n, queue.poll(Child.LIMIT));
          }
          assertNull(queue.poll());
          assertEquals(0, queue.abandonedPuts());
          checkDone(queue, MANY);
        }
      }
    }
  }

  @Test
  void aJoinIsToldOfItemsWhoseTakerWasKilled() throws Exception {
    try (var child = new Child();
        var running = new ProcessEvent();
        var queue = new ProcessQueue<Integer>()) {
      for (var n = 0; n < 3; n++) {
        queue.put(n);
      }
      child.killDuring(
          running,
          () -> {
            queue.take();
            queue.take();
            queue.taskDone();
            assertFalse(queue.join(Duration.ofMillis(50))); // nobody is dead
            running.set();
            queue.join();
            return 0;
          });
      assertEquals(2, queue.take());
      queue.taskDone();
      var told = assertThrows(IllegalStateException.class, queue::join);
      assertTrue(told.getMessage().startsWith("1 items"), told.getMessage());
      assertThrows(IllegalStateException.class, () -> queue.join(Child.LIMIT));
      queue.taskDone();
      queue.join();
      assertThrows(IllegalStateException.class, queue::taskDone);
    }
  }

  /** One that takes and puts, and often waits for both, is killed: the others do not notice. */
  @Test
  void aKilledNeighbourHangsNobody() throws Exception {
    try (var child = new Child();
        var neighbour = new Child();
        var running = new ProcessEvent();
        var in = new ProcessQueue<Integer>(3);
        var out = new ProcessQueue<Integer>(2)) {
      var passing = neighbour.start(() -> pass(in, out));
      var feeder = inThread(() -> feed(in));
      var drainer = inThread(() -> drain(out));
      for (var i = 0; i < Child.kills(); i++) {
        child.killDuring(
            running,
            () -> {
              running.set();
              return pass(in, out);
            });
      }
      in.shutdown();
      int put = feeder.get(Child.LIMIT.toSeconds(), TimeUnit.SECONDS);
      assertTrue((int) passing.get(Child.LIMIT) <= put);
      out.shutdown();
      var came = drainer.get(Child.LIMIT.toSeconds(), TimeUnit.SECONDS);
      assertTrue(came.length() <= put, "more than were put");
      assertTrue(came.cardinality() >= put - Child.kills(), "more lost than the dead had in hand");
      assertEquals(0, in.size());
      assertEquals(0, out.size());
    }
  }

  private static <R> FutureTask<R> inThread(Callable<R> body) {
    var task = new FutureTask<>(body);
    Thread.ofPlatform().daemon().start(task);
    return task;
  }

  private static int pass(ProcessQueue<Integer> in, ProcessQueue<Integer> out) throws Exception {
    for (var n = 0; ; n++) {
      try {
        out.put(in.take());
      } catch (QueueShutdownException e) {
        return n;
      }
    }
  }

  private static int feed(ProcessQueue<Integer> queue) throws Exception {
    for (var n = 0; ; n++) {
      try {
        queue.put(n);
      } catch (QueueShutdownException e) {
        return n;
      }
    }
  }

  private static BitSet drain(ProcessQueue<Integer> queue) throws Exception {
    var came = new BitSet();
    for (; ; ) {
      try {
        int item = queue.take();
        if (came.get(item)) {
          throw new IllegalStateException("twice: " + item);
        }
        came.set(item);
      } catch (QueueShutdownException e) {
        return came;
      }
    }
  }
}
