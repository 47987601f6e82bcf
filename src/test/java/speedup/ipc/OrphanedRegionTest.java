package speedup.ipc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import speedup.pool.ProcessPool;
import speedup.shm.RegionFiles;

/** What a process had made for its children is deleted by the last of them when it is killed. */
@Timeout(60)
@EnabledOnOs(OS.LINUX)
class OrphanedRegionTest {
  @Test
  void theLastChildDeletesWhatItsKilledParentMade() throws Exception {
    try (var running = new ProcessEvent();
        var child = new Child()) {
      var pid = (Long) child.run(() -> ProcessHandle.current().pid());
      child.killDuring(
          running,
          () -> {
            var lock = new ProcessLock();
            lock.acquire();
            try (var pool = ProcessPool.open(1)) {
              pool.apply(ProcessLock::isHeld, lock);
              running.set();
              return pool.apply(held -> held.tryAcquire(Child.LIMIT), lock);
            }
          });
      var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
      while (!RegionFiles.madeBy(Set.of(pid)).isEmpty()) {
        assertTrue(System.nanoTime() < deadline, "its files stay");
        LockSupport.parkNanos(1_000_000);
      }
      assertEquals(List.of(), RegionFiles.madeBy(Set.of(pid)));
    }
  }
}
