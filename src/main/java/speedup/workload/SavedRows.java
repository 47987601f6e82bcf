package speedup.workload;

/**
 * What is in a target.
 *
 * @param rows how many rows
 * @param checksum of all of them, the same in any order
 */
public record SavedRows(long rows, long checksum) {
  SavedRows plus(SavedRows other) {
    return new SavedRows(rows + other.rows, checksum + other.checksum);
  }
}
