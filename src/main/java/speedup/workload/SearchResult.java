package speedup.workload;

import java.util.ArrayList;
import java.util.List;

/**
 * What a search found in all files. Of the lines as many are kept as fit into memory several times;
 * the checksum stands for the rest.
 *
 * @param searched how many files were searched
 * @param files how many of them have a line that matches
 * @param lines how many lines match
 * @param checksum of all these lines and their files
 * @param first the first of the lines
 * @param binary files that are no text and were not searched
 * @param problems files that could not be searched, or not wholly
 */
record SearchResult(
    long searched,
    long files,
    long lines,
    long checksum,
    List<Found> first,
    Told binary,
    Told problems) {
  /** So many lines are kept of all files together. */
  static final int MOST_LINES = 5_000;

  /** So many characters of lines come back from the workers together, about. */
  private static final long MOST_CHARACTERS = 24_000_000;

  /** A line and its file, as it is called in the folder. */
  record Found(String file, FileMatches.Line line) {}

  /** Copies the lines. */
  SearchResult {
    first = List.copyOf(first);
  }

  /** How many characters of lines a file may send, so that all of them fit into memory. */
  static long mostKept(int files) {
    return Math.max(1, MOST_CHARACTERS / files);
  }

  static SearchResult of(List<String> names, List<List<FileMatches>> results) {
    var first = new ArrayList<Found>();
    var binary = new Told.Builder();
    var problems = new Told.Builder();
    var searched = 0L;
    var files = 0L;
    var lines = 0L;
    var checksum = 0L;
    var name = names.iterator();
    for (var result : results) {
      for (var file : result) {
        var called = name.next();
        if (file.binary()) {
          binary.add(called, "is no text");
          continue;
        }
        if (!file.problem().isEmpty()) {
          problems.add(called, file.problem());
        }
        searched += file.searched() ? 1 : 0;
        files += file.lines() > 0 ? 1 : 0;
        lines += file.lines();
        checksum = 31 * checksum + file.checksum();
        file.first().stream()
            .limit(MOST_LINES - first.size())
            .forEach(line -> first.add(new Found(called, line)));
      }
    }
    return new SearchResult(
        searched, files, lines, checksum, first, binary.build(), problems.build());
  }
}
