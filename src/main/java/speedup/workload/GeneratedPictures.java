package speedup.workload;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Pictures of coloured shapes under a sky, the same for the same values. One in three is a PNG, the
 * others are JPEGs, of which one in two is stored lying on its side or its head, as by a camera.
 *
 * @param count how many pictures
 * @param size the longer edge, in pixels; the other is three quarters of it
 * @param seed where the random sequence begins
 */
record GeneratedPictures(int count, int size, long seed) implements SampleFolder.Samples {
  /** Those that come out of cameras: upright, held to both sides, and upside down. */
  private static final int[] HELD = {6, 8, 3};

  /** So much of a JPEG's beginning tells that it is one; what a camera wrote comes next. */
  private static final int MARK = 2;

  /** What they are. */
  String inWords() {
    return Words.say(
        "%s of %,d x %,d px with seed %d",
        Words.count(count, "picture", "pictures"), size, height(), seed);
  }

  /** The name of their folder in the cache. */
  String folderName() {
    return Words.say("pictures-%d-px-%d-seed-%d", count, size, seed);
  }

  List<String> names() {
    return SampleFolder.names(this);
  }

  @Override
  public String name(int number) {
    return SampleFolder.name("picture", number, count, isPng(number) ? "png" : "jpg");
  }

  @Override
  public boolean fits(int number, Path file) throws IOException {
    return Files.size(file) > 0;
  }

  private static boolean isPng(int number) {
    return number % 3 == 0;
  }

  /** How the picture is stored, as in {@link Placement}. */
  static int orientation(int number) {
    return number % 3 == 2 ? HELD[number / 3 % HELD.length] : Placement.UPRIGHT;
  }

  private int height() {
    return Math.max(1, size * 3 / 4);
  }

  @Override
  public void write(int number, OutputStream out) throws IOException, InterruptedException {
    var upright = new SamplePicture(size, height(), SplitMix.mix(seed) + number).pixels();
    if (isPng(number)) {
      PictureFile.write(image(upright, size, height()), PictureFile.Format.PNG, out);
      return;
    }
    var orientation = orientation(number);
    var lying = orientation > 4;
    var stored = stored(upright, orientation, lying ? height() : size, lying ? size : height());
    var jpeg = new ByteArrayOutputStream();
    PictureFile.write(stored, PictureFile.Format.JPEG, jpeg);
    out.write(jpeg.toByteArray(), 0, MARK);
    out.write(exif(orientation));
    out.write(jpeg.toByteArray(), MARK, jpeg.size() - MARK);
  }

  private static BufferedImage stored(int[] upright, int orientation, int width, int height) {
    var placement = Placement.of(orientation, width, height);
    var stored = new int[upright.length];
    for (var y = 0; y < height; y++) {
      for (var x = 0; x < width; x++) {
        stored[y * width + x] = upright[placement.of(x, y)];
      }
    }
    return image(stored, width, height);
  }

  private static BufferedImage image(int[] rgb, int width, int height) {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    image.getRaster().setDataElements(0, 0, width, height, rgb);
    return image;
  }

  /** The part of a JPEG that tells the orientation and nothing else. */
  static byte[] exif(int orientation) {
    return ByteBuffer.allocate(36)
        .putShort((short) 0xFFE1)
        .putShort((short) 34)
        .put(new byte[] {'E', 'x', 'i', 'f', 0, 0})
        // big endian, one entry at 8: tag, type short, one value
        .put(new byte[] {'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1})
        .putShort((short) 0x0112)
        .putShort((short) 3)
        .putInt(1)
        .putShort((short) orientation)
        .putShort((short) 0)
        .putInt(0)
        .array();
  }
}
