package speedup.ui.run;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import speedup.experiment.Lab;
import speedup.experiment.RunHandle;
import speedup.experiment.RunReport;
import speedup.experiment.RunRequest;
import speedup.measure.RunEvent;

/** A lab in which nothing happens but what a test says and ends. */
final class SilentLab implements Lab {
  /** Completed by the test to end the present experiment. */
  CompletableFuture<RunReport> report;

  Consumer<RunEvent> listener;
  int started;
  int killed = -1;
  int terminated = -1;

  @Override
  public RunHandle start(RunRequest request, Consumer<RunEvent> itsListener) {
    started++;
    listener = itsListener;
    report = new CompletableFuture<>();
    var present = report;
    return new RunHandle() {
      @Override
      public CompletableFuture<RunReport> report() {
        return present;
      }

      @Override
      public void stop() {
        present.cancel(false);
      }
    };
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

  @Override
  public void close() {
    report = null;
  }
}
