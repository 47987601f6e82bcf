package speedup.workload;

/** Finds matching lines in blocks of whole lines. For one thread. */
interface LineFinder {
  /** Begins with a block: so many bytes of an array, which stays as it is until the last call. */
  void block(byte[] bytes, int length);

  /** Goes to the next line with a match; false after the last. */
  boolean next();

  /** Where the line begins in the block. */
  int lineStart();

  /** One past the end of the line, without its LF. */
  int lineEnd();

  /**
   * Where the first match is in the text of the line, in characters of Java.
   *
   * @param to one past its end
   */
  record Place(int from, int to) {}

  /** Where the first match of this line is. */
  Place place();

  /** Whether a line could not be searched and was left out. */
  default boolean hasLeftOutLines() {
    return false;
  }

  /** Where the line ends that begins at a place or goes over it. */
  static int endOfLine(byte[] bytes, int from, int length) {
    var at = from;
    while (at < length && bytes[at] != '\n') {
      at++;
    }
    return at;
  }
}
