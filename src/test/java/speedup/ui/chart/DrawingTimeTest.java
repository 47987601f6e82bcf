package speedup.ui.chart;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;
import speedup.plot.KnownStudies;
import speedup.plot.ScalingChart;
import speedup.scaling.TimeModel;

/** Far above what is expected, so that only a mistake in kind is found. */
class DrawingTimeTest {
  private static final int ROUNDS = 30;
  private static final double MOST_MILLIS = 1000;

  /** Mean milliseconds of drawing and painting at 800 x 300, in software. */
  private static <T extends CanvasPane> double millis(T chart, Consumer<T> show) {
    return Screens.onFx(() -> {
      var root = new StackPane(chart);
      var scene = new Scene(root, 800, 300);
      root.applyCss();
      root.layout();
      var image = new WritableImage(800, 300);
      var began = 0L;
      for (var i = -5; i < ROUNDS; i++) {
        if (i == 0) {
          began = System.nanoTime();
        }
        show.accept(chart);
        chart.renderIfDirty();
        scene.snapshot(image);
      }
      return (System.nanoTime() - began) / 1e6 / ROUNDS;
    });
  }

  @Test
  void drawsAThousandRunsWithoutDelay() {
    var counts = IntStream.rangeClosed(1, 20).toArray();
    var runs = KnownStudies.runs(new TimeModel(1, 0.1, 0), 0.05, 50, counts);
    var drawn = ScalingChart.of(KnownStudies.study(runs, 8, 16));

    var millis = millis(new ChartPane(), chart -> chart.show(drawn));

    assertTrue(millis < MOST_MILLIS, millis + " ms");
  }

  @Test
  void drawsDenseLanesWithoutDelay() {
    var track = new DensityTrack();
    for (var i = 0; i < 200_000; i++) {
      track.add(i * 10_000L, 500, 7_000 + i % 1000, 500);
    }
    var view = new DensityTrack.View();
    track.copyInto(view);
    var lanes = new ArrayList<TimelineStrip.Lane>();
    for (var i = 1; i <= 64; i++) {
      lanes.add(new TimelineStrip.Lane("worker " + i, view, List.of()));
    }
    var data = new TimelineStrip.Data(lanes, 0, 2);

    var millis = millis(new TimelineStrip(), strip -> strip.show(data));

    assertTrue(millis < MOST_MILLIS, millis + " ms");
  }
}
