package speedup.workload;

import java.util.List;

/** A finished part of a picture: it is painted as soon as it arrives. */
public interface PictureTile {
  /** Left edge, in pixels of the whole picture. */
  int x();

  /** Top edge, in pixels of the whole picture. */
  int y();

  /** Width in pixels. */
  int width();

  /** Height in pixels. */
  int height();

  /** Brightness of each pixel, 0 (black) to 255 (white), row by row. */
  byte[] brightness();

  /** A slice result that consists of tiles. */
  interface Tiles {
    /** Width of the whole picture, in pixels. */
    int pictureWidth();

    /** Height of the whole picture, in pixels. */
    int pictureHeight();

    /** The tiles. */
    List<? extends PictureTile> tiles();
  }
}
