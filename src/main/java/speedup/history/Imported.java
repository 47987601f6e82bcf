package speedup.history;

import java.util.List;

/**
 * What was read from a file.
 *
 * @param run all that could be used
 * @param problems a sentence for each thing that could not: where it is, and what is missing for
 *     which result; empty where the file is whole
 */
public record Imported(KeptRun run, List<String> problems) {
  /** Copies the list. */
  public Imported {
    problems = List.copyOf(problems);
  }
}
