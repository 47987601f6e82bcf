package speedup.manager;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import speedup.Kills;
import speedup.pool.PoolException;
import speedup.pool.ProcessPool;
import speedup.shm.RegionFiles;

/** Managers that are killed while their clients call them and wait for them. */
@Timeout(400)
@EnabledOnOs(OS.LINUX)
class KilledManagerTest {
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final int LONGEST_LIFE = 4_000_000;

  /** What the clients use. */
  record Things(ManagedMap<String, Integer> numbers, ManagedQueue<Integer> queue) {
    int callForEver() {
      while (true) {
        numbers.merge("calls", 1, Integer::sum);
      }
    }

    int waitForEver() throws InterruptedException {
      numbers.put("waiters", 1);
      return queue.take();
    }
  }

  @Test
  void everybodyIsToldAndNobodyHangs() throws Exception {
    try (var pool = ProcessPool.open(2)) {
      pool.start(2).get();
      for (var i = 0; i < Kills.count(); i++) {
        long pid;
        try (var manager = Manager.start()) {
          pid = manager.pid();
          var things = new Things(manager.map(), manager.queue());
          var caller = pool.applyAsync(Things::callForEver, things);
          var waiter = pool.applyAsync(Things::waitForEver, things);
          while (things.numbers().size() < 2) {
            Thread.onSpinWait();
          }
          LockSupport.parkNanos(ThreadLocalRandom.current().nextInt(LONGEST_LIFE));
          ProcessHandle.of(pid).orElseThrow().destroyForcibly();
          for (var client : List.of(caller, waiter)) {
            assertTrue(client.await(LIMIT), "round " + i);
            var told = assertThrows(PoolException.TaskThrew.class, client::get);
            assertInstanceOf(ManagerException.Ended.class, told.getCause(), told.getMessage());
          }
          assertThrows(ManagerException.Ended.class, things.numbers()::size);
        }
        assertEquals(List.of(), RegionFiles.madeBy(Set.of(pid)), "round " + i);
      }
    }
  }
}
