package speedup.experiment;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;

/**
 * What one thread did and nobody has told yet. Written by that thread, emptied by another: all
 * fields are guarded by this, and next to nobody ever waits for it.
 */
final class ThreadLog {
  /** CPU time of the thread that reads it, in nanoseconds; Linux only. */
  private static final File CPU = new File("/proc/thread-self/schedstat");

  private static final boolean CPU_IS_TOLD = CPU.canRead();

  /** Reading it costs some microseconds. */
  private static final long CPU_INTERVAL_NANOS = 50_000_000;

  /** A chunk that runs for longer is told of, so that the parent sees it running. */
  private static final long LONG_CHUNK_NANOS = 5_000_000;

  private final int thread;
  private final ArrayDeque<ThreadNews.Finished> finished = new ArrayDeque<>();
  private ThreadNews.Started open; // the chunk under way
  private boolean openTold;
  private long cpuNanos = -1;
  private boolean cpuNew;
  private long cpuReadAt;

  ThreadLog(int thread) {
    this.thread = thread;
  }

  synchronized void started(int chunk, int items, long at) {
    open = new ThreadNews.Started(thread, chunk, items, at);
    openTold = false;
  }

  synchronized void finished(long at, long locked) {
    finished.add(
        new ThreadNews.Finished(thread, open.chunk(), open.items(), open.at(), at, locked));
    open = null;
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
      synchronized (this) {
        cpuNanos = nanos;
        cpuNew = true;
      }
    } catch (IOException | NumberFormatException | IndexOutOfBoundsException e) {
      synchronized (this) {
        cpuNanos = -1; // not told on this system
      }
    }
  }

  /** Tells what is new. */
  synchronized void drainTo(ThreadNews.Writer out, long now) {
    for (var next = finished.poll(); next != null; next = finished.poll()) {
      out.add(next);
    }
    if (open != null && !openTold && now - open.at() > LONG_CHUNK_NANOS) {
      openTold = true;
      out.add(open);
    }
    if (cpuNew) {
      cpuNew = false;
      out.add(new ThreadNews.Used(thread, cpuNanos));
    }
  }
}
