package speedup.ui.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static speedup.plot.ChartTheme.DARK;
import static speedup.plot.ChartTheme.LIGHT;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javafx.scene.image.WritableImage;
import org.junit.jupiter.api.Test;
import speedup.plot.ChartTheme;
import speedup.ui.chart.TimelineStrip.Lane;
import speedup.ui.chart.TimelineStrip.Marker;
import speedup.ui.chart.TimelineStrip.Marker.Kind;

class TimelineStripTest {
  private static Lane lane(int worker, double ready, double seconds, double chunk, double ipc) {
    var random = new Random(worker);
    var track = new DensityTrack();
    var now = (long) (ready * 1e9);
    while (now < seconds * 1e9) {
      var compute = (long) (chunk * 1e9 * (0.6 + 0.8 * random.nextDouble()));
      var transfer = (long) (ipc * 1e9);
      track.add(now, transfer, compute, transfer);
      now += compute + 2 * transfer + (long) (chunk * 1e9 * 0.2 * random.nextDouble());
    }
    var view = new DensityTrack.View();
    track.copyInto(view);
    var markers = ready > 0 ? List.of(new Marker(ready, Kind.READY)) : List.<Marker>of();
    return new Lane("worker " + (worker + 1), view, markers);
  }

  private static List<Lane> lanes(int count, double ready, double chunk, double ipc) {
    var lanes = new ArrayList<Lane>();
    for (var i = 0; i < count; i++) {
      lanes.add(lane(i, ready * (1 + 0.2 * i), 2, chunk, ipc));
    }
    return lanes;
  }

  private static WritableImage picture(
      List<Lane> lanes, ChartTheme theme, double scale, int width, int height, String name) {
    return Screens.onFx(() -> {
      var strip = new TimelineStrip();
      strip.setTheme(theme);
      strip.setTextScale(scale);
      strip.show(new TimelineStrip.Data(lanes, 0, 2.4));
      return Screens.picture(strip, width, height, "timeline-" + name);
    });
  }

  @Test
  void drawsSingleChunksWhereTheyAreWide() {
    var image = picture(lanes(4, 0.08, 0.1, 0.008), LIGHT, 1, 800, 180, "chunks");

    assertTrue(Screens.count(image, LIGHT.compute()) > 40_000);
    assertTrue(Screens.count(image, LIGHT.serialise()) > 500);
  }

  @Test
  void drawsColumnsWhereChunksAreThin() {
    var image = picture(lanes(4, 0, 0.0002, 0.00004), DARK, 1, 800, 180, "dense");

    assertTrue(Screens.count(image, DARK.compute()) > 10_000);
    assertTrue(Screens.count(image, DARK.serialise()) > 2_000);
  }

  @Test
  void hatchesALaneFromDeathUntilItsReplacementIsReady() {
    var lanes = new ArrayList<>(lanes(2, 0, 0.1, 0.004));
    var hit = lanes.get(1);
    var markers = List.of(new Marker(0.8, Kind.DEATH), new Marker(1.2, Kind.READY));
    var before = picture(lanes, LIGHT, 1, 800, 120, "alive");
    lanes.set(1, new Lane(hit.label(), hit.view(), markers));
    var after = picture(lanes, LIGHT, 1, 800, 120, "death");

    assertTrue(Screens.count(before, LIGHT.compute()) > Screens.count(after, LIGHT.compute()));
    assertTrue(Screens.count(after, LIGHT.error()) > 10);
  }

  @Test
  void hasRoomForManyWorkers() {
    var image = picture(lanes(64, 0.1, 0.01, 0.001), LIGHT, 1, 800, 300, "many");
    var small = picture(lanes(2, 0, 0.05, 0.004), LIGHT, 1, 300, 120, "small");
    var large = picture(lanes(8, 0.1, 0.05, 0.004), DARK, 2, 1600, 500, "large");

    assertTrue(Screens.count(image, LIGHT.compute()) > 20_000);
    assertTrue(Screens.count(small, LIGHT.compute()) > 3_000);
    assertTrue(Screens.count(large, DARK.compute()) > 100_000);
  }

  @Test
  void tellsTheSameNumbersAsText() {
    var lanes = lanes(2, 0, 0.1, 0.004);
    var table =
        Screens.onFx(() -> {
          var strip = new TimelineStrip();
          strip.show(new TimelineStrip.Data(lanes, 0, 2));
          Screens.picture(strip, 400, 100, "timeline-table");
          assertTrue(strip.getAccessibleText().startsWith("Timeline of 2 workers"));
          return strip.table();
        });

    assertEquals(3, table.size());
    assertEquals(Long.toString(lanes.get(0).view().count()), table.get(1).get(1));
  }

  @Test
  void drawsOnlyAnAxisWithoutLanes() {
    var image = picture(List.of(), LIGHT, 1, 600, 120, "empty");

    assertEquals(0, Screens.count(image, LIGHT.compute()));
    assertTrue(Screens.count(image, LIGHT.border()) > 300);
  }
}
