package speedup.ui.concept;

import java.util.List;
import speedup.ui.Messages;

/** Lists of names in a sentence. */
final class Names {
  private static final int MOST = 4;

  private Names() {}

  /** The first names, and how many more there are. */
  static String some(List<String> names) {
    return names.size() <= MOST
        ? String.join(", ", names)
        : Messages.get(
            "concept.names.more",
            String.join(", ", names.subList(0, MOST - 1)),
            names.size() - MOST + 1);
  }
}
