package speedup.workload;

/**
 * What became of a picture.
 *
 * @param pixels how many it has; 0 where it was not converted
 * @param checksum CRC-32 of the file that was written, or {@link #UNREADABLE} or {@link #UNWRITTEN}
 * @param problem why it was not converted, or empty text
 */
public record PictureResult(long pixels, long checksum, String problem) {
  static final long UNREADABLE = -1;
  static final long UNWRITTEN = -2;

  /** A picture that is damaged or none. */
  static PictureResult unreadable(String problem) {
    return new PictureResult(0, UNREADABLE, problem);
  }

  /** A picture whose grey one has no place on the disk. */
  static PictureResult unwritten(String problem) {
    return new PictureResult(0, UNWRITTEN, problem);
  }
}
