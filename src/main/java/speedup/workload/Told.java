package speedup.workload;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Files that something has to be said about: all are counted, the first are named.
 *
 * @param count how many
 * @param first the first of them
 */
record Told(long count, List<Entry> first) {
  private static final int NAMED = 100;

  /** Copies the entries. */
  Told {
    first = List.copyOf(first);
  }

  /**
   * A file.
   *
   * @param file where it is in the folder
   * @param problem what is the matter with it; goes on after the name of the file
   */
  record Entry(String file, String problem) {
    String inWords() {
      return (Words.quote(file) + " " + problem).strip();
    }
  }

  /** Puts them together, in order. */
  static final class Builder {
    private final List<Entry> first = new ArrayList<>();
    private long count;

    void add(String file, String problem) {
      count++;
      if (first.size() < NAMED) {
        first.add(new Entry(file, problem));
      }
    }

    Told build() {
      return new Told(count, first);
    }
  }

  /** The first of them in words, and that there are more. */
  String inWords() {
    return first.isEmpty() ? "" : first.getFirst().inWords() + (count > 1 ? ", …" : "");
  }

  /** As JSON values. */
  List<Map<String, Object>> values() {
    return first.stream()
        .map(entry -> {
          Map<String, Object> values = new LinkedHashMap<>();
          values.put("file", entry.file());
          values.put("problem", entry.problem());
          return values;
        })
        .toList();
  }

  /** As a table, where there are any. */
  List<Shown> table(String title) {
    return count == 0
        ? List.of()
        : List.of(
            new Shown.Table(
                title,
                List.of("File", "Problem"),
                first.stream().map(entry -> List.of(entry.file(), entry.problem())).toList()));
  }
}
