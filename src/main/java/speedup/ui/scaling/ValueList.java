package speedup.ui.scaling;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import speedup.experiment.RunRequest;
import speedup.experiment.SweepRequest;
import speedup.ui.Messages;

/**
 * Whole numbers as they were typed, parted by commas or spaces.
 *
 * @param values ascending, each once; empty where there is a problem
 * @param problem what is wrong; empty where nothing is
 */
record ValueList(List<Integer> values, String problem) {
  /** Longer lines than this are no list that somebody typed. */
  private static final int MOST_CHARACTERS = 1_000;

  /** Reads the values of a mode. */
  static ValueList read(String text, StudyMode mode) {
    return read(text, most(mode));
  }

  /** Reads one worker count or several. */
  static ValueList read(String text, int most) {
    if (text.length() > MOST_CHARACTERS) {
      return wrong("study.values.tooMany", SweepRequest.MAX_POINTS);
    }
    var values = new TreeSet<Integer>();
    for (var word : words(text)) {
      int value;
      try {
        value = Integer.parseInt(word);
      } catch (NumberFormatException _) {
        return wrong("study.values.noNumber", word);
      }
      if (value < 1 || value > most) {
        return wrong("study.values.outside", value, most);
      }
      values.add(value);
    }
    if (values.isEmpty()) {
      return wrong("study.values.none");
    }
    return values.size() > SweepRequest.MAX_POINTS
        ? wrong("study.values.tooMany", SweepRequest.MAX_POINTS)
        : new ValueList(List.copyOf(values), "");
  }

  private static List<String> words(String text) {
    var words = new ArrayList<String>();
    for (var word : text.split("[,;\\s]+")) {
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return words;
  }

  private static int most(StudyMode mode) {
    return switch (mode) {
      case STRONG, WEAK -> RunRequest.MAX_WORKERS;
      case CHUNKS -> Integer.MAX_VALUE;
      case SIZES -> SweepRequest.MAX_SIZE;
    };
  }

  private static ValueList wrong(String key, Object... arguments) {
    return new ValueList(List.of(), Messages.get(key, arguments));
  }

  /** As they would be typed. */
  static String text(List<Integer> values) {
    return values.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }

  /** Worker counts to begin with: small ones, powers of two, and the cores of the machine. */
  static List<Integer> workers(int physicalCores, int logicalCores) {
    int most = Math.clamp(2L * logicalCores, 2, RunRequest.MAX_WORKERS);
    var counts = new TreeSet<Integer>();
    for (int count = 1; count <= most; count = count < 4 ? count + 1 : 2 * count) {
      counts.add(count);
    }
    counts.add(Math.min(physicalCores, most));
    counts.add(Math.min(logicalCores, most));
    counts.add(most);
    return List.copyOf(counts);
  }

  /** Chunk sizes around what the workload suggests. */
  static List<Integer> chunks(int suggested) {
    if (suggested < 100) {
      return List.of(1, 4, 16, 64);
    }
    int top = Math.min(suggested, 100_000_000);
    return List.of(top / 100, top / 10, top, top * 10);
  }
}
