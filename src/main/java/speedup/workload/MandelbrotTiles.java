package speedup.workload;

import java.util.Arrays;
import java.util.List;

/**
 * Finished tiles of the picture.
 *
 * @param pictureWidth width of the whole picture, in pixels
 * @param pictureHeight height of the whole picture, in pixels
 * @param tiles the tiles
 */
public record MandelbrotTiles(int pictureWidth, int pictureHeight, List<Tile> tiles)
    implements PictureTile.Tiles {
  /** Copies the list. */
  public MandelbrotTiles {
    tiles = List.copyOf(tiles);
  }

  /**
   * A tile; equal when its pixels are.
   *
   * @param x left edge, in pixels of the whole picture
   * @param y top edge, in pixels of the whole picture
   * @param width in pixels
   * @param height in pixels
   * @param brightness of each pixel, row by row; not copied, so not to be changed
   */
  public record Tile(int x, int y, int width, int height, byte[] brightness)
      implements PictureTile {
    @Override
    public boolean equals(Object other) {
      return other instanceof Tile tile
          && x == tile.x
          && y == tile.y
          && width == tile.width
          && height == tile.height
          && Arrays.equals(brightness, tile.brightness);
    }

    @Override
    public int hashCode() {
      return 31 * (31 * x + y) + Arrays.hashCode(brightness);
    }

    @Override
    public String toString() {
      return "Tile[%d x %d at %d, %d]".formatted(width, height, x, y);
    }
  }
}
