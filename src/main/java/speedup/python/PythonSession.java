package speedup.python;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import speedup.measure.PoolEvent;

/**
 * A {@code multiprocessing.Pool} that is up. Jobs run one at a time, on the thread that calls; what
 * is said about the processes and {@link #close} may come from any thread.
 */
public final class PythonSession implements AutoCloseable {
  private static final long START_NANOS = 90_000_000_000L;
  private static final long SILENCE_NANOS = 30_000_000_000L;
  private static final long LOOK_MILLIS = 100;
  private static final long LOOK_NANOS = LOOK_MILLIS * 1_000_000;
  private static final int PINGS = 5;

  /** Enough that no worker waits for us, few enough that the arguments fit into memory. */
  private static final int CHUNKS_AHEAD = 32;

  private final Python python;
  private final PythonScript script;
  private final PythonLink link;
  private final List<ProcessHandle> workers = new ArrayList<>();
  private String method = "";
  private long offset;
  private long lookedAt = System.nanoTime();
  private volatile boolean running;

  private PythonSession(Python python, PythonScript script, PythonLink link) {
    this.python = python;
    this.script = script;
    this.link = link;
  }

  /**
   * Starts Python, and returns when all workers are up.
   *
   * @param listener told of each worker that it starts, and when it was ready
   * @throws PythonException when it does not start
   */
  public static PythonSession start(Python python, int workers, Consumer<PoolEvent> listener)
      throws PythonException, InterruptedException {
    PythonScript script;
    try {
      script = PythonScript.write();
    } catch (IOException e) {
      throw new PythonException(
          "the script for Python cannot be written (%s); make room in the folder for temporary files"
              .formatted(e.getMessage()),
          e);
    }
    PythonSession session = null;
    try {
      for (var worker = 0; worker < workers; worker++) {
        listener.accept(new PoolEvent.Starting(worker, System.nanoTime()));
      }
      session = new PythonSession(python, script, PythonLink.start(python, script.file()));
      session.greet(workers, listener);
      return session;
    } catch (PythonException | InterruptedException | RuntimeException e) {
      if (session == null) {
        delete(script);
      } else {
        session.close();
      }
      throw e;
    }
  }

  private void greet(int count, Consumer<PoolEvent> listener)
      throws PythonException, InterruptedException {
    link.send(Map.of("do", "start", "workers", count));
    if (!(await(START_NANOS) instanceof PythonMessage.Ready ready)
        || ready.workers().size() != count) {
      throw outOfTurn();
    }
    method = ready.method();
    readClock();
    for (var worker = 0; worker < count; worker++) {
      var pid = ready.workers().get(worker).pid();
      workers.add(ProcessHandle.of(pid).filter(this::isOurs).orElseThrow(() -> died(pid)));
      listener.accept(
          new PoolEvent.Ready(worker, ready.workers().get(worker).at() + offset, pid, offset));
    }
  }

  /** Only what it started may be ended with it, whatever it says. */
  private boolean isOurs(ProcessHandle worker) {
    for (var parent = worker.parent(); parent.isPresent(); parent = parent.get().parent()) {
      if (parent.get().equals(link.handle())) {
        return true;
      }
    }
    return false;
  }

  /** The answer that came soonest tells best what their clock said when ours said that. */
  private void readClock() throws PythonException, InterruptedException {
    var shortest = Long.MAX_VALUE;
    for (var i = 0; i < PINGS; i++) {
      var sent = System.nanoTime();
      link.send(Map.of("do", "ping"));
      if (!(await(SILENCE_NANOS) instanceof PythonMessage.Pong pong)) {
        throw outOfTurn();
      }
      var took = System.nanoTime() - sent;
      if (took < shortest) {
        shortest = took;
        offset = sent + took / 2 - pong.at();
      }
    }
  }

  /** Which Python it is and how it starts its workers, in a sentence. */
  public String description() {
    return "Python is version %s and starts its workers by \"%s\"."
        .formatted(python.version(), method);
  }

  /** Process ids of the workers, by their numbers. */
  public List<Long> pids() {
    return workers.stream().map(ProcessHandle::pid).toList();
  }

  /** Process ids of everything that belongs to it. */
  public List<Long> allPids() {
    var all = new ArrayList<>(pids());
    all.add(link.handle().pid());
    return all;
  }

  /** The folder of its script, which is in the command line of each of its processes. */
  Path folder() {
    return script.file().getParent();
  }

  /** Whether a job is under way. */
  public boolean running() {
    return running;
  }

  /** Ends the process of a worker; the job under way then fails. */
  public void kill(int worker, boolean forcibly) {
    if (worker >= 0 && worker < workers.size()) {
      if (forcibly) {
        workers.get(worker).destroyForcibly();
      } else {
        workers.get(worker).destroy();
      }
    }
  }

  /**
   * Runs a job.
   *
   * @param listener told what the workers do
   * @throws PythonException when a chunk fails, or a process ends
   * @throws InterruptedException when interrupted; the session can only be closed then, as after
   *     any failure
   */
  public void run(PythonJob job, Consumer<PoolEvent> listener)
      throws PythonException, InterruptedException {
    var lanes = new PythonLanes(job, offset, listener, workers.size());
    running = true;
    try {
      link.send(Map.of("do", "begin"));
      runChunks(job, lanes);
      link.send(Map.of("do", "end"));
      while (!(await(SILENCE_NANOS) instanceof PythonMessage.Ended)) {
        // what was said before
      }
    } finally {
      running = false;
    }
    lanes.end();
  }

  private void runChunks(PythonJob job, PythonLanes lanes)
      throws PythonException, InterruptedException {
    var done = new BitSet(job.chunks());
    var sent = 0;
    var ahead = Math.max(CHUNKS_AHEAD, 4 * workers.size());
    for (var finished = 0; finished < job.chunks(); ) {
      while (sent < job.chunks() && sent - finished < ahead) {
        send(job, sent);
        sent++;
      }
      switch (await(SILENCE_NANOS)) {
        case PythonMessage.Done message -> {
          var chunk = message.chunk();
          if (chunk < 0 || chunk >= sent || done.get(chunk) || !lanes.knows(message.worker())) {
            throw outOfTurn();
          }
          done.set(chunk);
          finished++;
          take(job, message);
          lanes.done(message);
        }
        case PythonMessage.Beat beat -> {
          for (var chunk : beat.running()) {
            if (chunk.chunk() >= 0 && lanes.knows(chunk.worker()) && !done.get(chunk.chunk())) {
              lanes.started(chunk);
            }
          }
        }
        case PythonMessage.Failed failed ->
            throw new PythonException(
                "Python failed at chunk %,d: %s"
                    .formatted(failed.chunk(), Quoted.of(String.valueOf(failed.error()))));
        case PythonMessage.Gone _,
            PythonMessage.Ready _,
            PythonMessage.Pong _,
            PythonMessage.Ended _ ->
            throw outOfTurn();
      }
    }
  }

  private void send(PythonJob job, int chunk) {
    var message = new LinkedHashMap<String, Object>();
    message.put("do", "chunk");
    message.put("function", job.function());
    message.put("chunk", chunk);
    message.put("argument", job.argument().apply(chunk));
    link.send(message);
  }

  private static void take(PythonJob job, PythonMessage.Done message) throws PythonException {
    try {
      job.results().take(message.chunk(), message.result());
    } catch (RuntimeException e) { // whatever a form that is not expected leads to
      throw new PythonException(
          "the result of chunk %,d in Python has not the form of this workload (%s); run it again"
              .formatted(message.chunk(), e.getMessage()),
          e);
    }
  }

  /** The next message; meanwhile sees to it that nobody waits for a process that is gone. */
  private PythonMessage await(long nanos) throws PythonException, InterruptedException {
    var waitsSince = System.nanoTime();
    while (true) {
      var message = link.poll(LOOK_MILLIS);
      if (message instanceof PythonMessage.Gone gone) {
        throw new PythonException(gone.why());
      }
      var now = System.nanoTime();
      if (now - lookedAt > LOOK_NANOS) {
        lookedAt = now;
        for (var worker : workers) {
          if (!worker.isAlive()) {
            throw died(worker.pid());
          }
        }
      }
      if (message != null) {
        return message;
      }
      if (now - waitsSince > nanos) {
        throw new PythonException(
            "Python %s has said nothing for %d s, so the run was ended; run it again"
                .formatted(python.version(), nanos / 1_000_000_000));
      }
    }
  }

  private static PythonException died(long pid) {
    return new PythonException(
        "the Python worker with process id %d ended in the middle of the run, and multiprocessing.Pool"
                .formatted(pid)
            + " would wait for its chunk for ever; the run was ended, run it again");
  }

  private PythonException outOfTurn() {
    return new PythonException(
        "Python %s answered out of turn; run it again, or name another Python with %s"
            .formatted(python.version(), PythonFinder.VARIABLE));
  }

  /** Ends all of its processes, whatever they do. */
  @Override
  public void close() {
    link.close();
    workers.forEach(ProcessHandle::destroyForcibly);
    delete(script);
  }

  private static void delete(PythonScript script) {
    try {
      script.close();
    } catch (IOException e) {
      script.file().toFile().deleteOnExit(); // some systems keep a file for a moment longer
    }
  }
}
