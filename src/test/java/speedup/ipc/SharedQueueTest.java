package speedup.ipc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import speedup.pool.AsyncResult;
import speedup.pool.ProcessPool;

/** Queues between processes. */
@Timeout(300)
@DisabledOnOs(OS.WINDOWS)
class SharedQueueTest {
  private static final String PARK = "-Dspeedup.waiting=park";
  private static final int FEW = 1_000;
  private static final int MANY = 10_000;
  private static final long PRODUCER = 1_000_000_000;
  private static final long LONG_PAUSE = 3_000_000;

  record Request(int number, ProcessQueue<Integer> reply) {}

  @Test
  void givesEachItemOnceInTheOrderOfItsProducer() throws Exception {
    try (var pool = ProcessPool.open(4)) {
      exchange(pool, ProcessQueue.UNBOUNDED, MANY);
      exchange(pool, 1, FEW);
      exchange(pool, 10, FEW);
    }
  }

  @Test
  @Tag("stress")
  void givesEachItemOnceTenThousandTimes() throws Exception {
    try (var pool = ProcessPool.open(4)) {
      for (var i = 0; i < 7; i++) {
        exchange(pool, 1 + i, MANY);
        exchange(pool, ProcessQueue.UNBOUNDED, 10 * MANY);
      }
    }
  }

  /** Two put and two take until the queue is shut down. */
  private static void exchange(ProcessPool pool, int capacity, int each) throws Exception {
    try (var queue = new ProcessQueue<Long>(capacity)) {
      var takers = new ArrayList<AsyncResult<long[]>>();
      for (var i = 0; i < 2; i++) {
        takers.add(pool.applyAsync(_ -> drain(queue), i));
      }
      var putters = new ArrayList<AsyncResult<Integer>>();
      for (var i = 0; i < 2; i++) {
        putters.add(
            pool.applyAsync(
                producer -> {
                  for (long n = 0; n < each; n++) {
                    queue.put(producer * PRODUCER + n);
                  }
                  return each;
                },
                i));
      }
      for (var putter : putters) {
        assertEquals(each, putter.get(Child.LIMIT));
      }
      assertTrue(queue.join(Child.LIMIT));
      queue.shutdown();
      var all = new HashSet<Long>();
      for (var taker : takers) {
        for (var item : taker.get(Child.LIMIT)) {
          assertTrue(all.add(item), "twice: " + item);
        }
      }
      assertEquals(2 * each, all.size());
      assertEquals(0, queue.size());
      assertEquals(0, queue.abandonedPuts());
    }
  }

  /** All that one consumer takes; fails when items of one producer come out of order. */
  private static long[] drain(ProcessQueue<Long> queue) throws InterruptedException {
    var items = new long[1024];
    var count = 0;
    var last = new long[] {-1, -1};
    try {
      for (; ; ) {
        long item = queue.take();
        var producer = (int) (item / PRODUCER);
        if (item % PRODUCER <= last[producer]) {
          throw new IllegalStateException(item + " after " + last[producer]);
        }
        last[producer] = item % PRODUCER;
        if (count == items.length) {
          items = Arrays.copyOf(items, 2 * count);
        }
        items[count++] = item;
        queue.taskDone();
      }
    } catch (QueueShutdownException e) {
      return Arrays.copyOf(items, count); // it is empty and stays so
    }
  }

  @Test
  void goesThereAndBack() throws Exception {
    roundTrips(MANY);
  }

  @Test
  void goesThereAndBackWhereTheKernelCannotBeUsed() throws Exception {
    roundTrips(FEW, PARK);
  }

  private static void roundTrips(int rounds, String... flags) throws Exception {
    try (var there = new ProcessQueue<Integer>();
        var back = new ProcessQueue<Integer>(1);
        var child = new Child(flags)) {
      var other =
          child.start(() -> {
            for (var i = 0; i < rounds; i++) {
              back.put(there.take() + 1);
            }
            return rounds;
          });
      for (var i = 0; i < rounds; i++) {
        if (i % FEW < 20) {
          LockSupport.parkNanos(LONG_PAUSE); // the other really sleeps
        }
        there.put(i);
        assertEquals(i + 1, back.poll(Child.LIMIT), "round " + i);
      }
      assertEquals(rounds, other.get(Child.LIMIT));
    }
  }

  @Test
  void waitersForRoomAreWokenWhereTheKernelCannotBeUsed() throws Exception {
    try (var queue = new ProcessQueue<Integer>(2);
        var child = new Child(PARK)) {
      var other =
          child.start(() -> {
            for (var i = 0; i < FEW; i++) {
              queue.put(i);
            }
            queue.join();
            return FEW;
          });
      for (var i = 0; i < FEW; i++) {
        if (i < 20) {
          LockSupport.parkNanos(LONG_PAUSE);
        }
        assertEquals(i, queue.poll(Child.LIMIT));
        queue.taskDone();
      }
      assertEquals(FEW, other.get(Child.LIMIT));
    }
  }

  @Test
  void aWaiterElsewhereIsToldOfTheShutdown() throws Exception {
    try (var queue = new ProcessQueue<Integer>();
        var child = new Child()) {
      queue.put(1);
      var other =
          child.start(() -> {
            var first = queue.take();
            try {
              return queue.take();
            } catch (QueueShutdownException e) {
              return -first; // as it should be
            }
          });
      assertFalse(queue.join(Duration.ofMillis(30)));
      queue.shutdown();
      assertEquals(-1, other.get(Child.LIMIT));
    }
  }

  @Test
  void answersOnAQueueThatCameWithTheQuestion() throws Exception {
    try (var requests = new ProcessQueue<Object>();
        var reply = new ProcessQueue<Integer>();
        var child = new Child()) {
      var other =
          child.start(() -> {
            while (requests.take() instanceof Request request) {
              request.reply().put(request.number() * request.number());
            }
            return 0;
          });
      for (var i = 0; i < 10; i++) {
        requests.put(new Request(i, reply));
        assertEquals(i * i, reply.poll(Child.LIMIT));
      }
      Child.Body end = () -> 0;
      requests.put(end);
      assertEquals(0, other.get(Child.LIMIT));
    }
  }

  @Test
  void anUnreadableItemIsAnErrorOfItsTaker() throws Exception {
    try (var queue = new ProcessQueue<Object>();
        var child = new Child()) {
      queue.put(new ProcessQueueTest.Unreadable());
      queue.put("next");
      var taken =
          child.run(() -> {
            assertThrows(TransferException.class, queue::take);
            return queue.take();
          });
      assertEquals("next", taken);
    }
  }

  @Test
  void growsInAllProcessesThatHaveItAfterItsCreatorClosedIt() throws Exception {
    try (var child = new Child();
        var here = new ProcessEvent();
        var closed = new ProcessEvent()) {
      var queue = new ProcessQueue<byte[]>();
      var file = queue.region().path();
      var other =
          child.start(() -> {
            here.set();
            closed.await();
            var sum = queue.take().length;
            for (var i = 0; i < 3; i++) {
              queue.put(new byte[300_000 << i]);
            }
            for (var i = 0; i < 3; i++) {
              sum += queue.take().length;
            }
            return sum;
          });
      assertTrue(here.await(Child.LIMIT));
      queue.put(new byte[100_000]);
      queue.close();
      assertFalse(Files.exists(file));
      closed.set();
      assertEquals(100_000 + 7 * 300_000, other.get(Child.LIMIT));
    }
  }

  @Test
  void aCloseInTheMiddleOfAPutHangsNobodyElse() throws Exception {
    try (var child = new Child();
        var here = new ProcessEvent();
        var closed = new ProcessEvent()) {
      for (var round = 0; round < 10; round++) {
        here.clear();
        closed.clear();
        var queue = new ProcessQueue<byte[]>(2);
        var other =
            child.start(() -> {
              here.set();
              closed.await();
              while (queue.poll() != null) {
                continue; // whatever came before the end
              }
              queue.put(new byte[1]);
              return queue.take().length;
            });
        assertTrue(here.await(Child.LIMIT));
        var busy =
            Thread.ofPlatform()
                .daemon()
                .start(() ->
                    assertThrows(
                        IllegalStateException.class,
                        () -> {
                          for (; ; ) {
                            queue.put(new byte[1 << 20]);
                            queue.take();
                          }
                        }));
        LockSupport.parkNanos(LONG_PAUSE);
        queue.close();
        queue.close();
        closed.set();
        assertTrue(busy.join(Child.LIMIT));
        assertEquals(1, other.get(Child.LIMIT), "round " + round);
      }
    }
  }

  @Test
  void readsWhatGrewElsewhere() throws Exception {
    try (var queue = new ProcessQueue<byte[]>();
        var child = new Child()) {
      for (var size : List.of(10, 100_000, 64 << 20, 20)) {
        assertEquals(
            0,
            child.run(() -> {
              queue.put(new byte[size]);
              return 0;
            }));
      }
      for (var size : List.of(10, 100_000, 64 << 20, 20)) {
        assertEquals(size, queue.poll(Child.LIMIT).length);
      }
      assertNull(queue.poll());
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aGrownQueueOutlivesItsKilledCreatorAndGoesWithItsLastUser() throws Exception {
    try (var child = new Child();
        var running = new ProcessEvent();
        var handOver = new ProcessQueue<ProcessQueue<byte[]>>()) {
      child.run(() -> {
        var made = new ProcessQueue<byte[]>();
        made.put(new byte[500_000]);
        handOver.put(made);
        return 0;
      });
      var queue = handOver.poll(Child.LIMIT);
      child.killDuring(
          running,
          () -> {
            running.set();
            return handOver.take();
          });
      new ProcessEvent().close(); // who makes a region deletes those without users
      assertTrue(Files.exists(queue.region().path()));
      queue.put(new byte[900_000]);
      assertEquals(500_000, queue.take().length);
      assertEquals(900_000, queue.take().length);
      queue.close();
      assertFalse(Files.exists(queue.region().path()));
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aGrownQueueWhoseUsersAreAllDeadIsDeletedByTheNextObject() throws Exception {
    try (var child = new Child();
        var running = new ProcessEvent()) {
      var file =
          child.run(() -> {
            var made = new ProcessQueue<byte[]>();
            made.put(new byte[500_000]);
            assertInstanceOf(Handle.class, made.standIn()); // so it is kept
            return made.region().path().toString();
          });
      child.killDuring(
          running,
          () -> {
            running.set();
            LockSupport.park();
            return 0;
          });
      new ProcessEvent().close();
      assertFalse(Files.exists(Path.of((String) file)));
    }
  }
}
