package speedup.worker;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import speedup.pool.task.ItemFailure;
import speedup.pool.task.TaskAction;
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
import speedup.wire.Message.FromWorker;
import speedup.wire.Message.Initialized;
import speedup.wire.Message.JobEnded;
import speedup.wire.Message.Progress;
import speedup.wire.Message.Started;
import speedup.wire.Message.Told;
import speedup.wire.Message.Welcome;
import speedup.wire.NotSendableException;
import speedup.wire.OutBuffer;
import speedup.wire.ValueReader;
import speedup.wire.ValueWriter;
import speedup.wire.WireException;

/** Runs chunks one after the other on the main thread, and decides when results are written. */
final class TaskRunner implements TaskContext {
  /** Above this a flush after each result costs next to nothing beside the task itself. */
  private static final long LONG_TASK_NANOS = 100_000;

  /** A chunk that runs for longer is told of, so that the parent sees it running. */
  private static final long LONG_CHUNK_NANOS = 5_000_000;

  private static final long GATHER_NANOS = 1_000_000;
  private static final int NO_JOB = -1;

  /** Below this a chunk is quick. */
  private static final long QUICK_NANOS = 5_000;

  /** So many quick chunks in a row are timed as a whole. */
  private static final int UNTIMED = 15;

  private final Thread main = Thread.currentThread();
  private final Inbox inbox;
  private final FrameWriter frames;
  private final Map<Integer, BeginJob> jobs = new ConcurrentHashMap<>();
  private final OutBuffer scratch = new OutBuffer(1024);
  private final ClassLoader loader;

  private volatile boolean busy;

  // main thread only
  private Chunk current;
  private int preparedJob = NO_JOB;
  private TaskFunction<Object, Object> function;
  private ClassFilter filter;
  private TaskAction exitFunction;
  private long lastFlush;

  /** What is written goes out with the first word of the next chunk: one write wakes the parent. */
  private boolean flushDue;

  // how quick chunks are timed: see timed() and shared()
  private long now;
  private int untimed;
  private long lastReading;
  private long lastWriting;

  TaskRunner(Inbox inbox, FrameWriter frames, ClassLoader loader) {
    this.inbox = inbox;
    this.frames = frames;
    this.loader = loader;
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

  /** Says once that the running chunk takes long. Called now and then by another thread. */
  void tellOfLongChunk() throws IOException {
    var started = inbox.longChunk(LONG_CHUNK_NANOS);
    if (started != null) {
      // not under the inbox's lock: writing may wait for the parent, and its reader needs the lock
      frames.add(started);
    }
  }

  void run() throws IOException {
    while (true) {
      var order = inbox.next(now);
      var afterPause = order == null;
      if (afterPause) {
        frames.flush();
        flushDue = false;
        busy = false;
        order = inbox.take();
        if (order == null) {
          runExitFunction();
          return;
        }
        busy = true;
        now = System.nanoTime();
        lastFlush = now;
      }
      if (order instanceof Chunk chunk) {
        runChunk(chunk, afterPause);
      } else if (order instanceof EndJob end) {
        jobs.remove(end.job());
        frames.add(new JobEnded(end.job()));
      } else if (order instanceof Welcome welcome) {
        initialize(welcome);
      }
    }
  }

  private void initialize(Welcome welcome) throws IOException {
    var admitted = new ClassFilter(Set.copyOf(welcome.admitted()));
    try {
      var initializer = action(welcome.initializer(), admitted);
      exitFunction = action(welcome.exitFunction(), admitted);
      if (initializer != null) {
        initializer.run();
      }
    } catch (Throwable e) { // whatever it throws, this worker cannot be used
      fail(0, 0, Fault.NOT_INITIALIZED, e);
      return;
    }
    frames.add(new Initialized());
  }

  private TaskAction action(byte[] bytes, ClassFilter filter) throws IOException {
    return bytes.length == 0 ? null : (TaskAction) ValueReader.fromBytes(bytes, filter, loader);
  }

  private void runExitFunction() {
    if (exitFunction == null) {
      return;
    }
    try {
      exitFunction.run();
    } catch (Throwable e) { // the worker ends all the same; its log tells of it
      System.err.println("the exit function failed:");
      e.printStackTrace();
    }
  }

  private void runChunk(Chunk chunk, boolean afterPause) throws IOException {
    current = chunk;
    var timed = afterPause || chunk.announce() || untimed == 0;
    if (chunk.announce()) {
      // should the task take this process with it, the parent knows which it was
      frames.add(new Started(chunk.job(), chunk.chunk(), now));
    }
    if (chunk.announce() || flushDue) {
      flush();
    }
    var started = now;
    var outcome = work(chunk, started, timed);
    try {
      frames.add(outcome);
    } catch (FrameWriter.TooLargeException | RuntimeException | Error e) {
      outcome = failed(chunk.job(), chunk.chunk(), Fault.UNSENDABLE, e);
      frames.add(outcome);
    }
    flushDue =
        outcome instanceof Failed
            || afterPause
            || now - started > LONG_TASK_NANOS
            || now - lastFlush > GATHER_NANOS;
  }

  private void flush() throws IOException {
    frames.flush();
    flushDue = false;
    now = System.nanoTime();
    lastFlush = now;
  }

  private FromWorker work(Chunk chunk, long started, boolean timed) {
    var fault = Fault.UNREADABLE;
    try {
      prepare(chunk.job());
      var argument = ValueReader.fromBytes(chunk.argument(), filter, loader);
      var read = timed ? System.nanoTime() : 0;
      fault = Fault.THREW;
      var result = function.apply(argument);
      var computed = timed ? System.nanoTime() : 0;
      fault = Fault.UNSENDABLE;
      var bytes = ValueWriter.toBytes(result, scratch, filter);
      now = System.nanoTime();
      return timed
          ? timed(chunk, started, read - started, computed - read, now - computed, bytes)
          : shared(chunk, started, bytes);
    } catch (Throwable e) { // whatever a task throws is its result; the worker goes on
      // while it still counts as running: what was thrown describes itself by code of its own
      untimed = 0;
      return failed(chunk.job(), chunk.chunk(), fault, e);
    }
  }

  /** After a quick chunk the next few are timed as a whole: reading a clock costs as much. */
  private Finished timed(
      Chunk chunk, long started, long reading, long computing, long writing, byte[] bytes) {
    var whole = reading + computing + writing;
    untimed = whole < QUICK_NANOS ? UNTIMED : 0;
    lastReading = reading;
    lastWriting = writing;
    return new Finished(chunk.job(), chunk.chunk(), started, reading, computing, writing, bytes);
  }

  /**
   * Reading and writing are taken to have cost as much as with the last chunk that was timed in
   * parts; the rest was computing, however long that took.
   */
  private Finished shared(Chunk chunk, long started, byte[] bytes) {
    var whole = now - started;
    untimed = whole < QUICK_NANOS ? untimed - 1 : 0;
    var reading = Math.min(lastReading, whole);
    var writing = Math.min(lastWriting, whole - reading);
    return new Finished(
        chunk.job(), chunk.chunk(), started, reading, whole - reading - writing, writing, bytes);
  }

  @SuppressWarnings("unchecked")
  private void prepare(int number) throws IOException {
    if (preparedJob != number) {
      preparedJob = NO_JOB;
      var job = jobs.get(number);
      filter = new ClassFilter(Set.copyOf(job.admitted()));
      function =
          (TaskFunction<Object, Object>) ValueReader.fromBytes(job.function(), filter, loader);
      preparedJob = number;
    }
  }

  private void fail(int job, int chunk, Fault fault, Throwable thrown) throws IOException {
    frames.add(failed(job, chunk, fault, thrown));
    frames.flush();
  }

  private static Failed failed(int job, int chunk, Fault fault, Throwable thrown) {
    var failure = ItemFailure.of(fault == Fault.THREW ? thrown : memoryRanOut(thrown));
    return new Failed(
        job,
        chunk,
        System.nanoTime(),
        fault,
        failure.type(),
        failure.text(),
        failure.trace(),
        failure.thrown());
  }

  /** Memory that runs out in code called by reflection comes wrapped, in types known here. */
  private static Throwable memoryRanOut(Throwable thrown) {
    var cause = thrown;
    while (cause instanceof WireException
        || cause instanceof NotSendableException
        || cause instanceof ReflectiveOperationException
        || cause instanceof IllegalStateException) {
      cause = cause.getCause();
    }
    return cause instanceof OutOfMemoryError ? cause : thrown;
  }

  @Override
  public void progress(long done) {
    var chunk = mine();
    if (chunk != null) {
      say(new Progress(chunk.job(), chunk.chunk(), System.nanoTime(), done));
    }
  }

  @Override
  public void tell(long at, long[] numbers) {
    var chunk = mine();
    if (chunk != null) {
      say(new Told(chunk.job(), chunk.chunk(), at, numbers));
    }
  }

  /** The chunk that runs on this thread; null on any other thread. */
  private Chunk mine() {
    return Thread.currentThread() == main ? current : null;
  }

  private void say(FromWorker word) {
    try {
      frames.add(word);
      frames.flush();
    } catch (IOException e) {
      WorkerMain.outputLost(e);
    }
  }
}
