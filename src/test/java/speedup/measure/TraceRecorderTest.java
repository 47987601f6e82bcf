package speedup.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class TraceRecorderTest {
  private static final long SECOND = 1_000_000_000L;

  @Test
  void tellsTotalsWhileTheRunGoesOn() {
    var recorder = new TraceRecorder();
    recorder.accept(Events.chunk(0, 100, 1, 20, 1, 0, 5));
    recorder.accept(Events.chunk(0, 200, 1, 30, 1, 1, 6));

    assertEquals(new WorkerTotals(2, 11, 54), recorder.totals(0));
    assertEquals(WorkerTotals.NONE, recorder.totals(7));
    assertEquals(WorkerTotals.NONE, recorder.totals(-1));
  }

  @Test
  void keepsTheChunksOfEachWorkerInItsLane() {
    var recorder = new TraceRecorder();
    recorder.accept(Events.begun(1, 100, 4, 5));
    recorder.accept(Events.chunk(1, 100, 1, 20, 2, 4, 5));

    var lane = recorder.finish(0, 200, 200, 2).lanes().get(1);

    assertEquals(1, lane.chunks());
    assertEquals(1, lane.finishedChunks());
    assertEquals(100, lane.started(0));
    assertEquals(123, lane.ended(0));
    assertEquals(1, lane.deserialiseNanos(0));
    assertEquals(20, lane.computeNanos(0));
    assertEquals(2, lane.serialiseNanos(0));
    assertEquals(4, lane.chunk(0));
    assertEquals(5, lane.items(0));
    assertTrue(lane.finished(0));
  }

  @Test
  void endsTheChunkOfAWorkerThatDiedWithItsDeath() {
    var recorder = new TraceRecorder(Map.of(0, 11L));
    recorder.accept(Events.begun(0, 100, 4, 5));
    recorder.accept(Events.died(0, 150, 11));

    var trace = recorder.finish(0, 200, 200, 1);

    var lane = trace.lanes().getFirst();
    assertEquals(150, lane.ended(0));
    assertFalse(lane.finished(0));
    assertEquals(0, lane.finishedChunks());
    assertEquals(1, trace.deaths());
    assertEquals(0, trace.chunks());
    assertEquals(0, trace.items());
  }

  @Test
  void endsTheChunkThatFailedAndGoesOn() {
    var recorder = new TraceRecorder();
    recorder.accept(Events.begun(0, 100, 0, 5));
    recorder.accept(Events.failed(0, 120, 0));
    recorder.accept(Events.chunk(0, 130, 1, 10, 1, 1, 5));

    var lane = recorder.finish(0, 200, 200, 1).lanes().getFirst();

    assertEquals(2, lane.chunks());
    assertEquals(1, lane.finishedChunks());
    assertEquals(120, lane.ended(0));
  }

  @Test
  void endsWhatIsUnderWayWithTheRun() {
    var recorder = new TraceRecorder();
    recorder.accept(Events.begun(0, 100, 0, 5));

    var lane = recorder.finish(0, 200, 250, 1).lanes().getFirst();

    assertEquals(250, lane.ended(0));
    assertFalse(lane.finished(0));
  }

  @Test
  void findsTheFirstChunkThatReachesBeyondAnInstant() {
    var recorder = new TraceRecorder();
    for (int i = 0; i < 100; i++) {
      recorder.accept(Events.chunk(0, 10L * i, 1, 7, 1, i, 1));
    }

    var lane = recorder.finish(0, 1_000, 1_000, 1).lanes().getFirst();

    assertEquals(0, lane.firstEndingAfter(-5));
    assertEquals(1, lane.firstEndingAfter(9));
    assertEquals(50, lane.firstEndingAfter(500));
    assertEquals(100, lane.firstEndingAfter(10_000));
  }

  @Test
  void knowsThePidOfAWarmWorkerAndOfAReplacement() {
    var recorder = new TraceRecorder(Map.of(0, 11L, 1, 12L));
    recorder.accept(Events.died(1, 10, 12));
    recorder.accept(Events.starting(1, 11));
    recorder.accept(Events.ready(1, 20, 13));

    var workers = recorder.finish(0, 100, 100, 3).workers();

    assertEquals(11, workers.get(0).pid());
    assertEquals(13, workers.get(1).pid());
    assertEquals(-1, workers.get(2).pid());
  }

  @Test
  void takesProcessorTimeAndMemoryFromTheSignsOfLife() {
    var recorder = new TraceRecorder(Map.of(0, 11L));
    recorder.accept(Events.heartbeat(0, -5, 10 * SECOND, 100));
    recorder.accept(Events.heartbeat(0, 50, 11 * SECOND, 300));
    recorder.accept(Events.heartbeat(0, 99, 13 * SECOND, 200));

    var workers = recorder.finish(0, 100, 100, 2).workers();

    assertEquals(3.0, workers.get(0).cpuSeconds());
    assertEquals(300, workers.get(0).peakRssBytes());
    assertEquals(Double.NaN, workers.get(1).cpuSeconds());
    assertEquals(-1, workers.get(1).peakRssBytes());
  }

  @Test
  void countsAllProcessorTimeOfAFreshProcess() {
    var recorder = new TraceRecorder();
    recorder.accept(Events.starting(0, 1));
    recorder.accept(Events.ready(0, 40, 11));
    recorder.accept(Events.heartbeat(0, 50, SECOND, 1));
    recorder.accept(Events.heartbeat(0, 99, 2 * SECOND, 1));

    assertEquals(2.0, recorder.finish(0, 100, 100, 1).workers().getFirst().cpuSeconds());
  }

  @Test
  void ignoresWhatComesAfterTheEnd() {
    var recorder = new TraceRecorder();
    var trace = recorder.finish(0, 100, 100, 1);

    recorder.accept(Events.chunk(0, 10, 1, 10, 1, 0, 1));

    assertEquals(0, trace.lanes().getFirst().chunks());
  }

  @Test
  void refusesTimesOutOfOrderNoWorkersAndASecondEnd() {
    var recorder = new TraceRecorder();

    assertThrows(IllegalArgumentException.class, () -> recorder.finish(10, 9, 20, 1));
    assertThrows(IllegalArgumentException.class, () -> recorder.finish(10, 21, 20, 1));
    assertThrows(IllegalArgumentException.class, () -> recorder.finish(10, 15, 20, 0));
    assertThrows(IllegalArgumentException.class, () -> recorder.accept(Events.starting(-1, 0)));
    recorder.finish(10, 15, 20, 1);
    assertThrows(IllegalStateException.class, () -> recorder.finish(10, 15, 20, 1));
  }

  @Test
  @Timeout(30)
  void losesNothingWhenSeveralThreadsRecordAndOneReads() throws Exception {
    int workers = 4;
    int chunks = 50_000;
    var recorder = new TraceRecorder();
    var go = new CountDownLatch(1);
    try (var threads = Executors.newFixedThreadPool(workers)) {
      var done = new ArrayList<Future<?>>();
      for (int worker = 0; worker < workers; worker++) {
        int mine = worker;
        done.add(
            threads.submit(() -> {
              go.await();
              for (int i = 0; i < chunks; i++) {
                recorder.accept(Events.chunk(mine, 10L * i, 1, 7, 1, i, 2));
              }
              return null;
            }));
      }
      go.countDown();
      while (recorder.totals(0).chunks() < chunks) {
        var totals = recorder.totals(0);
        assertEquals(totals.chunks() * 2, totals.items());
        assertEquals(totals.chunks() * 9, totals.busyNanos());
      }
      for (var each : done) {
        each.get();
      }
    }

    var trace = recorder.finish(0, 10L * chunks, 10L * chunks, workers);

    assertEquals((long) workers * chunks, trace.chunks());
    assertEquals(2L * workers * chunks, trace.items());
  }
}
