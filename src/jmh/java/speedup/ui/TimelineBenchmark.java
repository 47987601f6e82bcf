package speedup.ui;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import speedup.measure.PoolEvent;
import speedup.measure.RunTrace;
import speedup.measure.TraceRecorder;
import speedup.plot.timeline.TimedTrace;
import speedup.plot.timeline.TimelineChart;
import speedup.plot.timeline.TimelineState;
import speedup.ui.chart.ChartPane;

/**
 * Measures how long a run of 2,000,000 chunks takes to open in the timeline, and how long a frame
 * takes while it is panned at several zooms, drawn and painted in software, against a frame of an
 * empty pane of the same size. An optional argument: chunks. Exit code 1 when a target is missed.
 */
public final class TimelineBenchmark {
  private static final int WORKERS = 4;
  private static final int FRAMES = 120;
  private static final double FRAME_MILLIS = 1000 / 60.0;
  private static final double OPEN_MILLIS = 2_000;

  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  /** Milliseconds of processor time for a frame of the last series. */
  private static volatile double cpu;

  private TimelineBenchmark() {}

  /** Makes a run, opens it, pans, prints. */
  public static void main(String[] args) throws Exception {
    int chunks = args.length > 0 ? Integer.parseInt(args[0]) : 2_000_000;
    Platform.startup(() -> {});
    var trace = trace(chunks);
    new TimedTrace("warm-up", false, trace);
    long before = System.nanoTime();
    var run = new TimedTrace("run", false, trace);
    var state = TimelineState.of(List.of(run));
    double open = (System.nanoTime() - before) / 1e6;
    System.out.printf("chunks, workers       %,d, %d%n", chunks, WORKERS);
    System.out.printf("opened in             %.0f ms%n", open);
    var empty = new ChartPane();
    double nothing = median(frames(empty, _ -> {}));
    System.out.printf("empty frame           median %.2f ms%n", nothing);
    boolean good = open < OPEN_MILLIS;
    frames(new ChartPane(), _ -> {}); // the first ones of each kind compile
    for (double share : new double[] {0.5, 1, 0.3, 0.01, 0.000_1, 0.000_01}) {
      var pane = new ChartPane();
      var all = state.bounds();
      var window = all.zoom(all.span() / 3, share, all);
      var frames =
          frames(
              pane,
              frame -> {
                // at full width there is nothing to pan, so the edge of the window moves
                var next =
                    share == 1
                        ? all.zoom(0, 1 - frame * 1e-4, all)
                        : window.pan(frame * window.span() / 200, all);
                pane.show(new TimelineChart(state.withWindow(next)));
              });
      double median = median(frames);
      double worst = frames[frames.length * 99 / 100];
      good &= worst < FRAME_MILLIS;
      System.out.printf(
          "%7.3f %% visible     median %.2f ms (%.1f times an empty frame), p99 %.2f ms, processor"
              + " %.2f ms%n",
          share * 100, median, median / nothing, worst, cpu);
    }
    System.out.printf(
        "%s: opened in under %.0f ms, p99 of a frame under %.1f ms%n",
        good ? "met" : "MISSED", OPEN_MILLIS, FRAME_MILLIS);
    System.exit(good ? 0 : 1);
  }

  private static RunTrace trace(int chunks) {
    var recorder = new TraceRecorder();
    var at = new long[WORKERS];
    for (int i = 0; i < chunks; i++) {
      int worker = i % WORKERS;
      // lanes that differ from column to column are the dearest to draw
      long wave = 300 + (long) (3_000 * (1 + Math.sin(i / 997.0)));
      long start = at[worker] + i * 7_919L % wave;
      long compute = 500 + i * 104_729L % 8_000;
      at[worker] = start + 500 + compute;
      recorder.accept(
          new PoolEvent.ChunkFinished(
              worker, at[worker], 1, i, 10, start, 300, compute, 200, 0, 0));
    }
    long end = Arrays.stream(at).max().orElseThrow();
    return recorder.finish(0, end, end, WORKERS);
  }

  /** Milliseconds of each frame, sorted. */
  private static double[] frames(ChartPane pane, IntConsumer change) throws Exception {
    return onFx(() -> {
      var root = new StackPane(pane);
      var scene = new Scene(root, 1366, 500);
      root.applyCss();
      root.layout();
      var image = new WritableImage(1366, 500);
      var millis = new double[FRAMES];
      long cpuBefore = 0;
      for (int i = -30; i < FRAMES; i++) {
        if (i == 0) {
          cpuBefore = SYSTEM.getProcessCpuTime();
        }
        long began = System.nanoTime();
        change.accept(Math.max(0, i));
        pane.renderIfDirty();
        scene.snapshot(image);
        if (i >= 0) {
          millis[i] = (System.nanoTime() - began) / 1e6;
        }
      }
      cpu = (SYSTEM.getProcessCpuTime() - cpuBefore) / 1e6 / FRAMES;
      Arrays.sort(millis);
      return millis;
    });
  }

  private static double median(double[] sorted) {
    return sorted[sorted.length / 2];
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
    return answer.get(120, TimeUnit.SECONDS);
  }
}
