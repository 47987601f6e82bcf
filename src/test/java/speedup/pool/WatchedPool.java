package speedup.pool;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import speedup.measure.PoolEvent;

/** A pool for one test, all that it told, and the proof that no process outlived it. */
abstract class WatchedPool {
  static final Duration LIMIT = Duration.ofSeconds(30);

  final ConcurrentLinkedQueue<PoolEvent> events = new ConcurrentLinkedQueue<>();
  private final Set<Long> children = ConcurrentHashMap.newKeySet();
  ProcessPool pool = TestPools.open(this::heard);

  void heard(PoolEvent event) {
    events.add(event);
    if (event instanceof PoolEvent.Ready ready) {
      children.add(ready.pid());
    }
  }

  @AfterEach
  void leavesNoProcess() {
    pool.terminate();
    assertNoneAlive();
  }

  void assertNoneAlive() {
    for (var pid : children) {
      assertFalse(ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false), "alive: " + pid);
    }
  }

  static void await(PoolJob job) throws Exception {
    job.done().get(LIMIT.toSeconds(), TimeUnit.SECONDS);
  }

  static PoolException failureOf(PoolJob job) {
    var thrown = assertThrows(ExecutionException.class, () -> await(job));
    return assertInstanceOf(PoolException.class, thrown.getCause());
  }

  void start(int workers) throws Exception {
    pool.start(workers).get(30, TimeUnit.SECONDS);
  }
}
