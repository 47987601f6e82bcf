package speedup.workload;

import java.util.Arrays;
import java.util.List;

/**
 * What became of all pictures.
 *
 * @param checksums of each picture, as in {@link PictureResult}
 * @param pixels of all pictures that were converted
 * @param unreadable pictures that are damaged or none
 * @param unwritten pictures whose grey ones have no place on the disk
 */
record GreyResult(long[] checksums, long pixels, Told unreadable, Told unwritten) {
  static GreyResult of(List<String> names, List<List<PictureResult>> results) {
    var checksums = new long[names.size()];
    var unreadable = new Told.Builder();
    var unwritten = new Told.Builder();
    var pixels = 0L;
    var at = 0;
    for (var result : results) {
      for (var picture : result) {
        checksums[at] = picture.checksum();
        pixels += picture.pixels();
        if (picture.checksum() == PictureResult.UNREADABLE) {
          unreadable.add(names.get(at), picture.problem());
        } else if (picture.checksum() == PictureResult.UNWRITTEN) {
          unwritten.add(names.get(at), picture.problem());
        }
        at++;
      }
    }
    // of a part of the pictures, where a part was run
    return new GreyResult(
        Arrays.copyOf(checksums, at), pixels, unreadable.build(), unwritten.build());
  }

  long converted() {
    return Arrays.stream(checksums).filter(checksum -> checksum >= 0).count();
  }

  /** One number for all of them. */
  long checksum() {
    return Arrays.hashCode(checksums);
  }

  /**
   * Whether each picture became the same. One that could not be written says nothing: whether there
   * was room on the disk is no property of the picture.
   */
  boolean isSameAs(GreyResult other) {
    if (checksums.length != other.checksums.length) {
      return false;
    }
    for (var i = 0; i < checksums.length; i++) {
      var unknown =
          checksums[i] == PictureResult.UNWRITTEN || other.checksums[i] == PictureResult.UNWRITTEN;
      if (!unknown && checksums[i] != other.checksums[i]) {
        return false;
      }
    }
    return true;
  }
}
