package speedup.ui.run;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import speedup.experiment.InputCache;
import speedup.experiment.Lab;
import speedup.experiment.RunHandle;
import speedup.experiment.RunReport;
import speedup.experiment.RunRequest;
import speedup.experiment.SweepReport;
import speedup.experiment.SweepRequest;
import speedup.measure.EngineKind;
import speedup.measure.RunEvent;
import speedup.workload.Workloads;

/** A lab in which nothing happens but what a test says and ends. */
public final class SilentLab implements Lab {
  /** Completed by the test to end the present experiment. */
  public CompletableFuture<RunReport> report;

  /** Told by the test what happens. */
  public Consumer<RunEvent> listener;

  /** The last that was asked for. */
  public RunRequest request;

  /** Whether an experiment goes on although it was stopped. */
  public boolean stubborn;

  public int started;
  public int stopped;
  public int closed;
  int killed = -1;
  int terminated = -1;

  @Override
  public RunHandle<RunReport> start(RunRequest itsRequest, Consumer<RunEvent> itsListener) {
    started++;
    request = itsRequest;
    listener = itsListener;
    report = new CompletableFuture<>();
    var present = report;
    return new RunHandle<RunReport>() {
      @Override
      public CompletableFuture<RunReport> report() {
        return present;
      }

      @Override
      public void stop() {
        stopped++;
        if (!stubborn) {
          present.cancel(false);
        }
      }
    };
  }

  @Override
  public RunHandle<SweepReport> sweep(SweepRequest itsRequest, Consumer<RunEvent> itsListener) {
    throw new AssertionError("a study was not expected");
  }

  @Override
  public Optional<String> unavailable(EngineKind engine) {
    return Optional.empty();
  }

  @Override
  public void killWorker(int worker) {
    killed = worker;
  }

  @Override
  public void terminateWorker(int worker) {
    terminated = worker;
  }

  @Override
  public int warmWorkers() {
    return started == 0 ? 0 : 2;
  }

  /** Where it is said to keep input; a test puts files there. */
  public Path cacheFolder = Path.of("target", "no-cache");

  @Override
  public InputCache cache() {
    return new InputCache(cacheFolder, Workloads::all);
  }

  @Override
  public void close() {
    closed++;
    report = null;
  }
}
