package speedup.workload;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Files and folders that were left out, counted by reason; the first of each are named. */
final class Skipped {
  static final Why HIDDEN =
      new Why("hidden file or folder was skipped", "hidden files or folders were skipped");
  static final Why LINK = new Why("link was not followed", "links were not followed");
  static final Why DEEP =
      new Why("folder lies too deep and was skipped", "folders lie too deep and were skipped");
  static final Why SPECIAL =
      new Why(
          "entry is no ordinary file and was skipped",
          "entries are no ordinary files and were skipped");
  static final Why UNREADABLE =
      new Why(
          "file or folder may not be read and was skipped",
          "files or folders may not be read and were skipped");
  static final Why NAME =
      new Why(
          "file was skipped because its name is not in this system's character set",
          "files were skipped because their names are not in this system's character set");
  static final Why OUTPUT =
      new Why(
          "folder was skipped because this program made the pictures in it",
          "folders were skipped because this program made the pictures in them");

  private static final int NAMED = 5;

  private final Map<Why, Group> groups = new LinkedHashMap<>();

  /**
   * A reason.
   *
   * @param one what is said of one, after the number
   * @param many what is said of several
   */
  record Why(String one, String many) {}

  private static final class Group {
    private final List<String> first = new ArrayList<>();
    private long count;
  }

  void add(Why why, String name) {
    var group = groups.computeIfAbsent(why, _ -> new Group());
    group.count++;
    if (group.first.size() < NAMED) {
      group.first.add(name);
    }
  }

  /** A sentence for each reason. */
  List<String> notes() {
    return groups.entrySet().stream().map(entry -> note(entry.getKey(), entry.getValue())).toList();
  }

  private static String note(Why why, Group group) {
    return "%s: %s%s"
        .formatted(
            Words.count(group.count, why.one(), why.many()),
            group.first.stream().map(Words::quote).collect(Collectors.joining(", ")),
            group.count > NAMED ? ", …" : "");
  }
}
