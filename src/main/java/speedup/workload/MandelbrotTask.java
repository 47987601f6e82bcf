package speedup.workload;

import java.util.ArrayList;

/**
 * What a worker does for the picture: computes tiles, numbered row by row.
 *
 * @param size width and height of the picture, in pixels
 * @param iterations after so many steps a point counts as inside
 * @param tile width and height of a tile, in pixels; tiles at the edges are cut
 */
public record MandelbrotTask(int size, int iterations, int tile)
    implements SliceTask<Range, MandelbrotTiles> {
  private static final double LEFT = -2;
  private static final double TOP = -1.5;
  private static final double EXTENT = 3;

  private static final double HALF_BRIGHT_STEPS = 8;

  /** Far beyond 2, so that the smooth count has no visible steps. */
  private static final double ESCAPE_SQUARED = 1 << 16;

  /** How many tiles lie side by side, and one below the other. */
  int tilesAcross() {
    return (size + tile - 1) / tile;
  }

  /** How many tiles the picture has. */
  long tiles() {
    return (long) tilesAcross() * tilesAcross();
  }

  @Override
  public MandelbrotTiles run(Range numbers) {
    var tiles = new ArrayList<MandelbrotTiles.Tile>();
    for (var number = numbers.from(); number < numbers.end(); number++) {
      tiles.add(paint((int) (number % tilesAcross()), (int) (number / tilesAcross())));
    }
    return new MandelbrotTiles(size, size, tiles);
  }

  private MandelbrotTiles.Tile paint(int column, int row) {
    var x = column * tile;
    var y = row * tile;
    var width = Math.min(tile, size - x);
    var height = Math.min(tile, size - y);
    var brightness = new byte[width * height];
    for (var pixel = 0; pixel < brightness.length; pixel++) {
      brightness[pixel] = brightness(x + pixel % width, y + pixel / width);
    }
    return new MandelbrotTiles.Tile(x, y, width, height, brightness);
  }

  /** 0 inside; outside 1 to 255, the brighter the longer the point stayed near. */
  private byte brightness(int x, int y) {
    var real = LEFT + EXTENT * (x + 0.5) / size;
    var imaginary = TOP + EXTENT * (y + 0.5) / size;
    double a = 0;
    double b = 0;
    for (var step = 0; step < iterations; step++) {
      var aa = a * a;
      var bb = b * b;
      if (aa + bb > ESCAPE_SQUARED) {
        return grey(step, aa + bb);
      }
      b = 2 * a * b + imaginary;
      a = aa - bb + real;
    }
    return 0;
  }

  /** A smooth shade for a point that escaped; StrictMath, so that every machine agrees. */
  private static byte grey(int steps, double distanceSquared) {
    var halfLog = StrictMath.log(distanceSquared) / 2;
    var smooth = Math.max(0, steps + 1 - StrictMath.log(halfLog) / StrictMath.log(2));
    // most points escape early: half of the shades are spent on the first steps
    var shade = smooth / (smooth + HALF_BRIGHT_STEPS);
    return (byte) Math.clamp(Math.round(255 * shade), 1, 255);
  }
}
