package speedup.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Runs made up at random, whose parts are known because they were made up. */
class RandomRunTest {
  private static final int WORKERS = 5;
  private final List<PoolEvent> events = new ArrayList<>();
  private final LaneTimes truth = new LaneTimes();
  private long chunks;
  private long items;

  @RepeatedTest(200)
  void findsEveryPartOfARunExactly(RepetitionInfo repetition) {
    var random = new Random(repetition.getCurrentRepetition());
    long runStart = random.nextLong();
    boolean cold = random.nextBoolean();
    long[] ends = new long[WORKERS];
    for (int worker = 0; worker < WORKERS; worker++) {
      ends[worker] = lane(worker, runStart, cold, random);
    }
    long workEnd = ends[0];
    for (long end : ends) {
      workEnd = end - workEnd > 0 ? end : workEnd;
    }
    for (long end : ends) {
      truth.idleTail += workEnd - end;
    }
    long merge = random.nextInt(1_000_000);
    truth.merge += WORKERS * merge;

    var recorder = new TraceRecorder(cold ? Map.of() : Map.of(0, 1L, 1, 2L, 2, 3L, 3, 4L, 4, 5L));
    events.forEach(recorder);
    var trace = recorder.finish(runStart, workEnd, workEnd + merge, WORKERS);

    assertEquals(truth.inSeconds(), trace.breakdown());
    assertEquals(WORKERS * (workEnd + merge - runStart), truth.total());
    assertEquals(WORKERS * trace.seconds(), trace.breakdown().total(), 1e-9);
    assertEquals(chunks, trace.chunks());
    assertEquals(items, trace.items());
    assertColumnsAddUp(trace, random);
  }

  /** Whatever columns a lane is cut into, no nanosecond and no item is lost or counted twice. */
  private void assertColumnsAddUp(RunTrace trace, Random random) {
    long length = trace.runEnd() - trace.runStart();
    var sum = new LaneTimes();
    long itemSum = 0;
    for (var lane : trace.lanes()) {
      var profile = trace.profile(lane);
      var walk = profile.walk(0);
      long from = 0;
      while (from < length) {
        long to = Math.min(length, from + 1 + random.nextLong(length / 50 + 1));
        var column = new LaneTimes();
        walk.to(to, column);
        assertEquals(to - from, column.total());
        assertTrue(column.waiting() >= 0 && column.compute() >= 0 && column.serialise() >= 0);
        var again = new LaneTimes();
        profile.add(from, to, again);
        assertEquals(again.inSeconds(), column.inSeconds());
        sum.add(column);
        itemSum += profile.items(from, to);
        from = to;
      }
    }
    assertEquals(truth.inSeconds(), sum.inSeconds());
    assertEquals(items, itemSum);
  }

  @RepeatedTest(200)
  void addsUpWhateverTheEventsSay(RepetitionInfo repetition) {
    var random = new Random(repetition.getCurrentRepetition());
    var recorder = new TraceRecorder();
    for (int i = 0; i < 60; i++) {
      int worker = random.nextInt(WORKERS);
      long at = random.nextLong(-500, 3_000);
      recorder.accept(
          switch (random.nextInt(6)) {
            case 0 -> Events.starting(worker, at);
            case 1 -> Events.ready(worker, at, i);
            case 2 -> Events.died(worker, at, i);
            case 3 -> Events.begun(worker, at, i, 1);
            case 4 -> Events.failed(worker, at, i - 1);
            default ->
                new PoolEvent.ChunkFinished(
                    worker,
                    at + random.nextInt(400),
                    1,
                    i,
                    1,
                    at,
                    random.nextInt(-10, 200),
                    random.nextInt(400),
                    random.nextInt(200),
                    0,
                    0);
          });
    }

    var parts = recorder.finish(0, 1_800, 2_000, WORKERS).breakdown();

    assertEquals(WORKERS * 2_000, Math.round(parts.total() * 1e9));
    assertTrue(
        DoubleStream.of(
                parts.start(),
                parts.warmUp(),
                parts.waiting(),
                parts.serialise(),
                parts.compute(),
                parts.idleTail(),
                parts.merge())
            .allMatch(part -> part >= 0),
        parts::toString);
  }

  /** Makes up one worker's run; returns when its last chunk ended. */
  private long lane(int worker, long runStart, boolean cold, Random random) {
    long now = runStart;
    boolean fresh = cold;
    if (cold) {
      now = start(worker, now, random);
    }
    int count = 1 + random.nextInt(40);
    for (int i = 0; i < count; i++) {
      long gap = random.nextInt(5_000);
      if (fresh) {
        truth.warmUp += gap;
      } else {
        truth.waiting += gap;
      }
      now += gap;
      fresh = false;
      if (i < count - 1 && random.nextInt(10) == 0) {
        long lost = random.nextInt(20_000);
        events.add(Events.begun(worker, now, i, 3));
        now += lost;
        truth.compute += lost;
        events.add(Events.died(worker, now, 1));
        now = start(worker, now, random);
        fresh = true;
        continue;
      }
      now = chunk(worker, now, i, random);
    }
    return now;
  }

  private long start(int worker, long from, Random random) {
    long until = from + random.nextInt(100_000);
    events.add(Events.starting(worker, from + (until - from) / 3));
    events.add(Events.ready(worker, until, 100 + worker));
    truth.start += until - from;
    return until;
  }

  private long chunk(int worker, long from, int number, Random random) {
    long read = random.nextInt(1_000);
    long computed = 1 + random.nextInt(50_000);
    long written = random.nextInt(1_000);
    int size = random.nextInt(100);
    if (random.nextBoolean()) {
      events.add(Events.begun(worker, from, number, size));
    }
    events.add(Events.chunk(worker, from, read, computed, written, number, size));
    truth.serialise += read + written;
    truth.compute += computed;
    chunks++;
    items += size;
    return from + read + computed + written;
  }
}
