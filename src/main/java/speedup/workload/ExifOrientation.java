package speedup.workload;

import com.drew.imaging.ImageProcessingException;
import com.drew.imaging.jpeg.JpegMetadataReader;
import com.drew.imaging.png.PngChunkReader;
import com.drew.imaging.png.PngChunkType;
import com.drew.lang.ByteArrayReader;
import com.drew.lang.StreamReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifReader;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** How a camera was held, as it wrote it into the picture. */
final class ExifOrientation {
  private ExifOrientation() {}

  /**
   * The orientation of a picture that is to be shown, 1 to 8. One that cannot be read counts as
   * upright: in its place it is said that it cannot be shown.
   */
  static int toShow(Path file) {
    try {
      var orientation = of(file, PictureFile.format(file));
      return orientation >= Placement.UPRIGHT && orientation <= Placement.LAST
          ? orientation
          : Placement.UPRIGHT;
    } catch (IOException | PictureException e) {
      return Placement.UPRIGHT;
    }
  }

  /** The orientation, 1 to 8; upright where the picture tells none, or none that can be read. */
  static int of(Path file, PictureFile.Format format) throws IOException {
    try (var in = new BufferedInputStream(Files.newInputStream(file))) {
      var metadata =
          switch (format) {
            case JPEG -> JpegMetadataReader.readMetadata(in, Set.of(new ExifReader()));
            case PNG -> ofPng(in);
          };
      for (var part : metadata.getDirectories()) {
        var orientation = part.getInteger(ExifDirectoryBase.TAG_ORIENTATION);
        if (part instanceof ExifDirectoryBase && orientation != null) {
          return orientation;
        }
      }
      return Placement.UPRIGHT;
    } catch (ImageProcessingException e) {
      // the pixels are whole: they were decoded before
      return Placement.UPRIGHT;
    }
  }

  /** Reads this one part alone: others are compressed and could be endless. */
  private static Metadata ofPng(BufferedInputStream in)
      throws ImageProcessingException, IOException {
    var metadata = new Metadata();
    for (var part : new PngChunkReader().extract(new StreamReader(in), Set.of(PngChunkType.eXIf))) {
      new ExifReader().extract(new ByteArrayReader(part.getBytes()), metadata);
    }
    return metadata;
  }
}
