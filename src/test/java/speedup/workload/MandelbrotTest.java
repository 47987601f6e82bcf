package speedup.workload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MandelbrotTest {
  private final Mandelbrot workload = new Mandelbrot();

  @TempDir Path folder;

  @Test
  void coversEveryPixelOnce() throws Exception {
    var plan = prepare("110", "50", "40");
    var stage = plan.stages().getFirst();
    assertEquals(9, stage.items());
    var covered = new int[110 * 110];
    for (var i = 0L; i < stage.items(); i++) {
      var result =
          assertInstanceOf(PictureTile.Tiles.class, stage.task().run(stage.slice(i, i + 1)));
      assertEquals(110, result.pictureWidth());
      assertEquals(110, result.pictureHeight());
      for (var tile : result.tiles()) {
        assertEquals(tile.width() * tile.height(), tile.brightness().length);
        for (var pixel = 0; pixel < tile.brightness().length; pixel++) {
          covered[(tile.y() + pixel / tile.width()) * 110 + tile.x() + pixel % tile.width()]++;
        }
      }
    }
    for (var times : covered) {
      assertEquals(1, times);
    }
  }

  @Test
  void paintsTheSamePixelsInTilesOfEverySize() throws Exception {
    var whole = InProcess.run(prepare("120", "200", "8000"), 1);
    for (var tile : List.of("120", "50", "7", "1")) {
      assertEquals(whole, InProcess.run(prepare("120", "200", tile), 3));
    }
  }

  @Test
  void isBlackInsideAndOnlyThere() throws Exception {
    var picture = InProcess.run(prepare("300", "2000", "50"), 1);
    // the centre of the picture is at -0.5, well inside; its corner is far outside
    assertEquals(0, picture.brightness()[150 * 300 + 150]);
    assertNotEquals(0, picture.brightness()[0]);
    // the area of the set is 1.5066 of the 9 that are shown
    assertEquals(1.5066 / 9, picture.blackPixels() / (300.0 * 300), 0.003);
  }

  @Test
  void isSymmetricAboutTheRealAxis() throws Exception {
    var pixels = InProcess.run(prepare("64", "100", "16"), 1).brightness();
    for (var i = 0; i < pixels.length; i++) {
      assertEquals(pixels[i], pixels[(63 - i / 64) * 64 + i % 64]);
    }
  }

  @Test
  void reportsItsPicture() throws Exception {
    var values = InProcess.values(prepare("64", "100", "16"), 1);
    assertEquals(
        List.of("width", "height", "iterations", "insidePixels", "checksum"),
        List.copyOf(values.keySet()));
    assertEquals(64, values.get("width"));
    assertEquals(100, values.get("iterations"));
    assertTrue(values.get("checksum").toString().matches("[0-9a-f]{8}"));
  }

  @Test
  void noticesASinglePixel() {
    var one = new GreyPicture(2, 1, new byte[] {1, 2});
    assertEquals(one, new GreyPicture(2, 1, new byte[] {1, 2}));
    assertNotEquals(one, new GreyPicture(2, 1, new byte[] {1, 3}));
    assertNotEquals(one, new GreyPicture(1, 2, new byte[] {1, 2}));
    assertNotEquals(
        new MandelbrotTiles.Tile(0, 0, 1, 1, new byte[] {1}),
        new MandelbrotTiles.Tile(0, 0, 1, 1, new byte[] {2}));
  }

  @Test
  void refusesTooManyTilesAndTooMuchWork() {
    assertRefused("tile", Map.of("size", "1000", "tile", "1"));
    assertRefused("iterations", Map.of("size", "8000", "iterations", "1000000", "tile", "500"));
    assertRefused("size", Map.of("size", "15"));
    assertRefused("tile", Map.of("tile", "0"));
  }

  @Test
  void namesATileSizeThatIsAccepted() throws Exception {
    var message = assertRefused("tile", Map.of("size", "8000", "tile", "2"));
    var given = message.replaceAll(".*at least (\\d+) px", "$1");
    assertEquals(
        1, InProcess.prepare(workload, settings("8000", "10", given), folder).stages().size());
  }

  private String assertRefused(String parameter, Map<String, String> settings) {
    var failure =
        assertThrows(InputException.class, () -> InProcess.prepare(workload, settings, folder));
    assertEquals(parameter, failure.parameter().orElseThrow());
    return failure.getMessage();
  }

  private static Map<String, String> settings(String size, String iterations, String tile) {
    return Map.of("size", size, "iterations", iterations, "tile", tile);
  }

  private Prepared<Range, MandelbrotTiles, GreyPicture> prepare(
      String size, String iterations, String tile) throws Exception {
    return workload.prepare(
        Settings.of(workload.parameters(), settings(size, iterations, tile)), InProcess.in(folder));
  }
}
