package speedup.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LaneSweepTest {
  private static final long RUN = 1_000;
  private static final long WORK_END = 1_900;
  private static final long RUN_END = 2_000;

  private final TraceRecorder recorder = new TraceRecorder(Map.of(0, 11L));

  @Test
  void countsAWarmWorkerWithoutStart() {
    recorder.accept(Events.chunk(0, 1_050, 10, 500, 40, 0, 1));
    recorder.accept(Events.chunk(0, 1_620, 10, 180, 10, 1, 1));

    expect(0, 0, 50 + 20, 70, 680, 80);
  }

  @Test
  void countsAColdWorkersStartAndWarmUp() {
    recorder.accept(Events.starting(0, 1_020));
    recorder.accept(Events.ready(0, 1_300, 12));
    recorder.accept(Events.chunk(0, 1_350, 0, 400, 0, 0, 1));

    expect(300, 50, 0, 0, 400, 150);
  }

  @Test
  void countsAStartThatBeganBeforeTheRunFromItsBeginning() {
    recorder.accept(Events.starting(0, 900));
    recorder.accept(Events.ready(0, 1_300, 12));
    recorder.accept(Events.chunk(0, 1_300, 0, 600, 0, 0, 1));

    expect(300, 0, 0, 0, 600, 0);
  }

  @Test
  void countsAWorkerThatWasReadyBeforeTheRunAsWarm() {
    recorder.accept(Events.starting(0, 100));
    recorder.accept(Events.ready(0, 900, 12));
    recorder.accept(Events.chunk(0, 1_300, 0, 600, 0, 0, 1));

    expect(0, 0, 300, 0, 600, 0);
  }

  @Test
  void countsAReplacementFromTheDeathOfItsPredecessor() {
    recorder.accept(Events.chunk(0, 1_000, 0, 100, 0, 0, 1));
    recorder.accept(Events.begun(0, 1_110, 1, 1));
    recorder.accept(Events.died(0, 1_200, 11));
    recorder.accept(Events.starting(0, 1_210));
    recorder.accept(Events.ready(0, 1_400, 12));
    recorder.accept(Events.chunk(0, 1_420, 0, 480, 0, 1, 1));

    expect(200, 20, 10, 0, 100 + 90 + 480, 0);
  }

  @Test
  void countsASlotThatStaysEmptyAfterADeathAsIdle() {
    recorder.accept(Events.begun(0, 1_100, 0, 1));
    recorder.accept(Events.died(0, 1_200, 11));

    expect(0, 0, 100, 0, 100, 700);
  }

  @Test
  void countsAWorkerThatNeverGotAChunkAsWaiting() {
    expect(0, 0, 900, 0, 0, 0);
  }

  @Test
  void countsAProcessThatCameTooLateAsStart() {
    recorder.accept(Events.starting(0, 1_000));

    expect(900, 0, 0, 0, 0, 0);
  }

  @Test
  void countsAFreshProcessThatNeverGotAChunkAsStartThenWaiting() {
    recorder.accept(Events.starting(0, 1_000));
    recorder.accept(Events.ready(0, 1_300, 12));

    expect(300, 0, 600, 0, 0, 0);
  }

  @Test
  void clipsChunksToTheRun() {
    recorder.accept(Events.chunk(0, 900, 50, 100, 50, 0, 1));
    recorder.accept(Events.chunk(0, 1_800, 20, 200, 10, 1, 1));

    // of the first: 50 compute and 50 writing; of the second: 20 reading and 80 compute
    expect(0, 0, 700, 70, 130, 0);
  }

  @Test
  void ignoresChunksOutsideTheRun() {
    recorder.accept(Events.chunk(0, 100, 0, 100, 0, 0, 1));
    recorder.accept(Events.chunk(0, 1_000, 0, 400, 0, 1, 1));
    recorder.accept(Events.chunk(0, 1_950, 0, 10, 0, 2, 1));

    expect(0, 0, 0, 0, 400, 500);
  }

  @Test
  void countsTimeInsideAChunkThatNoPhaseClaimsAsWaiting() {
    recorder.accept(new PoolEvent.ChunkFinished(0, 1_900, 1, 0, 1, 1_000, 100, 500, 100, 0, 0));

    expect(0, 0, 200, 200, 500, 0);
  }

  @Test
  void givesNoNanosecondTwiceWhenChunksOverlap() {
    recorder.accept(Events.chunk(0, 1_000, 0, 500, 0, 0, 1));
    recorder.accept(Events.chunk(0, 1_400, 0, 500, 0, 1, 1));

    expect(0, 0, 0, 0, 900, 0);
  }

  @Test
  void countsPhasesLongerThanTheirChunkOnlyUpToItsEnd() {
    recorder.accept(new PoolEvent.ChunkFinished(0, 1_900, 1, 0, 1, 1_000, 100, 5_000, 100, 0, 0));

    expect(0, 0, 0, 100, 800, 0);
  }

  @ParameterizedTest
  @ValueSource(longs = {Long.MAX_VALUE - 1_500, Long.MIN_VALUE, -1_500})
  void standsAClockThatIsNegativeOrWrapsAround(long shift) {
    recorder.accept(Events.starting(0, shift + 1_020));
    recorder.accept(Events.ready(0, shift + 1_300, 12));
    recorder.accept(Events.chunk(0, shift + 1_350, 0, 400, 0, 0, 1));

    var trace = recorder.finish(shift + RUN, shift + WORK_END, shift + RUN_END, 1);

    assertParts(300, 50, 0, 0, 400, 150, trace.breakdown());
  }

  private void expect(
      long start, long warmUp, long waiting, long serialise, long compute, long idleTail) {
    var trace = recorder.finish(RUN, WORK_END, RUN_END, 1);
    assertParts(start, warmUp, waiting, serialise, compute, idleTail, trace.breakdown());
    assertEquals(RUN_END - RUN, Math.round(trace.breakdown().total() * 1e9));
  }

  private static void assertParts(
      long start,
      long warmUp,
      long waiting,
      long serialise,
      long compute,
      long idleTail,
      Breakdown actual) {
    assertEquals(
        new Breakdown(
            start / 1e9,
            warmUp / 1e9,
            waiting / 1e9,
            serialise / 1e9,
            compute / 1e9,
            idleTail / 1e9,
            (RUN_END - WORK_END) / 1e9),
        actual);
  }
}
