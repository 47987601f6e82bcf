package speedup.ui.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static speedup.plot.ChartTheme.DARK;
import static speedup.plot.ChartTheme.LIGHT;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.image.WritableImage;
import org.junit.jupiter.api.Test;
import speedup.plot.ChartTheme;
import speedup.workload.FlowLook;

class StagesChartTest {
  private static FlowLook look(OptionalInt bottleneck) {
    return new FlowLook(
        4_000,
        List.of(
            new FlowLook.Stage("fetch", 1, 0.12, 0, 0.71),
            new FlowLook.Stage("transform", 3, 0.93, 0.02, 0.03),
            new FlowLook.Stage("save", 1, 0.2, 0.78, 0)),
        List.of(
            new FlowLook.Store("pipe", 1_010, 1_024, "KiB", true),
            new FlowLook.Store("queue", 3, 8, "batches", false)),
        List.of(),
        bottleneck);
  }

  private static List<FillTrack.Point> track(double capacity, double heldFrom, double heldTo) {
    var track = new FillTrack();
    for (var i = 1; i <= 150; i++) {
      var seconds = i * 0.02;
      var held = seconds >= heldFrom && seconds < heldTo;
      track.add(seconds, held ? capacity : capacity * 0.4, held);
    }
    return track.points();
  }

  private static StagesChart.Data data(boolean heldNow) {
    return new StagesChart.Data(
        look(OptionalInt.of(1)),
        List.of(track(1_024, 0.5, 2), track(8, 4, 4)),
        List.of(heldNow, false),
        3);
  }

  private static WritableImage picture(
      StagesChart.Data data, ChartTheme theme, double scale, int width, int height, String name) {
    return Screens.onFx(() -> {
      var chart = new StagesChart();
      chart.setTheme(theme);
      chart.setTextScale(scale);
      chart.show(Optional.of(data));
      return Screens.picture(chart, width, height, "stages-" + name);
    });
  }

  @Test
  void hatchesWhereAStageWasHeldBack() {
    for (var theme : List.of(LIGHT, DARK)) {
      var name = theme == LIGHT ? "light" : "dark";
      var image = picture(data(true), theme, 1, 640, 220, name + "-100");
      var wide = picture(data(false), theme, 2, 1280, 440, name + "-200");

      assertTrue(Screens.count(image, theme.serialise()) > 5_000);
      assertTrue(Screens.count(wide, theme.serialise()) > 20_000);
      assertEquals(
          0, Screens.count(image, theme.lock(), 0, 160, 640, 60), "the queue was not full");
    }
  }

  @Test
  void hasRoomWhereThereIsLittle() {
    var image = picture(data(true), LIGHT, 1, 420, 150, "small");

    assertTrue(Screens.count(image, LIGHT.compute()) > 300);
  }

  @Test
  void saysWhatItShows() {
    var chart =
        Screens.onFx(() -> {
          var made = new StagesChart();
          assertEquals("No chain of processes has run yet.", made.spoken());
          made.show(Optional.of(data(true)));
          return made;
        });

    var spoken = Screens.onFx(chart::spoken);
    assertTrue(spoken.contains("transform, the bottleneck, busy 93 %"), spoken);
    assertTrue(spoken.contains("pipe full, 1010 of 1024 KiB, fetch is held back"), spoken);
    assertEquals("bottleneck", Screens.onFx(chart::table).get(2).getLast());
    assertEquals(0.5, data(true).heldShare(0), 0.02);
    assertEquals(0, data(true).heldShare(1));
  }

  @Test
  void refusesTracksThatDoNotFit() {
    var look = look(OptionalInt.empty());

    assertThrows(
        IllegalArgumentException.class, () -> new StagesChart.Data(look, List.of(), List.of(), 1));
  }

  @Test
  void aTrackOfAnyLengthStaysSmallAndForgetsNothing() {
    var track = new FillTrack();
    for (var i = 1; i <= 100_000; i++) {
      track.add(i, 4, i > 50_000);
    }

    var points = track.points();
    assertTrue(points.size() <= 512, points.size() + " points");
    assertTrue(points.getLast().seconds() > 99_000);
    assertTrue(points.stream().allMatch(point -> point.fill() == 4));
    var data =
        new StagesChart.Data(
            look(OptionalInt.of(0)), List.of(points, points), List.of(false, false), 1);
    assertEquals(0.5, data.heldShare(0), 0.01);
  }
}
