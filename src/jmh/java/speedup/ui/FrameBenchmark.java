package speedup.ui;

import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.stage.Stage;
import speedup.ui.view.Backstage;
import speedup.ui.view.View;

/**
 * Measures how steadily the window draws while two workers send 100,000 events a second. Prints
 * median and 99th percentile of the time between frames, and whether every event was counted. Two
 * optional arguments: seconds (20) and events a second (100000). Exit code 1 when a target is
 * missed.
 */
public final class FrameBenchmark {
  private static final int WORKERS = 2;
  private static final double WARM_UP_SECONDS = 5;
  private static final double MEDIAN_MILLIS = 17;
  private static final double P99_MILLIS = 34;

  private FrameBenchmark() {}

  /** Opens the window, runs the storm, prints. */
  public static void main(String[] args) throws Exception {
    double seconds = args.length > 0 ? Double.parseDouble(args[0]) : 20;
    long rate = args.length > 1 ? Long.parseLong(args[1]) : 100_000;
    Platform.startup(() -> {});
    Platform.setImplicitExit(false);
    var storm = new EventStorm(WORKERS, rate);
    var stage = onFx(Stage::new);
    var workbench = onFx(() -> open(stage, storm));
    var idle = frames(WARM_UP_SECONDS);
    onFx(() -> run(workbench));
    frames(WARM_UP_SECONDS);
    long before = storm.sent();
    long start = System.nanoTime();
    var frames = frames(seconds);
    double sentPerSecond = (storm.sent() - before) * 1e9 / (System.nanoTime() - start);
    storm.end();
    long counted = onFx(() -> workbench.shell().runView().eventsSeen());
    System.out.printf("window                %.0f x %.0f%n", stage.getWidth(), stage.getHeight());
    System.out.printf("events a second       %,.0f%n", sentPerSecond);
    System.out.printf("events sent, counted  %,d, %,d%n", storm.sent(), counted);
    print("without a run", idle);
    print("during the run", frames);
    boolean good =
        counted == storm.sent()
            && percentile(frames, 50) < MEDIAN_MILLIS
            && percentile(frames, 99) < P99_MILLIS;
    System.out.printf(
        "%s: median under %.0f ms, p99 under %.0f ms, no event lost%n",
        good ? "met" : "MISSED", MEDIAN_MILLIS, P99_MILLIS);
    onFx(() -> {
      workbench.close();
      stage.hide();
      return stage;
    });
    System.exit(good ? 0 : 1);
  }

  private static Workbench open(Stage stage, EventStorm storm) {
    var workbench = Workbench.open(stage, Backstage.of(storm));
    stage.setWidth(1366);
    stage.setHeight(768);
    workbench.shell().show(View.RUN);
    workbench.shell().choose("tiny-tasks");
    return workbench;
  }

  private static Workbench run(Workbench workbench) {
    workbench.shell().run();
    return workbench;
  }

  /** Milliseconds between frames over so many seconds, sorted. */
  private static double[] frames(double seconds) throws InterruptedException {
    var recorder = new Recorder(seconds);
    Platform.runLater(recorder::start);
    recorder.over.await();
    var intervals = Arrays.copyOf(recorder.millis, recorder.count);
    Arrays.sort(intervals);
    return intervals;
  }

  private static void print(String when, double[] sorted) {
    System.out.printf(
        "%-21s %d frames, interval median %.1f ms, p99 %.1f ms, longest %.1f ms%n",
        when,
        sorted.length,
        percentile(sorted, 50),
        percentile(sorted, 99),
        sorted[sorted.length - 1]);
  }

  private static double percentile(double[] sorted, int percent) {
    return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
  }

  private static <T> T onFx(Callable<T> work) throws Exception {
    var answer = new CompletableFuture<T>();
    Platform.runLater(() -> {
      try {
        answer.complete(work.call());
      } catch (Exception | LinkageError e) {
        answer.completeExceptionally(e);
      }
    });
    return answer.get(60, TimeUnit.SECONDS);
  }

  /** Notes when frames begin. By the clock, as the time handed in is that of the plan. */
  private static final class Recorder extends AnimationTimer {
    private final CountDownLatch over = new CountDownLatch(1);
    private final double[] millis;
    private final long nanos;
    private int count;
    private long first;
    private long last;

    Recorder(double seconds) {
      nanos = (long) (seconds * 1e9);
      millis = new double[(int) (seconds * 1_000) + 1];
    }

    @Override
    public void handle(long planned) {
      long now = System.nanoTime();
      if (last == 0) {
        first = now;
      } else if (count < millis.length) {
        millis[count++] = (now - last) / 1e6;
      }
      last = now;
      if (now - first > nanos) {
        stop();
        over.countDown();
      }
    }
  }
}
