package speedup.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WaitsTest {
  private static final long START = Long.MAX_VALUE - 500;

  private final TraceRecorder recorder = new TraceRecorder(Map.of(0, 11L, 1, 12L));

  @Test
  void theFirstWaitOfAWarmWorkerEndsWithTheHandOver() {
    chunk(0, 40, 100, 7);

    assertEquals(
        Optional.of(new Wait(0, 40, Wait.Cause.HANDED_OUT, 40, Wait.PARENT, -1)), before(0, 0));
  }

  @Test
  void theFirstWaitOfAFreshWorkerEndsWithItsProcess() {
    recorder.accept(Events.starting(0, START));
    recorder.accept(Events.ready(0, START + 30, 13));
    chunk(0, 40, 100, 7);

    assertEquals(Optional.of(new Wait(0, 40, Wait.Cause.STARTED, 30, 0, -1)), before(0, 0));
  }

  @Test
  void theWaitAfterADeathEndsWithTheNextProcess() {
    chunk(0, 0, 100, 0);
    recorder.accept(Events.begun(0, START + 100, 1, 1));
    recorder.accept(Events.died(0, START + 150, 11));
    recorder.accept(Events.starting(0, START + 151));
    recorder.accept(Events.ready(0, START + 300, 14));
    chunk(0, 320, 50, 1);

    assertEquals(Optional.of(new Wait(150, 320, Wait.Cause.RESTARTED, 300, 0, -1)), before(0, 2));
  }

  @Test
  void theWaitBetweenStagesEndsWithTheLastChunkOfTheOneBefore() {
    chunk(0, 0, 100, 0);
    chunk(1, 0, 250, 1);
    chunk(0, 260, 100, 0);
    chunk(1, 265, 100, 1);

    assertEquals(Optional.of(new Wait(100, 260, Wait.Cause.STAGE, 250, 1, 0)), before(0, 1));
  }

  @Test
  void aWaitWhileAnotherIsBusyEndsWithTheHandOver() {
    chunk(0, 0, 100, 0);
    chunk(1, 0, 300, 1);
    chunk(0, 150, 100, 2);

    assertEquals(
        Optional.of(new Wait(100, 150, Wait.Cause.HANDED_OUT, 150, Wait.PARENT, -1)), before(0, 1));
  }

  @Test
  void aWaitInAChainEndsWithTheSameChunkOfTheWorkerBefore() {
    chunk(0, 0, 100, 0);
    chunk(1, 100, 20, 0);
    chunk(0, 100, 90, 1);
    chunk(2, 0, 400, 9);
    chunk(1, 195, 20, 1);

    assertEquals(Optional.of(new Wait(120, 195, Wait.Cause.HANDED_ON, 190, 0, 1)), before(1, 1));
  }

  @Test
  void theIdleTailEndsWithTheLastChunkOfTheRun() {
    chunk(0, 0, 100, 0);
    chunk(1, 0, 400, 1);

    assertEquals(Optional.of(new Wait(100, 400, Wait.Cause.LAST_CHUNK, 400, 1, 0)), before(0, 1));
  }

  @Test
  void aWorkerWithoutAChunkWaitedForTheLastOneToo() {
    chunk(1, 0, 400, 1);

    assertEquals(Optional.of(new Wait(0, 400, Wait.Cause.LAST_CHUNK, 400, 1, 0)), before(0, 0));
  }

  @Test
  void thereIsNoWaitBetweenChunksWithoutAGap() {
    chunk(0, 0, 100, 0);
    chunk(0, 100, 300, 1);

    var waits = waits();
    for (int chunk = 0; chunk <= 2; chunk++) {
      assertEquals(Optional.empty(), waits.before(0, chunk));
    }
  }

  private void chunk(int worker, long started, long nanos, int number) {
    recorder.accept(Events.chunk(worker, START + started, 0, nanos, 0, number, 1));
  }

  private Optional<Wait> before(int lane, int chunk) {
    return waits().before(lane, chunk);
  }

  private Waits waits() {
    var trace = recorder.finish(START, START + 400, START + 420, 3);
    return new Waits(trace, trace.lanes().stream().map(trace::profile).toList());
  }
}
