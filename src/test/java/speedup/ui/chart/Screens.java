package speedup.ui.chart;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javax.imageio.ImageIO;
import speedup.plot.Ink;

/** Lays charts out without a window, takes pictures of them and keeps these to be looked at. */
final class Screens {
  private static final Path FOLDER = Path.of("target", "screens", "charts");
  private static boolean started;

  private Screens() {}

  /** Runs on the FX thread, which is started when it is first needed. */
  static synchronized <T> T onFx(Supplier<T> work) {
    if (!started) {
      var up = new CompletableFuture<Void>();
      try {
        Platform.startup(() -> up.complete(null));
        up.orTimeout(30, TimeUnit.SECONDS).join();
      } catch (IllegalStateException e) {
        // another test of the same process was first
        up.cancel(false);
      }
      Platform.setImplicitExit(false);
      started = true;
    }
    var result = new CompletableFuture<T>();
    Platform.runLater(() -> {
      try {
        result.complete(work.get());
      } catch (RuntimeException | Error e) {
        result.completeExceptionally(e);
      }
    });
    return result.orTimeout(30, TimeUnit.SECONDS).join();
  }

  /** Takes a picture of a region of this size and writes it to a PNG file. FX thread only. */
  static WritableImage picture(Region region, int width, int height, String name) {
    var root = new StackPane(region);
    region.setMinSize(0, 0);
    var scene = new Scene(root, width, height);
    root.applyCss();
    root.layout();
    var image = scene.snapshot(null);
    write(image, name);
    return image;
  }

  /** How many pixels have a colour, give or take rounding. */
  static int count(WritableImage image, Ink ink) {
    return count(image, CanvasSurface.color(ink));
  }

  /** How many pixels have a colour, give or take rounding. */
  static int count(WritableImage image, Color color) {
    return count(image, color, 0, 0, (int) image.getWidth(), (int) image.getHeight());
  }

  /** How many pixels of a rectangle have a colour, give or take rounding. */
  static int count(WritableImage image, Ink ink, int x, int y, int width, int height) {
    return count(image, CanvasSurface.color(ink), x, y, width, height);
  }

  /** How many pixels of a rectangle have a colour, give or take rounding. */
  static int count(WritableImage image, Color color, int x, int y, int width, int height) {
    var pixels = image.getPixelReader();
    var found = 0;
    for (var row = y; row < y + height; row++) {
      for (var column = x; column < x + width; column++) {
        if (close(pixels.getColor(column, row), color)) {
          found++;
        }
      }
    }
    return found;
  }

  private static boolean close(Color one, Color other) {
    return Math.abs(one.getRed() - other.getRed()) < 0.02
        && Math.abs(one.getGreen() - other.getGreen()) < 0.02
        && Math.abs(one.getBlue() - other.getBlue()) < 0.02;
  }

  private static void write(WritableImage image, String name) {
    var width = (int) image.getWidth();
    var height = (int) image.getHeight();
    var copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    for (var y = 0; y < height; y++) {
      for (var x = 0; x < width; x++) {
        copy.setRGB(x, y, image.getPixelReader().getArgb(x, y));
      }
    }
    try {
      Files.createDirectories(FOLDER);
      ImageIO.write(copy, "png", FOLDER.resolve(name + ".png").toFile());
    } catch (IOException e) {
      throw new AssertionError("cannot write the picture " + name, e);
    }
  }
}
