package speedup.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import speedup.measure.PoolEvent;

/** How many items a chunk holds when that is left open, and who does it. */
@Timeout(60)
class ChunkChoiceTest {
  private final ConcurrentLinkedQueue<PoolEvent> events = new ConcurrentLinkedQueue<>();

  private ProcessPool open(int workers) throws Exception {
    var pool = ProcessPool.builder().workers(workers).listener(events::add).open();
    pool.start(workers).get(30, TimeUnit.SECONDS);
    return pool;
  }

  private List<PoolEvent.ChunkFinished> chunks() {
    return events.stream()
        .filter(PoolEvent.ChunkFinished.class::isInstance)
        .map(PoolEvent.ChunkFinished.class::cast)
        .toList();
  }

  @Test
  void cheapItemsTravelTogetherAndTheLastOnesInSmallChunks() throws Exception {
    var items = IntStream.range(0, 50_000).boxed().toList();
    try (var pool = open(2)) {
      pool.map(x -> x + 1, items);
    }
    var inOrder =
        chunks().stream()
            .sorted((a, b) -> Integer.compare(a.chunk(), b.chunk()))
            .map(PoolEvent.ChunkFinished::items)
            .toList();
    assertEquals(items.size(), inOrder.stream().mapToInt(Integer::intValue).sum());
    assertEquals(1, inOrder.getFirst(), "nothing was known of them yet");
    var largest = inOrder.stream().mapToInt(Integer::intValue).max().orElseThrow();
    assertTrue(largest > 50, "largest chunk: " + largest);
    assertEquals(1, inOrder.getLast());
  }

  @Test
  void longItemsTravelAlone() throws Exception {
    try (var pool = open(2)) {
      pool.map(Tasks::spinTenMillis, IntStream.range(0, 30).boxed().toList());
    }
    assertEquals(30, chunks().size());
  }

  /** The first is long, and all others were in the same hands before that was known. */
  @Test
  void whatIsStuckBehindALongTaskIsDoneByAnotherWorker() throws Exception {
    try (var pool = open(1)) {
      pool.map(Tasks::spinHalfASecondIfZero, IntStream.range(1, 3_000).boxed().toList(), 1);
      var others = IntStream.range(0, 400).boxed().toList();
      var long1 = pool.mapAsync(Tasks::spinHalfASecondIfZero, others, 1);
      TestPools.awaitTrue(() -> startedLong(1));
      events.removeIf(PoolEvent.ChunkFinished.class::isInstance);
      pool.resize(2).get(30, TimeUnit.SECONDS);
      long1.get();
    }
    var long1 = chunks().stream().filter(one -> one.computeNanos() > 400_000_000).findFirst();
    var before = chunks().stream().takeWhile(one -> one != long1.orElseThrow()).toList();
    assertTrue(before.size() > 300, before.size() + " were done meanwhile");
    for (var chunk : before) {
      assertNotEquals(long1.orElseThrow().worker(), chunk.worker());
    }
  }

  private boolean startedLong(int job) {
    return events.stream()
        .anyMatch(event ->
            event instanceof PoolEvent.ChunkStarted begun
                && begun.job() == job
                && begun.chunk() == 0);
  }
}
