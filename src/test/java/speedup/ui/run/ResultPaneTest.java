package speedup.ui.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import speedup.ui.FxStage;
import speedup.ui.Theme;
import speedup.ui.UiScale;
import speedup.workload.Shown;

class ResultPaneTest {
  @TempDir private Path folder;

  private static final Shown.Lines LINES =
      new Shown.Lines(
          "Lines with \"whale\"",
          List.of(
              new Shown.Lines.Line(
                  Path.of("texts/one.txt"), 12, "There she blows! the white whale.", 27, 32),
              new Shown.Lines.Line(Path.of("texts/two.txt"), 1_204, "whale oil", 0, 5)),
          7_210);

  private static final Shown.Bars BARS =
      new Shown.Bars(
          "Primes by size",
          "primes",
          List.of(
              new Shown.Bars.Bar("1 to 9", 4),
              new Shown.Bars.Bar("10 to 99", 21),
              new Shown.Bars.Bar("100 to 999", 143),
              new Shown.Bars.Bar("1,000 to 9,999", 1_061)));

  private static Shown.Picture picture() {
    var pixels =
        IntStream.range(0, 64 * 48).map(i -> i % 64 * 4 << 16 | i / 64 * 5 << 8 | 0x80).toArray();
    return new Shown.Picture("A picture", 64, 48, pixels);
  }

  private static final Shown.Table TABLE =
      new Shown.Table(
          "Counts",
          List.of("number", "times"),
          List.of(List.of("2", "10,003"), List.of("4", "9,997")));

  private Shown.Pictures pictures() {
    try {
      var pairs = new ArrayList<Shown.Pictures.Pair>();
      for (var i = 0; i < 5; i++) {
        var before = folder.resolve("holiday-" + i + ".png");
        var after = folder.resolve("holiday-" + i + "-grey.png");
        var image = new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setPaint(new GradientPaint(0, 0, Color.ORANGE, 400, 300, Color.BLUE));
        graphics.fillRect(0, 0, 400, 300);
        ImageIO.write(image, "png", before.toFile());
        var grey = new BufferedImage(400, 300, BufferedImage.TYPE_BYTE_GRAY);
        grey.createGraphics().drawImage(image, 0, 0, null);
        ImageIO.write(grey, "png", after.toFile());
        pairs.add(new Shown.Pictures.Pair(before, after));
      }
      pairs.add(new Shown.Pictures.Pair(folder.resolve("gone.png"), folder.resolve("gone2.png")));
      return new Shown.Pictures("Pictures", folder, pairs, 12);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ResultPane showing(List<Shown> results) {
    var pane = new ResultPane();
    pane.show(results);
    return pane;
  }

  @Test
  void hasATabForEachOfSeveralResults() {
    FxStage.run(() -> {
      var tabs = (TabPane) showing(List.of(BARS, TABLE)).getChildren().getFirst();
      assertEquals(
          List.of("Primes by size", "Counts"),
          tabs.getTabs().stream().map(tab -> tab.getText()).toList());
    });
  }

  @Test
  void enterOnALineOpensItsFile() {
    var opened = new ArrayList<Path>();
    var hint = new AtomicReference<String>();
    FxStage.run(() -> {
      var lines = new FoundLines(LINES, opened::add);
      var list = (ListView<?>) lines.getChildren().getFirst();
      list.fireEvent(
          new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
      assertEquals(List.of(), opened);
      list.getSelectionModel().select(1);
      list.fireEvent(
          new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
      hint.set(((Label) lines.getChildren().getLast()).getText());
    });
    assertEquals(List.of(Path.of("texts/two.txt")), opened);
    assertEquals("Opening two.txt: the match is in line 1,204.", hint.get());
  }

  @Test
  void looksRight() {
    FxStage.picture(
        "results",
        700,
        () -> {
          var all = new VBox(12);
          for (var one : List.of(BARS, LINES, TABLE, picture())) {
            var pane = showing(List.of(one));
            pane.setPrefHeight(150);
            pane.setMinHeight(150);
            all.getChildren().add(pane);
          }
          all.getChildren().add(showing(List.of()));
          return all;
        });
    assertTrue(Path.of("target/screens/parts/results-light-100.png").toFile().isFile());
  }

  @ParameterizedTest
  @EnumSource(Theme.class)
  void showsPicturesAndSaysWhichAreGone(Theme theme) {
    var pane = FxStage.onFx(() -> showing(List.of(pictures())));
    var stage = FxStage.onFx(() -> FxStage.show(pane, 700, theme, UiScale.NORMAL));
    var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (FxStage.onFx(() -> thumbnails(pane).size() + gone(pane)) < 12
        || !FxStage.onFx(() -> thumbnails(pane).stream().allMatch(ResultPaneTest::isLoaded))) {
      assertTrue(System.nanoTime() < deadline, "the pictures do not come");
      LockSupport.parkNanos(5_000_000);
    }
    FxStage.run(() -> {
      assertEquals(10, thumbnails(pane).size());
      assertEquals(2, gone(pane));
      FxStage.picture("result-pictures-" + theme.name().toLowerCase(Locale.ROOT) + ".png", pane);
      stage.hide();
    });
  }

  /** A red, a green, a blue and a white quarter, row by row. */
  private Path quarters() throws IOException {
    var image = new BufferedImage(40, 20, BufferedImage.TYPE_INT_RGB);
    var colours = new Color[] {Color.RED, Color.GREEN, Color.BLUE, Color.WHITE};
    var graphics = image.createGraphics();
    for (var i = 0; i < colours.length; i++) {
      graphics.setColor(colours[i]);
      graphics.fillRect(i % 2 * 20, i / 2 * 10, 20, 10);
    }
    var file = folder.resolve("quarters.png");
    ImageIO.write(image, "png", file.toFile());
    return file;
  }

  @Test
  void setsThePictureBeforeUprightAsTheOneAfterIs() throws IOException {
    // where the red, green, blue and white corner of the stored picture is seen: left or right,
    // top or bottom
    var seen =
        List.of(
            "lt rt lb rb",
            "rt lt rb lb",
            "rb lb rt lt",
            "lb rb lt rt",
            "lt lb rt rb",
            "rt rb lt lb",
            "rb rt lb lt",
            "lb lt rb rt");
    var file = quarters();
    for (var orientation = 1; orientation <= 8; orientation++) {
      var pair = new Shown.Pictures.Pair(file, orientation, file);
      var pane =
          FxStage.onFx(() -> showing(List.of(new Shown.Pictures("", folder, List.of(pair), 1))));
      var stage = FxStage.onFx(() -> FxStage.show(pane, 700, Theme.LIGHT, UiScale.NORMAL));
      awaitThumbnails(pane, 2);
      var name = "orientation " + orientation;
      FxStage.run(() -> {
        stage.getScene().getRoot().layout(); // the pictures have their sizes now
        var frames = List.copyOf(pane.lookupAll(".thumbnail"));
        assertCorners(frames.getFirst(), seen.get(pair.orientation() - 1), name);
        assertCorners(frames.getLast(), seen.getFirst(), name);
        stage.hide();
      });
    }
  }

  private static void assertCorners(Node frame, String seen, String name) {
    var view = frame.lookup(".image-view").getBoundsInParent();
    var picture = frame.snapshot(null, null);
    var colours =
        List.of(
            javafx.scene.paint.Color.RED,
            javafx.scene.paint.Color.LIME,
            javafx.scene.paint.Color.BLUE,
            javafx.scene.paint.Color.WHITE);
    assertTrue(view.getMinX() >= -1 && view.getMinY() >= -1, name + view);
    for (var i = 0; i < colours.size(); i++) {
      var corner = seen.split(" ")[i];
      var x = corner.charAt(0) == 'l' ? view.getMinX() + 8 : view.getMaxX() - 8;
      var y = corner.charAt(1) == 't' ? view.getMinY() + 8 : view.getMaxY() - 8;
      var found = picture.getPixelReader().getColor((int) x, (int) y);
      assertEquals(colours.get(i), found, name + " " + corner);
    }
  }

  private static void awaitThumbnails(ResultPane pane, int count) {
    var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!FxStage.onFx(
        () ->
            thumbnails(pane).size() == count
                && thumbnails(pane).stream().allMatch(ResultPaneTest::isLoaded))) {
      assertTrue(System.nanoTime() < deadline, "the pictures do not come");
      LockSupport.parkNanos(5_000_000);
    }
  }

  private static Set<Node> thumbnails(ResultPane pane) {
    return pane.lookupAll(".thumbnail > .image-view");
  }

  private static boolean isLoaded(Node thumbnail) {
    var image = ((ImageView) thumbnail).getImage();
    return image.getProgress() == 1 && !image.isError();
  }

  private static long gone(ResultPane pane) {
    return pane.lookupAll(".thumbnail > .label").size();
  }
}
