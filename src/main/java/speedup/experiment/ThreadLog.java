package speedup.experiment;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * What one thread did and nobody has told yet. Written by that thread, read by one other; neither
 * ever waits, as what is written down here costs the thread time between two chunks.
 */
final class ThreadLog {
  /** CPU time of the thread that reads it, in nanoseconds; Linux only. */
  private static final File CPU = new File("/proc/thread-self/schedstat");

  private static final boolean CPU_IS_TOLD = CPU.canRead();

  /** Reading it costs some microseconds. */
  private static final long CPU_INTERVAL_NANOS = 50_000_000;

  /** A chunk that runs for longer is told of, so that the parent sees it running. */
  private static final long LONG_CHUNK_NANOS = 5_000_000;

  private static final int ROWS = 512;
  private static final int COLUMNS = 5;
  private static final long NONE = Long.MIN_VALUE;

  private final int thread;
  private volatile long cpuNanos = NONE;
  private long cpuReadAt; // the thread's own

  // the chunk under way: the last one is written after the others, and taken back before them
  private int openChunk;
  private int openItems;
  private volatile long openSince = NONE;

  private Rows filling = new Rows(); // the thread's own
  private Rows reading = filling; // the reader's own
  private int read; // the reader's own
  private long openTold = NONE; // the reader's own
  private long cpuTold = NONE; // the reader's own

  /** Finished chunks, a row each; rows below {@code used} do not change any more. */
  private static final class Rows {
    final long[] values = new long[ROWS * COLUMNS];
    volatile int used;
    volatile Rows next;
  }

  ThreadLog(int thread) {
    this.thread = thread;
  }

  void started(int chunk, int items, long at) {
    openChunk = chunk;
    openItems = items;
    openSince = at;
  }

  void finished(long at, long locked) {
    var rows = filling;
    if (rows.used == ROWS) {
      rows = new Rows();
      filling.next = rows;
      filling = rows;
    }
    var row = rows.used * COLUMNS;
    rows.values[row] = openChunk;
    rows.values[row + 1] = openItems;
    rows.values[row + 2] = openSince;
    rows.values[row + 3] = at;
    rows.values[row + 4] = locked;
    openSince = NONE;
    rows.used++; // by this thread only
  }

  /** Takes down the CPU time of the calling thread, which is the one of this log. */
  void readCpu(boolean always) {
    var now = System.nanoTime();
    if (!CPU_IS_TOLD || (!always && now - cpuReadAt < CPU_INTERVAL_NANOS)) {
      return;
    }
    cpuReadAt = now;
    try (var in = new FileInputStream(CPU)) {
      var text = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
      var nanos = Long.parseLong(text.substring(0, text.indexOf(' ')));
      cpuNanos = nanos;
    } catch (IOException | NumberFormatException | IndexOutOfBoundsException e) {
      cpuNanos = NONE; // not told on this system
    }
  }

  /** Tells what is new. */
  void drainTo(ThreadNews.Writer out, long now) {
    tellFinished(out);
    var since = openSince;
    if (since != NONE && since != openTold && now - since > LONG_CHUNK_NANOS) {
      var open = new ThreadNews.Started(thread, openChunk, openItems, since);
      if (openSince == since) { // else it was another chunk's number
        openTold = since;
        out.add(open);
      }
    }
    var cpu = cpuNanos;
    if (cpu != cpuTold) {
      cpuTold = cpu;
      out.add(new ThreadNews.Used(thread, cpu == NONE ? -1 : cpu));
    }
  }

  private void tellFinished(ThreadNews.Writer out) {
    while (true) {
      for (var end = reading.used; read < end; read++) {
        var row = read * COLUMNS;
        var values = reading.values;
        out.add(
            new ThreadNews.Finished(
                thread,
                (int) values[row],
                (int) values[row + 1],
                values[row + 2],
                values[row + 3],
                values[row + 4]));
      }
      if (read < ROWS || reading.next == null) {
        return;
      }
      reading = reading.next;
      read = 0;
    }
  }
}
