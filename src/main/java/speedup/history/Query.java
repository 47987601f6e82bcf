package speedup.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is looked for in the history. A run has to fulfil all of it.
 *
 * @param words beginnings of words in workload, note, input or machine, parted by spaces; empty for
 *     every run
 * @param workload id of the workload
 * @param kind runs or studies
 * @param machine the machine
 */
public record Query(
    String words,
    Optional<String> workload,
    Optional<KeptRun.Kind> kind,
    Optional<Fingerprint> machine) {
  /** Every run. */
  public static final Query ALL = words("");

  /** Runs by words alone. */
  public static Query words(String words) {
    return new Query(words, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Each as a quoted beginning, so that nothing in it is an operator of the full-text search. */
  private Optional<String> match() {
    var tokens =
        Stream.of(words.split("[^\\p{L}\\p{N}]+"))
            .filter(word -> !word.isEmpty())
            .map(word -> "\"" + word + "\"*")
            .collect(Collectors.joining(" "));
    return words.isBlank() ? Optional.empty() : Optional.of(tokens);
  }

  /** The conditions in SQL, with their values in the same order. */
  Where where() {
    var conditions = new ArrayList<String>();
    var values = new ArrayList<String>();
    match()
        .ifPresent(tokens -> {
          if (tokens.isEmpty()) {
            conditions.add("0"); // signs alone: no word begins like that
            return;
          }
          // the plus keeps SQLite on the index of the newest, where a page is soon full
          conditions.add("+number IN (SELECT rowid FROM run_text WHERE run_text MATCH ?)");
          values.add(tokens);
        });
    add(conditions, values, "workload", workload);
    add(conditions, values, "kind", kind.map(KeptRun.Kind::name));
    add(conditions, values, "fingerprint", machine.map(Fingerprint::value));
    return new Where(
        conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions),
        List.copyOf(values));
  }

  private static void add(
      List<String> conditions, List<String> values, String column, Optional<String> value) {
    value.ifPresent(wanted -> {
      conditions.add(column + " = ?");
      values.add(wanted);
    });
  }

  /** Conditions and their values. */
  record Where(String sql, List<String> values) {}
}
