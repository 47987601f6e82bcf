package speedup.workload;

/**
 * What the compiler has to say about a place in a source.
 *
 * @param file name of the source, without its folder
 * @param line from 1; 0 where it is about the source as a whole
 * @param column from 1; 0 where that is not known
 * @param error whether nothing can be run before it is corrected; a warning otherwise
 * @param sentence what is wrong, in one line
 */
public record SourceProblem(String file, long line, long column, boolean error, String sentence) {
  /** Such as {@code Task.java, line 3, column 5: ';' expected}. */
  public String inWords() {
    var place =
        line < 1
            ? file
            : column < 1
                ? "%s, line %d".formatted(file, line)
                : "%s, line %d, column %d".formatted(file, line, column);
    return "%s: %s%s".formatted(place, error ? "" : "warning: ", sentence);
  }
}
