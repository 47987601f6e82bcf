package speedup.workload;

/**
 * What a search found in one file.
 *
 * @param searched whether it was read to its end
 * @param lines how many lines match
 * @param checksum of the numbers and the bytes of all these lines
 * @param binary whether the file is no text and was not searched
 * @param problem what the person has to know about the file, or empty text
 * @param first the first of the lines
 */
public record FileMatches(
    boolean searched, long lines, long checksum, boolean binary, String problem, KeptLines first) {
  private static final int LONGEST = 300;
  private static final int BEFORE_MATCH = 60;

  /**
   * A line that matches.
   *
   * @param number from 1
   * @param text the line; of a long one the part around the first match
   * @param from where in the text the first match begins
   * @param to one past its end
   */
  public record Line(long number, String text, int from, int to) {
    static Line of(long number, String line, LineFinder.Place place) {
      if (line.length() <= LONGEST) {
        return new Line(number, line, place.from(), place.to());
      }
      var start = Math.clamp(place.from() - BEFORE_MATCH, 0, line.length() - LONGEST);
      var end = start + LONGEST;
      if (start > 0 && Character.isLowSurrogate(line.charAt(start))) {
        start++;
      }
      if (end < line.length() && Character.isHighSurrogate(line.charAt(end - 1))) {
        end--;
      }
      var before = start > 0 ? "…" : "";
      var after = end < line.length() ? "…" : "";
      var moved = before.length() - start;
      return new Line(
          number,
          before + line.substring(start, end) + after,
          place.from() + moved,
          Math.min(place.to(), end) + moved);
    }
  }

  /** A file that was not searched. */
  static FileMatches none(boolean binary, String problem) {
    return new FileMatches(false, 0, 0, binary, problem, KeptLines.NONE);
  }
}
