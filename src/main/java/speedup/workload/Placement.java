package speedup.workload;

/**
 * Where the pixels of a stored picture belong in the upright one, for the eight orientations of the
 * EXIF standard (tag 0x0112, CIPA DC-008).
 *
 * @param start the upright place of the first stored pixel
 * @param stepX how far on the next stored pixel of a row is
 * @param stepY how far on the first pixel of the next stored row is
 * @param width of the upright picture
 * @param height of the upright picture
 */
record Placement(int start, int stepX, int stepY, int width, int height) {
  /** The orientation of a picture that is stored upright. */
  static final int UPRIGHT = 1;

  /** The last orientation that there is. */
  static final int LAST = 8;

  /**
   * For a stored picture.
   *
   * @param orientation 1 to 8; anything else counts as upright
   * @param w stored width
   * @param h stored height
   */
  static Placement of(int orientation, int w, int h) {
    var last = w * h - 1;
    return switch (orientation) {
      case 2 -> new Placement(w - 1, -1, w, w, h);
      case 3 -> new Placement(last, -1, -w, w, h);
      case 4 -> new Placement(last - (w - 1), 1, -w, w, h);
      case 5 -> new Placement(0, h, 1, h, w);
      case 6 -> new Placement(h - 1, h, -1, h, w);
      case 7 -> new Placement(last, -h, -1, h, w);
      case 8 -> new Placement(last - (h - 1), -h, 1, h, w);
      default -> new Placement(0, 1, w, w, h);
    };
  }

  /** The upright place of a stored pixel. */
  int of(int x, int y) {
    return start + x * stepX + y * stepY;
  }
}
