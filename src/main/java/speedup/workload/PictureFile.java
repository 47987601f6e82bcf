package speedup.workload;

import java.awt.image.BufferedImage;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Reads and writes PNG and JPEG files with the JDK's own codecs. */
final class PictureFile {
  /** What is refused on every machine; a worker with little memory refuses earlier. */
  static final long MOST_PIXELS = 100_000_000;

  /** Decoded, with 16 bits for each of four values, grey, and some more for the codec. */
  private static final long BYTES_OF_PIXEL = 12;

  private static final float JPEG_QUALITY = 0.9f;

  private PictureFile() {}

  /** In which way a picture is stored; known by its first bytes and not by its name. */
  enum Format {
    PNG(0x89, 'P', 'N', 'G'),
    JPEG(0xFF, 0xD8, 0xFF);

    private final int[] head;

    Format(int... head) {
      this.head = head;
    }

    private boolean begins(byte[] bytes) {
      for (var i = 0; i < head.length; i++) {
        if ((bytes[i] & 0xFF) != head[i]) {
          return false;
        }
      }
      return true;
    }

    /** What the JDK calls it. */
    private String codec() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A picture as it is stored. */
  record Decoded(Format format, BufferedImage pixels) {}

  /** How many pixels are read on this JVM. */
  static long mostPixels() {
    return Math.min(MOST_PIXELS, Runtime.getRuntime().maxMemory() / BYTES_OF_PIXEL);
  }

  /**
   * Decodes a picture. Its size is looked at before memory is taken for it.
   *
   * @throws PictureException when it is none, is damaged or too large
   */
  static Decoded read(Path file, long mostPixels) throws PictureException {
    try (var in = new FileImageInputStream(file.toFile())) {
      var format = format(in);
      var reader = ImageIO.getImageReadersByFormatName(format.codec()).next();
      try {
        return new Decoded(format, decode(reader, in, mostPixels));
      } finally {
        reader.dispose();
      }
    } catch (IOException e) {
      throw new PictureException("cannot be read (%s); make it anew".formatted(reason(e)), e);
    } catch (RuntimeException e) {
      // what the codecs throw at bytes that nobody expected
      throw new PictureException("is damaged (%s); copy it anew".formatted(e), e);
    }
  }

  /** Why reading or writing failed: the codecs wrap what the system said. */
  static String reason(IOException failure) {
    var cause = failure.getCause() instanceof IOException deeper ? deeper : failure;
    return cause instanceof EOFException ? "it ends too early" : NumberFile.reason(cause);
  }

  /** In which way a picture is stored. */
  static Format format(Path file) throws IOException, PictureException {
    try (var in = new FileImageInputStream(file.toFile())) {
      return format(in);
    }
  }

  private static Format format(ImageInputStream in) throws IOException, PictureException {
    var head = new byte[4];
    in.read(head);
    in.seek(0);
    for (var format : Format.values()) {
      if (format.begins(head)) {
        return format;
      }
    }
    throw new PictureException("is no PNG or JPEG picture; save it as one of them");
  }

  private static BufferedImage decode(ImageReader reader, ImageInputStream in, long mostPixels)
      throws IOException, PictureException {
    var damages = new ArrayList<String>();
    reader.addIIOReadWarningListener((_, warning) -> {
      if (isDamage(warning)) {
        damages.add(warning);
      }
    });
    reader.setInput(in, true, true);
    var width = reader.getWidth(0);
    var height = reader.getHeight(0);
    if ((long) width * height > mostPixels) {
      throw new PictureException(
          Words.say(
              "has %,d x %,d pixels, more than the %,d million that are read; make it smaller",
              width, height, mostPixels / 1_000_000));
    }
    var pixels = reader.read(0);
    if (!damages.isEmpty()) {
      throw new PictureException(
          "is cut short or damaged (%s); copy it anew".formatted(damages.getFirst()));
    }
    return pixels;
  }

  /** The JPEG codec paints the missing part grey and warns; a few bytes too many are harmless. */
  private static boolean isDamage(String warning) {
    return warning.startsWith("Truncated File")
        || warning.startsWith("Corrupt JPEG data") && !warning.contains("extraneous bytes");
  }

  /**
   * Encodes a picture; the same pixels give the same bytes.
   *
   * @param out is not closed
   */
  static void write(BufferedImage pixels, Format format, OutputStream out) throws IOException {
    var writer = ImageIO.getImageWritersByFormatName(format.codec()).next();
    var settings = writer.getDefaultWriteParam();
    if (format == Format.JPEG) {
      settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      settings.setCompressionQuality(JPEG_QUALITY);
    }
    try (var stream = new MemoryCacheImageOutputStream(out)) {
      writer.setOutput(stream);
      writer.write(null, new IIOImage(pixels, List.of(), null), settings);
    } finally {
      writer.dispose();
    }
  }
}
