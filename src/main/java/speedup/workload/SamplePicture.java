package speedup.workload;

/**
 * A made-up landscape: a sky and a ground that change colour, grain on the ground, and shapes.
 *
 * @param width in pixels
 * @param height in pixels
 * @param seed what it looks like
 */
record SamplePicture(int width, int height, long seed) {
  private static final int SHAPES = 7;
  private static final int GRAIN = 24;
  private static final long COLOURS = 1 << 24;
  private static final int ROWS_BETWEEN_CHECKS = 64;

  /**
   * A disc or a box.
   *
   * @param x of its middle
   * @param y of its middle
   * @param radius or half of its edge
   */
  private record Shape(boolean disc, int x, int y, int radius, int colour) {
    boolean covers(int px, int py) {
      var dx = px - x;
      var dy = py - y;
      return disc
          ? (long) dx * dx + (long) dy * dy <= (long) radius * radius
          : Math.abs(dx) <= radius && Math.abs(dy) <= radius;
    }
  }

  /**
   * The pixels, 0xRRGGBB, row by row.
   *
   * @throws InterruptedException when the thread was interrupted
   */
  int[] pixels() throws InterruptedException {
    var pixels = new int[width * height];
    var sky = random(1, COLOURS);
    var dawn = random(2, COLOURS);
    var grass = random(3, COLOURS);
    var horizon = height / 2 + random(4, Math.max(1, height / 4));
    var shapes = shapes();
    for (var y = 0; y < height; y++) {
      if (y % ROWS_BETWEEN_CHECKS == 0 && Thread.interrupted()) {
        throw new InterruptedException();
      }
      for (var x = 0; x < width; x++) {
        pixels[y * width + x] =
            y < horizon ? blend(sky, dawn, y, horizon) : grain(blend(grass, dawn, x, width), x, y);
      }
      for (var shape : shapes) {
        draw(shape, pixels, y);
      }
    }
    return pixels;
  }

  private Shape[] shapes() {
    var shapes = new Shape[SHAPES];
    for (var i = 0; i < SHAPES; i++) {
      var first = 10 + 5 * i;
      shapes[i] =
          new Shape(
              random(first, 2) == 1,
              random(first + 1, width),
              random(first + 2, height),
              random(first + 3, Math.max(1, width / 6)),
              random(first + 4, COLOURS));
    }
    return shapes;
  }

  private void draw(Shape shape, int[] pixels, int y) {
    var last = Math.min(width - 1, shape.x() + shape.radius());
    for (var x = Math.max(0, shape.x() - shape.radius()); x <= last; x++) {
      if (shape.covers(x, y)) {
        pixels[y * width + x] = shape.colour();
      }
    }
  }

  /** From one colour to another. */
  private static int blend(int from, int to, int part, int whole) {
    var colour = 0;
    for (var shift = 0; shift <= 16; shift += 8) {
      var a = from >> shift & 0xFF;
      var b = to >> shift & 0xFF;
      colour |= a + (b - a) * part / whole << shift;
    }
    return colour;
  }

  private int grain(int colour, int x, int y) {
    var noise = (int) Long.remainderUnsigned(SplitMix.mix(seed + (long) y * width + x), GRAIN);
    var lighter = 0;
    for (var shift = 0; shift <= 16; shift += 8) {
      lighter |= Math.min(0xFF, (colour >> shift & 0xFF) + noise) << shift;
    }
    return lighter;
  }

  /** A number from 0, below the limit. */
  private int random(int position, long limit) {
    return (int) (SplitMix.number(seed, position, limit) - 1);
  }
}
