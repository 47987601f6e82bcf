package speedup.ui.chart;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import speedup.plot.ChartTheme;
import speedup.plot.Ink;
import speedup.plot.Texts;
import speedup.workload.PictureTile;

/**
 * A picture that grows tile by tile. Tiles are collected and written into one image at most once a
 * pulse, when {@link #renderIfDirty} is called. FX thread only.
 */
public final class PicturePane extends Region {
  private static final int OPAQUE = 0xff000000;

  /** Keeps the tint visible where the picture is black. */
  private static final double DARKEST_TINT = 0.35;

  private record Arrived(PictureTile tile, int worker) {}

  private final ImageView view = new ImageView();
  private final List<Arrived> arrived = new ArrayList<>();
  private int[][] palettes = new int[0][];
  private int pictureWidth;
  private int pictureHeight;
  private byte[] brightness = new byte[0];

  /** Worker of each pixel plus 1; 0 where nothing was painted yet. */
  private short[] painters = new short[0];

  private PixelBuffer<IntBuffer> pixels;
  private boolean tinted;
  private boolean repaintAll;
  private long painted;

  /** A pane without a picture. */
  public PicturePane() {
    view.setPreserveRatio(true);
    view.setSmooth(true);
    view.setManaged(false);
    getChildren().add(view);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setAccessibleText(Texts.say("picture.spoken.empty"));
  }

  /**
   * Starts a new, blank picture.
   *
   * @param width in pixels, above 0
   * @param height in pixels, above 0
   */
  public void begin(int width, int height) {
    if (width <= 0 || height <= 0) {
      throw new IllegalArgumentException("no picture has " + width + " by " + height + " pixels");
    }
    pictureWidth = width;
    pictureHeight = height;
    brightness = new byte[Math.multiplyExact(width, height)];
    painters = new short[brightness.length];
    pixels =
        new PixelBuffer<>(
            width,
            height,
            IntBuffer.allocate(brightness.length),
            PixelFormat.getIntArgbPreInstance());
    view.setImage(new WritableImage(pixels));
    arrived.clear();
    painted = 0;
    repaintAll = false;
    requestLayout();
    describe();
  }

  /**
   * Collects finished tiles of the current picture.
   *
   * @param tiles parts of a picture; its size begins a new one where none fits
   * @param worker who painted them, counted from 0
   */
  public void paint(PictureTile.Tiles tiles, int worker) {
    if (tiles.pictureWidth() != pictureWidth || tiles.pictureHeight() != pictureHeight) {
      begin(tiles.pictureWidth(), tiles.pictureHeight());
    }
    for (var tile : tiles.tiles()) {
      Objects.checkFromIndexSize(tile.x(), tile.width(), pictureWidth);
      Objects.checkFromIndexSize(tile.y(), tile.height(), pictureHeight);
      arrived.add(new Arrived(tile, worker));
    }
  }

  /** Whether each pixel is tinted by the worker that painted it, rather than grey. */
  public void setTinted(boolean tinted) {
    repaintAll |= this.tinted != tinted;
    this.tinted = tinted;
  }

  /** Writes everything that came since the last time into the image, in one go. */
  public void renderIfDirty() {
    if (pixels == null || arrived.isEmpty() && !repaintAll) {
      return;
    }
    var top = repaintAll ? 0 : pictureHeight;
    var bottom = repaintAll ? pictureHeight : 0;
    for (var one : arrived) {
      keep(one.tile(), one.worker());
      top = Math.min(top, one.tile().y());
      bottom = Math.max(bottom, one.tile().y() + one.tile().height());
    }
    arrived.clear();
    repaintAll = false;
    var from = top;
    var to = bottom;
    pixels.updateBuffer(buffer -> {
      colour(buffer.getBuffer().array(), from * pictureWidth, to * pictureWidth);
      return new Rectangle2D(0, from, pictureWidth, to - from);
    });
    describe();
  }

  private void keep(PictureTile tile, int worker) {
    var source = tile.brightness();
    for (var row = 0; row < tile.height(); row++) {
      var at = (tile.y() + row) * pictureWidth + tile.x();
      System.arraycopy(source, row * tile.width(), brightness, at, tile.width());
      Arrays.fill(painters, at, at + tile.width(), (short) (worker + 1));
    }
    painted += (long) tile.width() * tile.height();
  }

  private void colour(int[] target, int from, int to) {
    if (palettes.length == 0) {
      palettes = palettes();
    }
    for (var i = from; i < to; i++) {
      if (painters[i] != 0) {
        var tint = Math.floorMod(painters[i] - 1, palettes.length - 1) + 1;
        target[i] = palettes[tinted ? tint : 0][brightness[i] & 0xff];
      }
    }
  }

  /** Grey, then the tint of each worker. */
  private static int[][] palettes() {
    var tints = ChartTheme.LIGHT.workers();
    var palettes = new int[tints.size() + 1][256];
    for (var grey = 0; grey < 256; grey++) {
      palettes[0][grey] = OPAQUE | grey << 16 | grey << 8 | grey;
      for (var i = 0; i < tints.size(); i++) {
        palettes[i + 1][grey] = mix(tints.get(i), grey / 255.0);
      }
    }
    return palettes;
  }

  /** From a dark tint through the tint itself to white. */
  private static int mix(Ink tint, double brightness) {
    var dark = Ink.BLACK.mix(tint, DARKEST_TINT);
    var color =
        brightness < 0.5 ? dark.mix(tint, 2 * brightness) : tint.mix(Ink.WHITE, 2 * brightness - 1);
    return OPAQUE | color.rgb();
  }

  private void describe() {
    var share = (double) painted / ((long) pictureWidth * pictureHeight);
    setAccessibleText(
        Texts.say(
            "picture.spoken",
            Integer.toString(pictureWidth),
            Integer.toString(pictureHeight),
            Texts.say("percent", Texts.number(share * 100, 0))));
  }

  @Override
  protected void layoutChildren() {
    if (pictureWidth == 0 || getWidth() <= 0 || getHeight() <= 0) {
      return;
    }
    var scale = Math.min(getWidth() / pictureWidth, getHeight() / pictureHeight);
    view.setFitWidth(pictureWidth * scale);
    view.setFitHeight(pictureHeight * scale);
    view.relocate(
        snapPositionX((getWidth() - pictureWidth * scale) / 2),
        snapPositionY((getHeight() - pictureHeight * scale) / 2));
  }

  @Override
  protected double computeMinWidth(double height) {
    return 40;
  }

  @Override
  protected double computeMinHeight(double width) {
    return 40;
  }

  @Override
  protected double computePrefWidth(double height) {
    return 480;
  }

  @Override
  protected double computePrefHeight(double width) {
    return 320;
  }
}
