package speedup.workload;

/**
 * The whole numbers {@code from} to {@code end - 1}: the usual slice of numbered work.
 *
 * @param from the first
 * @param end one past the last
 */
public record Range(long from, long end) {
  /** How many numbers there are. */
  public long length() {
    return end - from;
  }
}
