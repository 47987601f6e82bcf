package speedup.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import speedup.scaling.Verdict.Part;

class ChartThemeTest {
  static List<ChartTheme> themes() {
    return List.of(ChartTheme.LIGHT, ChartTheme.DARK, ChartTheme.CONTRAST);
  }

  private static double contrast(Ink one, Ink other) {
    var a = ChartTheme.luminance(one) + 0.05;
    var b = ChartTheme.luminance(other) + 0.05;
    return Math.max(a, b) / Math.min(a, b);
  }

  @ParameterizedTest
  @MethodSource("themes")
  void textsCanBeReadOnEveryFill(ChartTheme theme) {
    assertTrue(contrast(theme.foreground(), theme.background()) > 7);
    assertTrue(contrast(theme.muted(), theme.background()) > 4.5);
    for (var part : Part.values()) {
      var fill = theme.part(part);
      assertTrue(contrast(ChartTheme.textOn(fill), fill) > 4.5, part + " in " + theme);
    }
  }

  @ParameterizedTest
  @MethodSource("themes")
  void outlinesStandOutWhereAFillDoesNot(ChartTheme theme) {
    assertTrue(contrast(theme.border(), theme.background()) > 3);
    assertTrue(contrast(theme.compute(), theme.background()) > 3);
  }

  @Test
  void workerTintsRepeat() {
    assertEquals(ChartTheme.LIGHT.worker(0), ChartTheme.LIGHT.worker(7));
  }
}
