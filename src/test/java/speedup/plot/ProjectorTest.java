package speedup.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import speedup.scaling.TimeModel;

/** What a chart is like from the last row. */
class ProjectorTest {
  private static final Pattern STROKE = Pattern.compile("stroke-width=\"([0-9.]+)\"");
  private static final Pattern TEXT = Pattern.compile("font-size=\"([0-9.]+)\"");

  private static Chart scaling() {
    var runs = KnownStudies.runs(new TimeModel(0.89, 0.11, 0), 0.02, 5, 1, 2);
    return ScalingChart.of(KnownStudies.study(runs, 2, 4));
  }

  private static List<Double> numbers(Pattern pattern, String svg) {
    var numbers =
        pattern.matcher(svg).results().map(found -> Double.valueOf(found.group(1))).toList();
    assertFalse(numbers.isEmpty(), "nothing like " + pattern);
    return numbers;
  }

  @Test
  void hasNoThinStrokesAndNoSmallText() {
    var usual = SvgSurface.of(scaling(), ChartTheme.LIGHT, 640, 360);
    assertTrue(numbers(STROKE, usual).stream().anyMatch(width -> width < 3));
    assertTrue(numbers(TEXT, usual).stream().anyMatch(size -> size < 13));
    for (var theme : List.of(ChartTheme.LIGHT, ChartTheme.DARK)) {
      var svg = SvgSurface.of(scaling(), theme.forProjector(), 640, 360);
      assertTrue(numbers(STROKE, svg).stream().allMatch(width -> width >= 3), svg);
      assertTrue(numbers(TEXT, svg).stream().allMatch(size -> size >= 13), svg);
    }
  }

  @Test
  void textIsBlackOnWhiteAndTheColoursOfThePartsStay() {
    var projected = ChartTheme.LIGHT.forProjector();
    assertEquals(Ink.BLACK, projected.foreground());
    assertEquals(Ink.WHITE, projected.background());
    assertEquals(Ink.WHITE, ChartTheme.DARK.forProjector().foreground());
    assertEquals(ChartTheme.LIGHT.compute(), projected.compute());
    assertEquals(ChartTheme.LIGHT.workers(), projected.workers());
  }

  @Test
  void anOutlineLeavesRoomForWhatItSurrounds() {
    for (var size : new int[] {2, 5, 12, 40}) {
      var chart =
          new Chart() {
            @Override
            public void draw(Pen pen, double width, double height) {
              pen.outline(0, 0, size, size, pen.theme.foreground());
            }

            @Override
            public String spoken() {
              return "";
            }

            @Override
            public List<List<String>> table() {
              return List.of();
            }
          };
      var image = ImageSurface.of(chart, ChartTheme.LIGHT.forProjector(), 60, 60, 1);
      var stroke = Math.clamp(size / 4, 1, 3);
      for (var x = 0; x < size; x++) {
        var inside = x >= stroke && x < size - stroke;
        var black = (image.getRGB(x, size / 2 == 0 ? 0 : size / 2) & 0xffffff) == 0;
        assertEquals(!inside || size <= 2 * stroke, black, size + " at " + x);
      }
    }
  }
}
