package speedup.ui.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import speedup.workload.PictureTile;

/**
 * A picture that fills in as its tiles arrive, each tinted by the worker that computed it. Belongs to
 * the JavaFX thread.
 */
public final class PicturePane extends Region {
  private static final int OPAQUE = 0xff000000;
  private static final int EMPTY_LIGHT = 0xffe4e8ec;
  private static final int EMPTY_DARK = 0xff262c34;

  /** How much of the worker's colour goes over the grey. */
  private static final double TINT = 0.45;

  private record Waiting(PictureTile.Tiles tiles, int worker) {}

  private final ImageView view = new ImageView();
  private final List<Waiting> waiting = new ArrayList<>();
  private ChartTheme theme = ChartTheme.LIGHT;
  private WritableImage image;

  /** Makes an empty pane. */
  public PicturePane() {
    view.setPreserveRatio(true);
    view.setSmooth(true);
    getChildren().add(view);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setMinSize(60, 60);
  }

  /** Takes over the theme; the next picture has its colours. */
  public void setTheme(ChartTheme next) {
    theme = next;
  }

  /** Starts an empty picture. */
  public void begin(int width, int height) {
    waiting.clear();
    image = new WritableImage(width, height);
    var empty = new int[width];
    Arrays.fill(empty, theme == ChartTheme.DARK ? EMPTY_DARK : EMPTY_LIGHT);
    image
        .getPixelWriter()
        .setPixels(0, 0, width, height, PixelFormat.getIntArgbPreInstance(), empty, 0, 0);
    view.setImage(image);
    requestLayout();
  }

  /** Takes tiles; they are painted with the next drawing. */
  public void paint(PictureTile.Tiles tiles, int worker) {
    waiting.add(new Waiting(tiles, worker));
  }

  /** Paints the tiles that wait. */
  public void renderIfDirty() {
    for (var next : waiting) {
      for (var tile : next.tiles().tiles()) {
        write(tile, next.worker());
      }
    }
    waiting.clear();
  }

  private void write(PictureTile tile, int worker) {
    var colour = ChartTheme.worker(worker);
    var red = colour.getRed() * TINT;
    var green = colour.getGreen() * TINT;
    var blue = colour.getBlue() * TINT;
    var brightness = tile.brightness();
    var pixels = new int[brightness.length];
    for (var i = 0; i < pixels.length; i++) {
      var grey = brightness[i] & 0xff;
      var share = grey * (1 - TINT);
      pixels[i] =
          OPAQUE
              | mixed(share, red) << 16
              | mixed(share, green) << 8
              | mixed(share, blue);
    }
    image
        .getPixelWriter()
        .setPixels(
            tile.x(),
            tile.y(),
            tile.width(),
            tile.height(),
            PixelFormat.getIntArgbPreInstance(),
            pixels,
            0,
            tile.width());
  }

  private static int mixed(double grey, double tint) {
    return (int) Math.min(255, grey + 255 * tint);
  }

  @Override
  protected void layoutChildren() {
    view.setFitWidth(getWidth());
    view.setFitHeight(getHeight());
    var bounds = view.getLayoutBounds();
    view.relocate(
        Math.floor((getWidth() - bounds.getWidth()) / 2),
        Math.floor((getHeight() - bounds.getHeight()) / 2));
  }

  @Override
  protected double computePrefHeight(double width) {
    return 200;
  }

  @Override
  protected double computePrefWidth(double height) {
    return 200;
  }
}
