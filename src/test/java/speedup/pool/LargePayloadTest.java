package speedup.pool;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import speedup.measure.PoolEvent;
import speedup.shm.RegionFiles;

/** Arguments and results that do not fit into a pipe. */
@Timeout(120)
class LargePayloadTest extends WatchedPool {
  private static final int CHUNKS = 150;
  private static final int LONGEST = 1_500_000;

  private static byte[] payload(int chunk) {
    var random = new Random(chunk);
    var bytes = new byte[random.nextInt(LONGEST)];
    random.nextBytes(bytes);
    return bytes;
  }

  private PoolJob echo(ConcurrentHashMap<Integer, byte[]> back) {
    return pool.submit(
        new JobSpec<byte[], byte[]>(
            bytes -> bytes,
            CHUNKS,
            LargePayloadTest::payload,
            _ -> 1,
            2,
            2,
            (_, chunk, bytes) -> back.put(chunk, bytes)));
  }

  private static void assertComplete(ConcurrentHashMap<Integer, byte[]> back) {
    assertEquals(CHUNKS, back.size());
    back.forEach((chunk, bytes) -> assertArrayEquals(payload(chunk), bytes, "chunk " + chunk));
  }

  private Set<Long> processes() {
    var pids = new HashSet<>(Set.of(ProcessHandle.current().pid()));
    Arrays.stream(pool.pids()).forEach(pids::add);
    return pids;
  }

  @Test
  void manyTravelInBothDirectionsAndLeaveNothing() throws Exception {
    start(2);
    var back = new ConcurrentHashMap<Integer, byte[]>();
    await(echo(back));
    assertComplete(back);
    var processes = processes();
    pool.close();
    assertEquals(List.of(), RegionFiles.madeBy(processes));
  }

  @Test
  void aWorkerKilledInTheMiddleCostsNothingAndLeavesNothing() throws Exception {
    start(2);
    await(echo(new ConcurrentHashMap<>())); // shared memory is open
    var processes = processes();
    var back = new ConcurrentHashMap<Integer, byte[]>();
    var job = echo(back);
    TestPools.awaitTrue(() -> back.size() > CHUNKS / 4);
    pool.kill(0);
    TestPools.awaitEvent(events, PoolEvent.Died.class);
    await(job);
    assertComplete(back);
    processes.addAll(processes());
    pool.close();
    assertEquals(List.of(), RegionFiles.madeBy(processes));
  }

  @Test
  void arraysOfEveryKindArriveAsTheyWere() throws Exception {
    start(1);
    var length = 100_000;
    var longs = new Random(1).longs(length).toArray();
    assertArrayEquals(longs, pool.<long[], long[]>apply(x -> x, longs, LIMIT));
    var doubles = new Random(2).doubles(length).toArray();
    assertArrayEquals(doubles, pool.<double[], double[]>apply(x -> x, doubles, LIMIT));
    var ints = new Random(3).ints(length).toArray();
    assertArrayEquals(ints, pool.<int[], int[]>apply(x -> x, ints, LIMIT));
    var chars = new char[length];
    Arrays.fill(chars, 'ß');
    assertArrayEquals(chars, pool.<char[], char[]>apply(x -> x, chars, LIMIT));
    var flags = new boolean[length];
    flags[7] = true;
    assertArrayEquals(flags, pool.<boolean[], boolean[]>apply(x -> x, flags, LIMIT));
  }
}
