package speedup.worker;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import speedup.pool.task.TaskContext;
import speedup.pool.task.TaskFunction;
import speedup.wire.ClassFilter;
import speedup.wire.FrameWriter;
import speedup.wire.Message.BeginJob;
import speedup.wire.Message.Chunk;
import speedup.wire.Message.EndJob;
import speedup.wire.Message.Failed;
import speedup.wire.Message.Fault;
import speedup.wire.Message.Finished;
import speedup.wire.Message.JobEnded;
import speedup.wire.Message.Progress;
import speedup.wire.Message.Started;
import speedup.wire.NotSendableException;
import speedup.wire.OutBuffer;
import speedup.wire.ValueReader;
import speedup.wire.ValueWriter;

/** Runs chunks one after the other on the main thread, and decides when results are written. */
final class TaskRunner implements TaskContext {
  /** Above this a flush after each result costs next to nothing beside the task itself. */
  private static final long LONG_TASK_NANOS = 100_000;

  private static final long GATHER_NANOS = 1_000_000;
  private static final int MAX_TEXT = 64 * 1024;
  private static final int NO_JOB = -1;

  private final Inbox inbox;
  private final FrameWriter frames;
  private final Thread main = Thread.currentThread();
  private final Map<Integer, BeginJob> jobs = new ConcurrentHashMap<>();
  private final OutBuffer scratch = new OutBuffer(1024);

  private final Object interruptGuard = new Object();
  private int running = NO_JOB; // guarded by interruptGuard
  private final Set<Integer> ending = new HashSet<>(); // guarded by interruptGuard
  private volatile boolean busy;

  // main thread only
  private Chunk current;
  private int preparedJob = NO_JOB;
  private TaskFunction<Object, Object> function;
  private ClassFilter filter;
  private long lastFlush;

  TaskRunner(Inbox inbox, FrameWriter frames) {
    this.inbox = inbox;
    this.frames = frames;
  }

  /** Whether a task runs or results wait. */
  boolean busy() {
    return busy || frames.pending();
  }

  void begin(BeginJob job) {
    jobs.put(job.job(), job);
  }

  /** Nothing of this job will come any more, and nothing is here. */
  void forget(int job) {
    jobs.remove(job);
  }

  /** Interrupts the task of a job if it runs; what was not begun is dropped. */
  void end(EndJob end) {
    synchronized (interruptGuard) {
      ending.add(end.job());
      if (running == end.job()) {
        main.interrupt();
      }
    }
    inbox.end(end);
  }

  void run() throws IOException {
    while (true) {
      var order = inbox.poll();
      var afterPause = order == null;
      if (afterPause) {
        frames.flush();
        busy = false;
        order = inbox.take();
        if (order == null) {
          return;
        }
        busy = true;
        lastFlush = System.nanoTime();
      }
      if (order instanceof Chunk chunk) {
        runChunk(jobs.get(chunk.job()), chunk, afterPause);
      } else if (order instanceof EndJob end) {
        jobs.remove(end.job());
        synchronized (interruptGuard) {
          ending.remove(end.job());
        }
        frames.add(new JobEnded(end.job()));
      }
    }
  }

  private void runChunk(BeginJob job, Chunk chunk, boolean afterPause) throws IOException {
    current = chunk;
    var started = System.nanoTime();
    frames.add(new Started(chunk.job(), chunk.chunk(), started));
    Object argument;
    try {
      prepare(job);
      argument = ValueReader.fromBytes(chunk.argument(), filter, loader());
    } catch (IOException | RuntimeException | Error e) {
      fail(chunk, Fault.UNREADABLE, e);
      return;
    }
    var read = System.nanoTime();
    Object result;
    try {
      enter(chunk.job());
      try {
        result = function.apply(argument);
      } finally {
        leave();
      }
    } catch (Throwable e) { // whatever a task throws is its result; the worker goes on
      fail(chunk, Fault.THREW, e);
      return;
    }
    var computed = System.nanoTime();
    byte[] bytes;
    try {
      bytes = ValueWriter.toBytes(result, scratch);
    } catch (NotSendableException | RuntimeException | Error e) {
      fail(chunk, Fault.UNSENDABLE, e);
      return;
    }
    var written = System.nanoTime();
    try {
      frames.add(
          new Finished(
              chunk.job(),
              chunk.chunk(),
              started,
              read - started,
              computed - read,
              written - computed,
              bytes));
    } catch (FrameWriter.TooLargeException | RuntimeException | Error e) {
      fail(chunk, Fault.UNSENDABLE, e);
      return;
    }
    if (afterPause || written - started > LONG_TASK_NANOS || written - lastFlush > GATHER_NANOS) {
      frames.flush();
      lastFlush = written;
    }
  }

  @SuppressWarnings("unchecked")
  private void prepare(BeginJob job) throws IOException {
    if (preparedJob != job.job()) {
      preparedJob = NO_JOB;
      filter = new ClassFilter(Set.copyOf(job.admitted()));
      function =
          (TaskFunction<Object, Object>) ValueReader.fromBytes(job.function(), filter, loader());
      preparedJob = job.job();
    }
  }

  private static ClassLoader loader() {
    return Thread.currentThread().getContextClassLoader();
  }

  /** Begins unless the job was ended while the chunk was on its way here. */
  private void enter(int job) throws InterruptedException {
    synchronized (interruptGuard) {
      if (ending.contains(job)) {
        throw new InterruptedException("its job was ended");
      }
      running = job;
    }
  }

  private void leave() {
    synchronized (interruptGuard) {
      running = NO_JOB;
      Thread.interrupted(); // an interrupt meant for this task must not reach the next
    }
  }

  private void fail(Chunk chunk, Fault fault, Throwable thrown) throws IOException {
    var trace = new StringWriter();
    var text = "";
    try {
      text = thrown.getMessage() == null ? "" : thrown.getMessage();
      thrown.printStackTrace(new PrintWriter(trace));
    } catch (RuntimeException | Error e) {
      text = "(it does not say why: its own getMessage threw " + e.getClass().getName() + ")";
    }
    frames.add(
        new Failed(
            chunk.job(),
            chunk.chunk(),
            System.nanoTime(),
            fault,
            thrown.getClass().getName(),
            shortened(text),
            shortened(trace.toString())));
    frames.flush();
  }

  private static String shortened(String text) {
    return text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT) + "…";
  }

  @Override
  public void progress(long done) {
    var chunk = current;
    if (chunk == null || Thread.currentThread() != main) {
      return;
    }
    try {
      frames.add(new Progress(chunk.job(), chunk.chunk(), System.nanoTime(), done));
      frames.flush();
    } catch (IOException e) {
      WorkerMain.halt(1); // the parent is gone
    }
  }
}
