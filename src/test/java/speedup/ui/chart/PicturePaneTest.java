package speedup.ui.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import speedup.workload.PictureTile;

class PicturePaneTest {
  private record Tile(int x, int y, int width, int height, byte[] brightness)
      implements PictureTile {}

  private record Picture(int pictureWidth, int pictureHeight, List<Tile> tiles)
      implements PictureTile.Tiles {}

  private static Picture tile(int x, int y, int width, int height, int grey) {
    var pixels = new byte[width * height];
    java.util.Arrays.fill(pixels, (byte) grey);
    return new Picture(100, 50, List.of(new Tile(x, y, width, height, pixels)));
  }

  @Test
  void paintsTilesWhereTheyBelongAndKeepsTheRatio() {
    var image =
        Screens.onFx(() -> {
          var pane = new PicturePane();
          pane.begin(100, 50);
          pane.paint(tile(0, 0, 50, 50, 255), 0);
          pane.paint(tile(50, 0, 50, 50, 102), 1);
          pane.renderIfDirty();
          assertTrue(pane.getAccessibleText().endsWith("100 % painted."));
          return Screens.picture(pane, 400, 300, "picture-grey");
        });
    var pixels = image.getPixelReader();

    assertEquals(Color.WHITE, pixels.getColor(100, 150));
    assertEquals(Color.grayRgb(102), pixels.getColor(300, 150));
    assertEquals(pixels.getColor(0, 0), pixels.getColor(399, 40), "nothing beside the picture");
    assertEquals(Color.grayRgb(102), pixels.getColor(300, 60));
  }

  @Test
  void tintsByWorkerAndBackAgain() {
    Screens.onFx(() -> {
      var pane = new PicturePane();
      pane.paint(tile(0, 0, 50, 50, 128), 0);
      pane.paint(tile(50, 0, 50, 50, 128), 1);
      pane.setTinted(true);
      pane.renderIfDirty();
      var tinted = Screens.picture(pane, 200, 100, "picture-tinted").getPixelReader();
      assertTrue(tinted.getColor(50, 50).getBlue() > tinted.getColor(50, 50).getRed());
      assertTrue(tinted.getColor(150, 50).getRed() > tinted.getColor(150, 50).getBlue());
      return null;
    });
  }

  @Test
  void refusesTilesOutsideOfThePicture() {
    assertThrows(
        Exception.class,
        () ->
            Screens.onFx(() -> {
              var pane = new PicturePane();
              pane.paint(tile(90, 0, 20, 10, 1), 0);
              return null;
            }));
  }
}
