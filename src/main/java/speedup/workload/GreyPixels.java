package speedup.workload;

import java.awt.Point;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

/**
 * A grey picture: brightness, and where the original had it, opacity.
 *
 * <p>Brightness is 0.299 red + 0.587 green + 0.114 blue, the weights of Recommendation ITU-R BT.601
 * for the signals as they are stored, rounded to the nearest of 256 steps.
 *
 * @param width in pixels
 * @param height in pixels
 * @param bands 1, or 2 with opacity
 * @param bytes brightness and opacity of each pixel, row by row
 */
record GreyPixels(int width, int height, int bands, byte[] bytes) {
  private static final int RED = 299;
  private static final int GREEN = 587;
  private static final int BLUE = 114;
  private static final int WHOLE = 1_000;
  private static final int BITS = 8;

  /**
   * Makes a picture grey and upright.
   *
   * @param orientation how it is stored, as in {@link Placement}
   */
  static GreyPixels of(BufferedImage picture, int orientation) {
    var rows = new Rows(picture);
    var placement = Placement.of(orientation, picture.getWidth(), picture.getHeight());
    var bands = rows.hasOpacity() ? 2 : 1;
    var bytes = new byte[picture.getWidth() * picture.getHeight() * bands];
    for (var y = 0; y < picture.getHeight(); y++) {
      var at = placement.of(0, y) * bands;
      rows.toGrey(y, bytes, at, placement.stepX() * bands);
    }
    return new GreyPixels(placement.width(), placement.height(), bands, bytes);
  }

  static byte grey(int red, int green, int blue) {
    return (byte) ((RED * red + GREEN * green + BLUE * blue + WHOLE / 2) / WHOLE);
  }

  /** The rows of a picture, as numbers: brightness or three colours, and perhaps opacity. */
  private static final class Rows {
    private final Raster raster;
    private final IndexColorModel palette;
    private final int bands;
    private final int surplusBits;
    private int[] row;
    private int[] indexes;

    Rows(BufferedImage picture) {
      raster = picture.getRaster();
      palette = picture.getColorModel() instanceof IndexColorModel model ? model : null;
      bands = palette == null ? raster.getNumBands() : palette.hasAlpha() ? 4 : 3;
      surplusBits = palette == null ? raster.getSampleModel().getSampleSize(0) - BITS : 0;
      row = new int[raster.getWidth() * bands];
      if (bands > 4) {
        throw new IllegalArgumentException("a pixel of " + bands + " values");
      }
    }

    boolean hasOpacity() {
      return bands % 2 == 0;
    }

    void toGrey(int y, byte[] to, int at, int step) {
      read(y);
      if (bands < 3) {
        copy(0, to, at, step);
      } else {
        weigh(to, at, step);
      }
      if (hasOpacity()) {
        copy(bands - 1, to, at + 1, step);
      }
    }

    private void read(int y) {
      if (palette == null) {
        row = pixels(y, row);
        return;
      }
      indexes = pixels(y, indexes);
      for (var x = 0; x < indexes.length; x++) {
        row[x * bands] = palette.getRed(indexes[x]);
        row[x * bands + 1] = palette.getGreen(indexes[x]);
        row[x * bands + 2] = palette.getBlue(indexes[x]);
        if (hasOpacity()) {
          row[x * bands + 3] = palette.getAlpha(indexes[x]);
        }
      }
    }

    private int[] pixels(int y, int[] into) {
      return raster.getPixels(raster.getMinX(), raster.getMinY() + y, raster.getWidth(), 1, into);
    }

    private void weigh(byte[] to, int from, int step) {
      var at = from;
      for (var i = 0; i < row.length; i += bands) {
        to[at] = grey(row[i] >> surplusBits, row[i + 1] >> surplusBits, row[i + 2] >> surplusBits);
        at += step;
      }
    }

    private void copy(int band, byte[] to, int from, int step) {
      var at = from;
      for (var i = band; i < row.length; i += bands) {
        to[at] = (byte) (row[i] >> surplusBits);
        at += step;
      }
    }
  }

  /** The picture as the JDK's encoders take it. */
  BufferedImage image() {
    var offsets = bands == 2 ? new int[] {0, 1} : new int[] {0};
    var raster =
        Raster.createInterleavedRaster(
            new DataBufferByte(bytes, bytes.length),
            width,
            height,
            width * bands,
            bands,
            offsets,
            new Point());
    var colours =
        new ComponentColorModel(
            ColorSpace.getInstance(ColorSpace.CS_GRAY),
            bands == 2,
            false,
            bands == 2 ? Transparency.TRANSLUCENT : Transparency.OPAQUE,
            DataBuffer.TYPE_BYTE);
    return new BufferedImage(colours, raster, false, null);
  }
}
