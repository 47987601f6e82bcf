package speedup.workload;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;

/** What a worker does: makes pictures grey, one after the other. */
public record GreyTask() implements SliceTask<PictureSlice, List<PictureResult>> {
  @Override
  public List<PictureResult> run(PictureSlice slice) throws InterruptedException {
    var folder = Path.of(slice.folder());
    var to = Path.of(slice.to());
    var results = new ArrayList<PictureResult>(slice.files().size());
    for (var i = 0; i < slice.files().size(); i++) {
      results.add(
          convert(folder.resolve(slice.files().get(i)), to.resolve(slice.outputs().get(i))));
    }
    return results;
  }

  private static PictureResult convert(Path from, Path to) throws InterruptedException {
    PictureFile.Format format;
    GreyPixels grey;
    try {
      var decoded = PictureFile.read(from, PictureFile.mostPixels());
      format = decoded.format();
      grey = GreyPixels.of(decoded.pixels(), ExifOrientation.of(from, format));
    } catch (PictureException e) {
      return PictureResult.unreadable(e.getMessage());
    } catch (IOException e) {
      return PictureResult.unreadable(
          "cannot be read (%s); check its permissions".formatted(NumberFile.reason(e)));
    }
    return write(grey, format, to);
  }

  private static PictureResult write(GreyPixels grey, PictureFile.Format format, Path to)
      throws InterruptedException {
    var checksum = new CRC32();
    try {
      Aside.write(
          to,
          out -> PictureFile.write(grey.image(), format, new CheckedOutputStream(out, checksum)));
    } catch (IOException e) {
      return PictureResult.unwritten(
          "cannot be written (%s); make room or choose another folder for the grey pictures"
              .formatted(PictureFile.reason(e)));
    }
    return new PictureResult((long) grey.width() * grey.height(), checksum.getValue(), "");
  }
}
