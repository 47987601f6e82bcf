package speedup.worker;

import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import speedup.wire.FrameWriter;
import speedup.wire.Message.FromWorker;
import speedup.wire.Message.Heartbeat;

/** Tells the parent several times a second that this process lives, and flushes late results. */
final class Pulse implements Runnable {
  private static final long LATE_FLUSH_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

  /** An idle worker has little to say, and should cost nothing. */
  private static final int IDLE_FACTOR = 4;

  private final FrameWriter frames;
  private final TaskRunner runner;
  private final ProcessUsage usage = new ProcessUsage();
  private long interval; // in nanoseconds, set before the thread starts
  private final Queue<FromWorker> answers = new ConcurrentLinkedQueue<>();
  private final Queue<Integer> probes = new ConcurrentLinkedQueue<>();
  private Thread thread; // the reader thread's

  Pulse(FrameWriter frames, TaskRunner runner) {
    this.frames = frames;
    this.runner = runner;
  }

  /** Called once, by the thread that reads from the parent. */
  void start(int heartbeatMillis) {
    interval = heartbeatMillis * 1_000_000L;
    thread = WorkerMain.startDaemon("pulse", this);
  }

  /**
   * Sends a message soon. Does not wait: the thread that reads from the parent must go on reading
   * while the parent, busy writing, reads nothing.
   */
  void say(FromWorker message) {
    answers.add(message);
    LockSupport.unpark(thread);
  }

  /** As {@link #say}: a heartbeat that answers a probe. */
  void answer(int probe) {
    probes.add(probe);
    LockSupport.unpark(thread);
  }

  private void sendAnswers() throws IOException {
    for (var message = answers.poll(); message != null; message = answers.poll()) {
      frames.add(message);
    }
    for (var probe = probes.poll(); probe != null; probe = probes.poll()) {
      beat(probe);
    }
  }

  @Override
  public void run() {
    try {
      var last = System.nanoTime();
      beat(0);
      while (true) {
        var busy = runner.busy();
        if (answers.isEmpty() && probes.isEmpty()) {
          LockSupport.parkNanos(busy ? LATE_FLUSH_NANOS : interval);
        }
        var now = System.nanoTime();
        try {
          sendAnswers();
          runner.tellOfLongChunk();
          frames.flush();
          if (now - last >= (busy ? interval : IDLE_FACTOR * interval)) {
            last = now;
            beat(0);
          }
        } catch (OutOfMemoryError e) {
          // the task has taken all of it; once it fails, there is room again
          last = now;
        }
      }
    } catch (IOException e) {
      WorkerMain.outputLost(e);
    }
  }

  private void beat(int probe) throws IOException {
    var runtime = Runtime.getRuntime();
    frames.add(
        new Heartbeat(
            probe,
            System.nanoTime(),
            usage.cpuNanos(),
            runtime.totalMemory() - runtime.freeMemory(),
            runtime.maxMemory(),
            usage.residentBytes()));
    frames.flush();
  }
}
