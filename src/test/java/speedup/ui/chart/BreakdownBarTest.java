package speedup.ui.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static speedup.plot.ChartTheme.DARK;
import static speedup.plot.ChartTheme.LIGHT;

import java.util.Optional;
import javafx.scene.image.WritableImage;
import org.junit.jupiter.api.Test;
import speedup.measure.Breakdown;
import speedup.plot.ChartTheme;
import speedup.scaling.Verdict.Part;

class BreakdownBarTest {
  private static final Breakdown COMMON = new Breakdown(0.3, 0.2, 1.6, 0.6, 6.8, 0.4, 0.1);
  private static final Breakdown ONE_SIDED = new Breakdown(0.06, 0.05, 0.07, 0.06, 9.6, 0.08, 0.08);

  private static WritableImage picture(
      Optional<Breakdown> breakdown,
      ChartTheme theme,
      double scale,
      int width,
      int height,
      Optional<Part> highlight,
      String name) {
    return Screens.onFx(() -> {
      var bar = new BreakdownBar();
      bar.setTheme(theme);
      bar.setTextScale(scale);
      bar.show(breakdown);
      bar.highlight(highlight);
      return Screens.picture(bar, width, height, "breakdown-" + name);
    });
  }

  @Test
  void drawsPartsAsWideAsTheyAreLong() {
    var light = picture(Optional.of(COMMON), LIGHT, 1, 800, 72, Optional.empty(), "light");
    var compute = 0;
    for (var x = 0; x < 800; x++) {
      compute += Screens.count(light, LIGHT.compute(), x, 8, 1, 1);
    }

    assertEquals(0.68 * 784, compute, 4);
  }

  @Test
  void framesThePartOfTheVerdict() {
    var plain = picture(Optional.of(COMMON), DARK, 1, 800, 72, Optional.empty(), "dark");
    var framed =
        picture(Optional.of(COMMON), DARK, 1, 800, 72, Optional.of(Part.WAITING), "framed");

    assertTrue(
        Screens.count(framed, DARK.foreground()) > Screens.count(plain, DARK.foreground()) + 200);
  }

  @Test
  void fitsIntoSmallAndLargePlaces() {
    var common = Optional.of(COMMON);
    var none = Optional.<Part>empty();

    for (var image :
        new WritableImage[] {
          picture(common, LIGHT, 1, 300, 120, none, "small"),
          picture(common, LIGHT, 2, 900, 144, none, "large-text"),
          picture(Optional.of(ONE_SIDED), LIGHT, 1, 700, 72, none, "one-sided")
        }) {
      assertTrue(Screens.count(image, LIGHT.compute()) > 1000);
    }
  }

  @Test
  void saysWhatWillAppearWithoutARun() {
    var image = picture(Optional.empty(), LIGHT, 1, 800, 72, Optional.empty(), "empty");

    assertEquals(0, Screens.count(image, LIGHT.compute()));
    assertTrue(Screens.count(image, LIGHT.border()) > 100);
  }

  @Test
  void tellsTheSameNumbersAsText() {
    var rows =
        Screens.onFx(() -> {
          var bar = new BreakdownBar();
          bar.show(Optional.of(COMMON));
          Screens.picture(bar, 400, 80, "breakdown-table");
          assertTrue(bar.getAccessibleText().contains("compute 68 %"));
          return bar.table();
        });

    assertEquals(8, rows.size());
    assertEquals("68 %", rows.get(5).get(2));
  }
}
