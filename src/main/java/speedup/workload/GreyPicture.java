package speedup.workload;

import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;

/**
 * A picture in shades of grey; equal when its pixels are.
 *
 * @param width in pixels
 * @param height in pixels
 * @param brightness of each pixel, 0 (black) to 255 (white), row by row; not copied, so not to be
 *     changed
 */
public record GreyPicture(int width, int height, byte[] brightness) {
  private static final int MOST_SHOWN = 1_000;

  /** Puts tiles together; what no tile covers is black. */
  static GreyPicture of(int width, int height, List<? extends PictureTile.Tiles> parts) {
    var picture = new byte[width * height];
    for (var part : parts) {
      for (var tile : part.tiles()) {
        var pixels = tile.brightness();
        for (var row = 0; row < tile.height(); row++) {
          var target = (tile.y() + row) * width + tile.x();
          System.arraycopy(pixels, row * tile.width(), picture, target, tile.width());
        }
      }
    }
    return new GreyPicture(width, height, picture);
  }

  /** How many pixels are black. */
  int blackPixels() {
    var black = 0;
    for (var pixel : brightness) {
      black += pixel == 0 ? 1 : 0;
    }
    return black;
  }

  /** CRC-32 of the pixels, in hexadecimal. */
  String checksum() {
    var crc = new CRC32();
    crc.update(brightness);
    return "%08x".formatted(crc.getValue());
  }

  /** The picture to look at: a large one is made smaller, each pixel the mean of several. */
  Shown.Picture shown(String title) {
    var block = Math.ceilDiv(Math.max(width, height), MOST_SHOWN);
    var columns = Math.ceilDiv(width, block);
    var rows = Math.ceilDiv(height, block);
    var rgb = new int[columns * rows];
    for (var pixel = 0; pixel < rgb.length; pixel++) {
      var grey = mean(pixel % columns * block, pixel / columns * block, block);
      rgb[pixel] = grey << 16 | grey << 8 | grey;
    }
    return new Shown.Picture(title, columns, rows, rgb);
  }

  private int mean(int left, int top, int block) {
    var sum = 0;
    var pixels = 0;
    for (var y = top; y < Math.min(height, top + block); y++) {
      for (var x = left; x < Math.min(width, left + block); x++) {
        sum += brightness[y * width + x] & 0xFF;
        pixels++;
      }
    }
    return sum / pixels;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof GreyPicture picture
        && width == picture.width
        && height == picture.height
        && Arrays.equals(brightness, picture.brightness);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * width + height) + Arrays.hashCode(brightness);
  }

  @Override
  public String toString() {
    return "GreyPicture[%d x %d]".formatted(width, height);
  }
}
