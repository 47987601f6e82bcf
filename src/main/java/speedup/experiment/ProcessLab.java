package speedup.experiment;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import speedup.measure.EngineKind;
import speedup.measure.RunEvent;
import speedup.pool.PoolOptions;
import speedup.pool.WorkerLauncher;
import speedup.python.PythonFinder;
import speedup.workload.InputException;
import speedup.workload.Workload;
import speedup.workload.Workloads;

/** The lab on real worker processes. */
public final class ProcessLab implements Lab {
  private static final long STOP_MILLIS = 2_000;

  private final PoolSource pools;
  private final PythonSource python;
  private final LabTools tools;
  private Thread running; // guarded by this
  private RunHandle<?> handle; // of what runs; guarded by this
  private boolean closed; // guarded by this

  /**
   * Starts no process yet.
   *
   * @param cache the folder for generated input, which need not be there
   */
  public ProcessLab(WorkerLauncher launcher, Path cache, PythonFinder finder) {
    this(launcher, new InputRoom(cache), finder);
  }

  ProcessLab(WorkerLauncher launcher, InputRoom input, PythonFinder finder) {
    pools = new PoolSource(launcher, PoolOptions.defaults());
    python = new PythonSource(finder);
    tools = new LabTools(pools, python, new Sizer(input), input);
  }

  @Override
  public RunHandle<RunReport> start(RunRequest request, Consumer<RunEvent> listener) {
    return start(
        () -> new Experiment(request, workload(request), tools, new RunChannel(listener)).run());
  }

  @Override
  public RunHandle<SweepReport> sweep(SweepRequest request, Consumer<RunEvent> listener) {
    return start(
        () -> new Sweep(request, workload(request.run()), tools, new RunChannel(listener)).run());
  }

  /** What an experiment's thread does. */
  private interface Job<R> {
    R run() throws InputException, ExperimentFailedException, InterruptedException;
  }

  private synchronized <R> RunHandle<R> start(Job<R> job) {
    if (closed) {
      throw new IllegalStateException("the lab is closed");
    }
    if (running != null && running.isAlive()) {
      throw new IllegalStateException("an experiment is under way; stop it first");
    }
    var report = new CompletableFuture<R>();
    var stopped = new AtomicBoolean();
    var thread =
        Thread.ofPlatform().name("experiment").daemon().unstarted(() -> run(job, report, stopped));
    running = thread;
    var started =
        new RunHandle<R>() {
          @Override
          public CompletableFuture<R> report() {
            return report;
          }

          @Override
          public void stop() {
            stopped.set(true);
            thread.interrupt();
          }
        };
    handle = started;
    thread.start();
    return started;
  }

  private <R> void run(Job<R> job, CompletableFuture<R> report, AtomicBoolean stopped) {
    try {
      var found = job.run();
      finish();
      report.complete(found);
    } catch (InterruptedException e) {
      finish();
      report.completeExceptionally(new CancellationException("stopped"));
    } catch (InputException | ExperimentFailedException e) {
      finish();
      // what an interrupt breaks off, such as a file being written, fails in its own way
      report.completeExceptionally(stopped.get() ? new CancellationException("stopped") : e);
    } catch (RuntimeException | Error e) {
      finish();
      report.completeExceptionally(
          stopped.get()
              ? new CancellationException("stopped")
              : new ExperimentFailedException(OwnFailure.sentence(e), e));
    }
  }

  private static Workload workload(RunRequest request) throws InputException {
    return Workloads.byId(request.workload()).orElseThrow(() -> unknown(request));
  }

  /** Before the report is there, so that whoever waits for it can start the next experiment. */
  private synchronized void finish() {
    running = null;
    handle = null;
  }

  private static InputException unknown(RunRequest request) {
    return new InputException(
        null,
        "there is no workload \"%s\"; there are %s"
            .formatted(
                request.workload(),
                String.join(", ", Workloads.all().stream().map(Workload::id).toList())));
  }

  @Override
  public Optional<String> unavailable(EngineKind engine) {
    return engine == EngineKind.PYTHON ? python.unavailable() : Optional.empty();
  }

  @Override
  public void killWorker(int worker) {
    if (!python.kill(worker, true)) {
      pools.present().ifPresent(pool -> pool.kill(pools.processOf(worker)));
    }
  }

  @Override
  public void terminateWorker(int worker) {
    if (!python.kill(worker, false)) {
      pools.present().ifPresent(pool -> pool.terminate(pools.processOf(worker)));
    }
  }

  @Override
  public int warmWorkers() {
    return pools.ready();
  }

  @Override
  public InputCache cache() {
    return tools.input().cache();
  }

  @Override
  public void close() {
    Thread present;
    RunHandle<?> itsHandle;
    synchronized (this) {
      closed = true;
      present = running;
      itsHandle = handle;
    }
    if (present != null) {
      itsHandle.stop();
      try {
        present.join(STOP_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    python.close();
    pools.close();
  }
}
