package speedup.ui.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import speedup.measure.Exit;
import speedup.measure.PoolEvent;

class WorkerWatchTest {
  private static final long SECOND = 1_000_000_000;

  private final WorkerWatch watch = new WorkerWatch(2);

  @Test
  void goesFromStartingToReadyToWorking() {
    watch.accept(new PoolEvent.Starting(2, 0));
    assertEquals(WorkerWatch.State.STARTING, look().state());
    watch.accept(new PoolEvent.Ready(2, 1, 4711, 0));
    assertEquals(WorkerWatch.State.READY, look().state());
    assertEquals(4711, look().pid());
    watch.accept(new PoolEvent.ChunkStarted(2, 2, 1, 17, 100));
    assertEquals(WorkerWatch.State.WORKING, look().state());
    assertEquals(17, look().chunk());
    watch.accept(new PoolEvent.ChunkFinished(2, 3, 1, 17, 100, 2, 0, 1, 0, 8, 8));
    assertEquals(WorkerWatch.State.READY, look().state());
  }

  @Test
  void worksOnBetweenTwoChunksOfARun() {
    watch.accept(new PoolEvent.Ready(2, 1, 4711, 0));
    assertEquals(WorkerWatch.State.READY, watch.look(2, true).state());
    watch.accept(new PoolEvent.ChunkFinished(2, 10, 1, 17, 100, 2, 0, 1, 0, 8, 8));
    assertEquals(WorkerWatch.State.WORKING, watch.look(20, true).state());
    assertEquals(WorkerWatch.State.READY, watch.look(20, false).state());
    assertEquals(WorkerWatch.State.READY, watch.look(10 + SECOND, true).state());
  }

  @Test
  void keepsHowItDiedWhileTheReplacementStarts() {
    var death =
        new PoolEvent.Died(
            2,
            5,
            4711,
            new Exit(137, Optional.of("SIGKILL")),
            "killed",
            OptionalInt.of(17),
            true,
            List.of("last words"));
    watch.accept(death);
    assertEquals(WorkerWatch.State.DIED, look().state());
    watch.accept(new PoolEvent.Starting(2, 6));
    assertEquals(WorkerWatch.State.STARTING, look().state());
    assertEquals(death, look().death());
  }

  @Test
  void saysOnTheCardWhyNoMoreProcessesAreStarted() {
    watch.accept(new PoolEvent.Starting(2, 0));
    watch.accept(new PoolEvent.GaveUp(2, 5, "no room for another process"));
    var card = WorkerCardStates.of(look(), new ChainWatch());
    assertEquals(WorkerCardState.State.DIED, card.state());
    var death = card.death().orElseThrow();
    assertEquals("no room for another process", death.how());
    assertEquals(WorkerCardState.Lost.NOTHING, death.lost());
    watch.accept(new PoolEvent.Starting(2, 6));
    assertEquals(Optional.empty(), WorkerCardStates.of(look(), new ChainWatch()).death());
  }

  @Test
  void tellsTheShareOfOneProcessorBetweenHeartbeats() {
    watch.accept(heartbeat(0, 0));
    assertTrue(Double.isNaN(look().cpuShare()));
    watch.accept(heartbeat(SECOND, SECOND * 3 / 4));
    assertEquals(0.75, look().cpuShare(), 1e-9);
  }

  @Test
  void leavesTheShareOpenWhereTheSystemDoesNotTell() {
    watch.accept(heartbeat(0, -1));
    watch.accept(heartbeat(SECOND, -1));
    assertTrue(Double.isNaN(look().cpuShare()));
  }

  @Test
  void keepsTheLastLinesAndCountsThemAll() {
    for (int i = 1; i <= 120; i++) {
      watch.accept(new PoolEvent.Output(2, i, false, "line " + i));
    }
    assertEquals(120, look().allLines());
    assertEquals(50, look().lines().size());
    assertEquals("line 120", look().lines().getLast());
  }

  @Test
  void averagesItemsOverASecond() {
    long now = System.nanoTime();
    watch.accept(new PoolEvent.ChunkFinished(2, now, 1, 0, 3_000, now, 0, 1, 0, 8, 8));
    double rate = watch.look(now + 3 * SECOND, false).itemsPerSecond();
    assertTrue(rate > 0 && rate <= 1_000, "items a second: " + rate);
  }

  private WorkerWatch.Look look() {
    return watch.look(System.nanoTime(), false);
  }

  private static PoolEvent heartbeat(long at, long cpuNanos) {
    return new PoolEvent.Heartbeat(2, at, cpuNanos, 1, 2, 3);
  }
}
