package speedup.ui.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import speedup.plot.Chart;
import speedup.plot.ChartTheme;
import speedup.plot.ImageSurface;
import speedup.plot.Pen;

/** What is drawn in a quicker way in the window looks as it does in a picture in memory. */
class CanvasSurfaceTest {
  private static final int WIDTH = 64;
  private static final int HEIGHT = 40;

  @RepeatedTest(20)
  void columnsAreAsHighAsInAPicture(RepetitionInfo repetition) {
    var random = new Random(repetition.getCurrentRepetition());
    var floors = new int[WIDTH - 4];
    var roofs = new int[WIDTH - 4];
    for (int i = 0; i < floors.length; i++) {
      boolean same = i > 0 && random.nextInt(3) == 0;
      floors[i] = same ? floors[i - 1] : random.nextInt(8);
      roofs[i] = same ? roofs[i - 1] : floors[i] + random.nextInt(24);
    }

    assertSame(pen -> pen.columns(2, 36, floors, roofs, floors.length, pen.theme.compute()));
  }

  @Test
  void levelAndUprightLinesAreWhereTheyAreInAPicture() {
    assertSame(pen -> {
      pen.line(4, 6.5, 60, 6.5, 1, pen.theme.compute());
      pen.line(60, 12, 4, 12, 2, pen.theme.serialise());
      pen.line(9.5, 38, 9.5, 3, 1, pen.theme.accent());
      pen.line(30, 3, 30, 38, 4, pen.theme.merge());
    });
  }

  @Test
  void dashedLinesStayDashed() {
    var image = canvas(chart(pen -> pen.dashed(0, 6.5, WIDTH, 6.5, 1, pen.theme.compute())));
    int inked = Screens.count(image, ChartTheme.LIGHT.compute());

    assertTrue(inked > WIDTH / 3 && inked < WIDTH * 2 / 3, inked + " pixels");
  }

  private static void assertSame(Consumer<Pen> drawing) {
    var chart = chart(drawing);
    var wanted = ImageSurface.of(chart, ChartTheme.LIGHT, WIDTH, HEIGHT, 1);
    var image = canvas(chart);
    for (int x = 0; x < WIDTH; x++) {
      for (int y = 0; y < HEIGHT; y++) {
        var pixel = Integer.toHexString(image.getPixelReader().getArgb(x, y));
        assertEquals(Integer.toHexString(wanted.getRGB(x, y)), pixel, x + ", " + y);
      }
    }
  }

  private static WritableImage canvas(Chart chart) {
    return Screens.onFx(() -> {
      var pane = new ChartPane();
      pane.setMinSize(0, 0);
      pane.show(chart);
      var root = new StackPane(pane);
      var scene = new Scene(root, WIDTH, HEIGHT);
      root.applyCss();
      root.layout();
      return scene.snapshot(null);
    });
  }

  private static Chart chart(Consumer<Pen> drawing) {
    return new Chart() {
      @Override
      public void draw(Pen pen, double width, double height) {
        drawing.accept(pen);
      }

      @Override
      public String spoken() {
        return "a drawing";
      }

      @Override
      public List<List<String>> table() {
        return List.of();
      }
    };
  }
}
