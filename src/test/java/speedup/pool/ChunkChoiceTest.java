package speedup.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import speedup.ipc.ProcessEvent;
import speedup.measure.PoolEvent;
import speedup.pool.task.TaskFunction;

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
    try (var pool = open(1);
        var released = new ProcessEvent()) {
      TaskFunction<Integer, Integer> task =
          x -> {
            if (x == 0 && !released.await(Duration.ofSeconds(30))) {
              throw new IllegalStateException("nobody ended the long task");
            }
            return x;
          };
      pool.map(task, IntStream.range(1, 3_000).boxed().toList(), 1);
      var job = pool.mapAsync(task, IntStream.range(0, 400).boxed().toList(), 1);
      TestPools.awaitTrue(() -> startedLong(1));
      pool.resize(2).get(30, TimeUnit.SECONDS);
      TestPools.awaitTrue(() -> chunks(1).size() == 399);
      released.set();
      job.get();
    }
    var last = chunks(1).getLast();
    assertEquals(0, last.chunk());
    for (var chunk : chunks(1).subList(0, 399)) {
      assertNotEquals(last.worker(), chunk.worker());
    }
  }

  private List<PoolEvent.ChunkFinished> chunks(int job) {
    return chunks().stream().filter(chunk -> chunk.job() == job).toList();
  }

  private boolean startedLong(int job) {
    return events.stream()
        .anyMatch(event ->
            event instanceof PoolEvent.ChunkStarted begun
                && begun.job() == job
                && begun.chunk() == 0);
  }
}
