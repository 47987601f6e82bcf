package speedup.manager;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import speedup.Kills;
import speedup.pool.ProcessPool;

/** Many operations of several processes, and many kills. */
@Tag("stress")
@Timeout(600)
@DisabledOnOs(OS.WINDOWS)
class ManagerStressTest {
  private static final int PROCESSES = 3;
  private static final int ROUNDS = 10_000;

  @Test
  void clientsAreKilledAtAnyMoment() throws Throwable {
    Kills.many(new KilledClientTest()::leavesNothingHalfDone);
  }

  @Test
  void waitersAreKilled() throws Throwable {
    Kills.many(new KilledClientTest()::aKilledWaiterTakesNothing);
  }

  @Test
  void theManagerIsKilledAtAnyMoment() throws Throwable {
    Kills.many(new KilledManagerTest()::everybodyIsToldAndNobodyHangs);
  }

  @Test
  void nothingIsLostOrDoubled() throws Exception {
    try (var manager = Manager.start();
        var pool = ProcessPool.open(PROCESSES)) {
      var lock = manager.lock();
      ManagedValue<Integer> underLock = manager.value(0);
      ManagedMap<String, Integer> counts = manager.map();
      ManagedQueue<Integer> queue = manager.queue(50);
      ManagedSet<Integer> seen = manager.set();
      var done =
          pool.applyAsync(
              taken -> {
                for (var i = 0; i < PROCESSES * ROUNDS; i++) {
                  var element = taken.take();
                  if (i % 100 == 0) {
                    seen.add(element);
                  }
                  counts.merge("sum", element % 1000, Integer::sum);
                }
                return "all";
              },
              queue);
      pool.map(
          number -> {
            for (var i = 0; i < ROUNDS; i++) {
              queue.put(number * ROUNDS + i);
              if (i % 10 == 0) {
                try (var _ = lock.hold()) {
                  underLock.set(underLock.get() + 1);
                }
              }
            }
            return 0;
          },
          List.of(0, 1, 2),
          1);
      assertEquals("all", done.get(OtherProcess.LIMIT));
      assertNull(queue.poll());
      assertEquals(PROCESSES * ROUNDS / 10, underLock.get());
      assertEquals(PROCESSES * ROUNDS / 100, seen.size());
      assertEquals(PROCESSES * (ROUNDS / 1000) * 499_500, counts.get("sum"));
    }
  }

  @Test
  void objectsComeAndGo() {
    try (var manager = Manager.start()) {
      ManagedList<Object> outer = manager.list();
      var kept = new ArrayList<ManagedList<Integer>>();
      for (var i = 0; i < ROUNDS; i++) {
        ManagedList<Integer> inner = manager.list(List.of(i));
        outer.add(inner);
        if (i % 1000 == 0) {
          kept.add(inner);
          System.gc();
        }
        if (i % 3 == 0) {
          outer.removeFirst();
        }
      }
      var numbers = new HashSet<Object>();
      for (var inner : outer) {
        numbers.add(((List<?>) inner).getFirst());
      }
      assertEquals(outer.size(), numbers.size());
      for (var i = 0; i < kept.size(); i++) {
        assertEquals(List.of(1000 * i), kept.get(i));
      }
    }
  }
}
