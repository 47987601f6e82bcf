package speedup.ui.concept;

import java.util.List;
import java.util.function.Predicate;
import speedup.ui.Messages;

/** Lists of names in a sentence. */
final class Names {
  private static final int MOST = 4;

  private Names() {}

  /** As many of the first names as fit, and how many more there are; at least one. */
  static String fitting(List<String> names, Predicate<String> fits) {
    var text = String.join(", ", names);
    for (var count = names.size() - 1; count > 0 && !fits.test(text); count--) {
      var first = String.join(", ", names.subList(0, count));
      text = Messages.get("concept.names.more", first, names.size() - count);
    }
    return text;
  }

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
