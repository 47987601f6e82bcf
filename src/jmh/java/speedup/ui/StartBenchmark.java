package speedup.ui;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.stage.Window;
import speedup.experiment.Lab;
import speedup.experiment.ProcessLab;
import speedup.pool.JvmLauncher;
import speedup.python.PythonFinder;
import speedup.settings.UserFolders;
import speedup.ui.view.Backstage;

/**
 * Measures how soon the window is there, and what it costs while nothing happens. Prints seconds
 * from the start of the JVM to the first frame, the share of one core used while idle, and the heap
 * in use. Exit code 1 when a target is missed.
 */
public final class StartBenchmark {
  private static final double START_SECONDS = 2;
  private static final double IDLE_PERCENT = 1;
  private static final double HEAP_MEGABYTES = 150;
  private static final long SETTLE_MILLIS = 5_000;
  private static final long IDLE_MILLIS = 10_000;

  private static final CompletableFuture<Double> FIRST_FRAME = new CompletableFuture<>();
  private static final CompletableFuture<Boolean> GOOD = new CompletableFuture<>();

  private StartBenchmark() {}

  /** Opens the program's window, waits, prints. */
  public static void main(String[] args) throws Exception {
    Thread.ofPlatform().name("measure").daemon().start(StartBenchmark::measure);
    WorkbenchApp.open(() -> Backstage.of(openLab()));
    System.exit(GOOD.get(1, TimeUnit.MINUTES) ? 0 : 1);
  }

  /** Called when the window is about to be made, so what is queued here runs once it is shown. */
  private static Lab openLab() {
    Platform.runLater(StartBenchmark::watchFirstFrame);
    return new ProcessLab(
        JvmLauncher.ofThisProcess(List.of()), UserFolders.ofThisUser().cache(), new PythonFinder());
  }

  private static void watchFirstFrame() {
    var scene = Window.getWindows().getFirst().getScene();
    var once =
        new Runnable() {
          @Override
          public void run() {
            scene.removePostLayoutPulseListener(this);
            FIRST_FRAME.complete(sinceStart());
          }
        };
    scene.addPostLayoutPulseListener(once);
    Platform.requestNextPulse();
  }

  private static double sinceStart() {
    return (System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime()) / 1e3;
  }

  private static void measure() {
    try {
      var start = FIRST_FRAME.get(1, TimeUnit.MINUTES);
      Thread.sleep(SETTLE_MILLIS);
      var idle = idlePercent();
      System.gc();
      var heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6;
      var good = start < START_SECONDS && idle < IDLE_PERCENT && heap < HEAP_MEGABYTES;
      print("first frame after", start, "s", START_SECONDS);
      print("processor while idle", idle, "%", IDLE_PERCENT);
      print("heap in use", heap, "MB", HEAP_MEGABYTES);
      GOOD.complete(good);
    } catch (Exception e) {
      GOOD.completeExceptionally(e);
    } finally {
      Platform.exit();
    }
  }

  /** Share of one core. */
  private static double idlePercent() throws InterruptedException {
    var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    var cpuBefore = system.getProcessCpuTime();
    var before = System.nanoTime();
    Thread.sleep(IDLE_MILLIS);
    return 100.0 * (system.getProcessCpuTime() - cpuBefore) / (System.nanoTime() - before);
  }

  private static void print(String what, double value, String unit, double limit) {
    System.out.printf(
        "%-21s %8.2f %-3s %s: under %.0f %s%n",
        what, value, unit, value < limit ? "met" : "MISSED", limit, unit);
  }
}
