package speedup.plot;

/**
 * A colour.
 *
 * @param rgb red, green and blue, 8 bits each
 * @param opacity 0 for nothing to be seen, 1 for all of it
 */
public record Ink(int rgb, double opacity) {
  /** Black. */
  public static final Ink BLACK = new Ink(0x000000, 1);

  /** White. */
  public static final Ink WHITE = new Ink(0xffffff, 1);

  /** Checks the numbers. */
  public Ink {
    if (rgb >>> 24 != 0 || !(opacity >= 0 && opacity <= 1)) {
      throw new IllegalArgumentException("no colour: %x, %s".formatted(rgb, opacity));
    }
  }

  /** An opaque colour from {@code "#rrggbb"}. */
  public static Ink of(String hex) {
    return new Ink(Integer.parseInt(hex, 1, 7, 16), 1);
  }

  /** Red, 0 to 1. */
  public double red() {
    return (rgb >> 16 & 0xff) / 255.0;
  }

  /** Green, 0 to 1. */
  public double green() {
    return (rgb >> 8 & 0xff) / 255.0;
  }

  /** Blue, 0 to 1. */
  public double blue() {
    return (rgb & 0xff) / 255.0;
  }

  /** The same colour, less of it. */
  public Ink faded(double share) {
    return new Ink(rgb, opacity * share);
  }

  /** On the way to another colour: this one at 0, the other at 1. */
  public Ink mix(Ink other, double share) {
    return new Ink(
        between(red(), other.red(), share) << 16
            | between(green(), other.green(), share) << 8
            | between(blue(), other.blue(), share),
        opacity + (other.opacity - opacity) * share);
  }

  private static int between(double from, double to, double share) {
    return (int) Math.round(255 * (from + (to - from) * share));
  }

  /** As {@code "#rrggbb"}, without the opacity. */
  public String hex() {
    return "#%06x".formatted(rgb);
  }
}
