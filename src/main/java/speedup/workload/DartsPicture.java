package speedup.workload;

import java.util.Arrays;

/** Draws the first points into their square, one colour inside the quarter circle, one outside. */
final class DartsPicture {
  private static final int SIZE = 480;
  private static final long MOST_POINTS = 20_000;
  private static final int PAPER = 0xFFFFFF;
  private static final int INSIDE = 0x2563EB;
  private static final int OUTSIDE = 0xEA8A0B;

  private DartsPicture() {}

  static Shown.Picture of(Darts darts, long samples) {
    var points = Math.min(MOST_POINTS, samples);
    var rgb = new int[SIZE * SIZE];
    Arrays.fill(rgb, PAPER);
    for (var point = 0L; point < points; point++) {
      var bits = darts.bits(point);
      var column = (int) (Darts.x(bits) * SIZE);
      // the corner of the circle is at the bottom, as in a drawing on paper
      var row = SIZE - 1 - (int) (Darts.y(bits) * SIZE);
      rgb[row * SIZE + column] = Darts.isInside(bits) ? INSIDE : OUTSIDE;
    }
    var title =
        points < samples
            ? Words.say("The first %,d points", points)
            : Words.count(points, "point", "points");
    return new Shown.Picture(title, SIZE, SIZE, rgb);
  }
}
