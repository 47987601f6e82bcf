package speedup.measure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class TraceCodecTest {
  private static final int WORKERS = 3;

  @RepeatedTest(20)
  void givesBackEveryNumber(RepetitionInfo repetition) throws TraceException {
    var trace = made(new Random(repetition.getCurrentRepetition()), 5_000);

    var read = TraceCodec.decode(TraceCodec.encode(trace));

    assertEquals(trace.runStart(), read.runStart());
    assertEquals(trace.workEnd(), read.workEnd());
    assertEquals(trace.runEnd(), read.runEnd());
    assertEquals(trace.breakdown(), read.breakdown());
    assertEquals(trace.workers(), read.workers());
    assertEquals(trace.deaths(), read.deaths());
    for (int i = 0; i < WORKERS; i++) {
      assertSame(trace.lanes().get(i), read.lanes().get(i));
    }
    assertArrayEquals(TraceCodec.encode(trace), TraceCodec.encode(read));
  }

  private static void assertSame(WorkerLane expected, WorkerLane read) {
    assertEquals(expected.lives(), read.lives());
    assertEquals(expected.chunks(), read.chunks());
    for (int i = 0; i < expected.chunks(); i++) {
      assertEquals(expected.started(i), read.started(i));
      assertEquals(expected.ended(i), read.ended(i));
      assertEquals(expected.deserialiseNanos(i), read.deserialiseNanos(i));
      assertEquals(expected.computeNanos(i), read.computeNanos(i));
      assertEquals(expected.serialiseNanos(i), read.serialiseNanos(i));
      assertEquals(expected.chunk(i), read.chunk(i));
      assertEquals(expected.items(i), read.items(i));
      assertEquals(expected.finished(i), read.finished(i));
    }
  }

  @Test
  void saysWhatCanStillBeShownWhenItIsCutOffAnywhere() {
    var bytes = TraceCodec.encode(made(new Random(1), 300));

    for (int length = 0; length < bytes.length; length++) {
      var cut = Arrays.copyOf(bytes, length);
      var failure = assertThrows(TraceException.class, () -> TraceCodec.decode(cut));
      assertTrue(failure.getMessage().contains("the times and what follows from them can"));
    }
  }

  @Test
  void noticesEveryFlippedBit() {
    var bytes = TraceCodec.encode(made(new Random(2), 100));

    for (int bit = 0; bit < bytes.length * 8; bit++) {
      var flipped = bytes.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      // some bits of the packed form's own header mean nothing here
      try {
        assertArrayEquals(bytes, TraceCodec.encode(TraceCodec.decode(flipped)), "bit " + bit);
      } catch (TraceException e) {
        assertTrue(e.getMessage().startsWith("the trace "), e.getMessage());
      }
    }
  }

  @Test
  void refusesImpossibleSizesBeforeItAllocates() throws IOException {
    assertRefused("claims 2000 lanes", 2_000);
    assertRefused("claims 18446744073709551615 lanes", -1);
    // one lane, times, worker 0, its process, no lives, no signs of life, then chunks
    assertRefused("claims 1000000000 chunks", 1, 0, 0, 0, 0, 0, 0, 0, 0, 1_000_000_000);
    assertRefused("ends too early", 1, 0, 0, 0, 0, 0, 0, 0, 0, 1_000);
    assertRefused("claims 9 kinds", 1, 0, 0, 0, 0, 0, 1, 9);
  }

  @Test
  void refusesANewerVersion() {
    var bytes = TraceCodec.encode(made(new Random(3), 1));
    bytes[4] = 9;

    var failure = assertThrows(TraceException.class, () -> TraceCodec.decode(bytes));

    assertTrue(failure.getMessage().contains("version 9"), failure.getMessage());
  }

  private static void assertRefused(String words, long... numbers) throws IOException {
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes(new byte[] {'S', 'P', 'D', 'T', 1});
    try (var out = new VarintWriter(new DeflaterOutputStream(bytes), new byte[100])) {
      for (long number : numbers) {
        out.unsigned(number);
      }
    }

    var failure = assertThrows(TraceException.class, () -> TraceCodec.decode(bytes.toByteArray()));

    assertTrue(failure.getMessage().contains(words), failure.getMessage());
  }

  /** A run with deaths, chunks that did not end, and signs of life. */
  private static RunTrace made(Random random, int chunks) {
    var recorder = new TraceRecorder();
    long start = random.nextLong();
    var now = new long[WORKERS];
    Arrays.fill(now, start);
    for (int worker = 0; worker < WORKERS; worker++) {
      recorder.accept(Events.starting(worker, start + 5));
      recorder.accept(Events.ready(worker, start + 1_000, 100 + worker));
    }
    for (int chunk = 0; chunk < chunks; chunk++) {
      int worker = random.nextInt(WORKERS);
      long at = now[worker] + random.nextInt(10_000);
      if (random.nextInt(100) == 0) {
        recorder.accept(Events.begun(worker, at, chunk, 7));
        recorder.accept(Events.died(worker, at + 500, 100 + worker));
        recorder.accept(Events.starting(worker, at + 600));
        recorder.accept(Events.ready(worker, at + 900, 200 + chunk));
        now[worker] = at + 1_000;
        continue;
      }
      long compute = random.nextInt(20) == 0 ? 5_000_000_000L : random.nextInt(100_000);
      var event =
          (PoolEvent.ChunkFinished)
              Events.chunk(worker, at, 100, compute, 50, chunk, random.nextInt(1_000));
      recorder.accept(event);
      recorder.accept(Events.heartbeat(worker, event.at(), compute + chunk, 1 << 20));
      now[worker] = event.at();
    }
    long end = Arrays.stream(now).map(at -> at - start).max().getAsLong() + start;
    return recorder.finish(start, end, end + 77, WORKERS);
  }
}
