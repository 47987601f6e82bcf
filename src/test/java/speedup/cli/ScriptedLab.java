package speedup.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
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

/** A lab that answers every request as told, so that a test is about the command line alone. */
class ScriptedLab implements Lab {
  private final Function<RunRequest, CompletableFuture<RunReport>> answer;
  RunRequest asked;
  boolean closed;
  Path cacheFolder = Path.of("target", "no-cache");

  ScriptedLab(Function<RunRequest, CompletableFuture<RunReport>> answer) {
    this.answer = answer;
  }

  @Override
  public RunHandle<RunReport> start(RunRequest request, Consumer<RunEvent> listener) {
    asked = request;
    var report = answer.apply(request);
    return new RunHandle<RunReport>() {
      @Override
      public CompletableFuture<RunReport> report() {
        return report;
      }

      @Override
      public void stop() {
        report.cancel(false);
      }
    };
  }

  @Override
  public RunHandle<SweepReport> sweep(SweepRequest request, Consumer<RunEvent> listener) {
    throw new AssertionError("a study was not expected");
  }

  @Override
  public Optional<String> unavailable(EngineKind engine) {
    return Optional.empty();
  }

  @Override
  public void killWorker(int worker) {
    throw new AssertionError("the command line kills no worker");
  }

  @Override
  public void terminateWorker(int worker) {
    throw new AssertionError("the command line terminates no worker");
  }

  @Override
  public int warmWorkers() {
    return 0;
  }

  @Override
  public InputCache cache() {
    return new InputCache(cacheFolder, Workloads::all);
  }

  @Override
  public void close() {
    closed = true;
  }
}
