package speedup.ui.run;

/**
 * How a stored picture is set upright: first mirrored from left to right, then turned.
 *
 * @param mirrored whether left and right change places
 * @param degrees clockwise
 */
record Upright(boolean mirrored, int degrees) {
  static final Upright AS_STORED = new Upright(false, 0);

  /** For the orientations of EXIF (tag 0x0112, CIPA DC-008), 1 to 8. */
  static Upright of(int orientation) {
    return switch (orientation) {
      case 2 -> new Upright(true, 0);
      case 3 -> new Upright(false, 180);
      case 4 -> new Upright(true, 180);
      case 5 -> new Upright(true, 270);
      case 6 -> new Upright(false, 90);
      case 7 -> new Upright(true, 90);
      case 8 -> new Upright(false, 270);
      default -> AS_STORED;
    };
  }

  /** Whether it is stored on its side, so that width and height change places. */
  boolean lying() {
    return degrees % 180 != 0;
  }
}
