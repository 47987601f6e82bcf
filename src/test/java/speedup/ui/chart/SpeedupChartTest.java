package speedup.ui.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import javafx.scene.image.WritableImage;
import org.junit.jupiter.api.Test;
import speedup.measure.Summary;
import speedup.plot.ChartTheme;
import speedup.plot.SpeedupChart;
import speedup.scaling.TimeModel;

class SpeedupChartTest {
  private static final SpeedupChart.Data EMPTY =
      new SpeedupChart.Data(List.of(), Optional.empty(), 0, OptionalDouble.empty(), 2, 4);

  /** Runs that scatter by 3 % around a model. */
  private static SpeedupChart.Data around(
      TimeModel model, int physical, int logical, int... workers) {
    var random = new Random(7);
    var groups = new ArrayList<SpeedupChart.Group>();
    for (var p : workers) {
      var speedups = new double[7];
      for (var i = 0; i < speedups.length; i++) {
        speedups[i] = model.speedup(p) * (1 + 0.03 * random.nextGaussian());
      }
      var summary = Summary.of(speedups);
      groups.add(
          new SpeedupChart.Group(
              p,
              java.util.Arrays.stream(speedups).boxed().toList(),
              summary.median(),
              summary.interval()));
    }
    var ceiling =
        model.b() > 0 ? OptionalDouble.of(1 / model.serialFraction()) : OptionalDouble.empty();
    return new SpeedupChart.Data(groups, Optional.of(model), physical, ceiling, physical, logical);
  }

  private static WritableImage picture(
      SpeedupChart.Data data, ChartTheme theme, double scale, int width, int height, String name) {
    return Screens.onFx(() -> {
      var chart = new ChartPane();
      chart.setTheme(theme);
      chart.setTextScale(scale);
      chart.show(new SpeedupChart(data));
      return Screens.picture(chart, width, height, "speedup-" + name);
    });
  }

  @Test
  void drawsRunsFitAndCeiling() {
    var data = around(new TimeModel(3, 0.3, 0), 4, 8, 1, 2, 3, 4, 6, 8);
    for (var theme : List.of(ChartTheme.LIGHT, ChartTheme.DARK)) {
      var name = theme == ChartTheme.LIGHT ? "light" : "dark";
      var image = picture(data, theme, 1, 800, 400, "done-" + name);

      assertTrue(Screens.count(image, theme.compute()) > 400, "medians and fit");
    }
  }

  @Test
  void drawsAxesWithoutRuns() {
    var image = picture(EMPTY, ChartTheme.LIGHT, 1, 800, 300, "empty");

    assertEquals(0, Screens.count(image, ChartTheme.LIGHT.compute()));
    assertTrue(Screens.count(image, ChartTheme.LIGHT.grid()) > 2000);
  }

  @Test
  void fitsIntoSmallAndLargePlaces() {
    var two = around(new TimeModel(3, 0.27, 0), 2, 2, 1, 2);
    var many = around(new TimeModel(30, 0.2, 0.01), 32, 64, 1, 2, 4, 8, 12, 16, 24, 32, 48, 64, 96);
    var slower = around(new TimeModel(1, 0.5, 0.4), 2, 4, 1, 2, 4);

    for (var image :
        List.of(
            picture(two, ChartTheme.LIGHT, 1, 300, 120, "small"),
            picture(two, ChartTheme.LIGHT, 1, 400, 260, "two"),
            picture(many, ChartTheme.LIGHT, 1, 800, 400, "many"),
            picture(slower, ChartTheme.DARK, 1, 600, 300, "slower"),
            picture(two, ChartTheme.LIGHT, 2, 900, 500, "two-large-text"))) {
      var width = (int) image.getWidth();
      assertTrue(Screens.count(image, image.getPixelReader().getColor(0, 0)) > width);
      assertEquals(
          (int) image.getHeight(),
          Screens.count(
              image,
              image.getPixelReader().getColor(0, 0),
              width - 1,
              0,
              1,
              (int) image.getHeight()),
          "nothing touches the right edge");
    }
  }

  @Test
  void tellsTheSameNumbersAsText() {
    var data = around(new TimeModel(3, 0.3, 0), 4, 8, 1, 2);
    var spokenAndTable =
        Screens.onFx(() -> {
          var chart = new ChartPane();
          chart.show(new SpeedupChart(data));
          Screens.picture(chart, 400, 300, "speedup-table");
          return List.of(List.of(chart.getAccessibleText()), chart.table().get(2));
        });

    assertTrue(spokenAndTable.get(0).get(0).contains("The fit cannot pass 11.0 times."));
    assertEquals("2", spokenAndTable.get(1).get(0));
    assertEquals("1.833", spokenAndTable.get(1).get(4));
  }
}
