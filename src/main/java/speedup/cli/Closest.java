package speedup.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that was probably meant. */
final class Closest {
  private Closest() {}

  /** The name with the fewest differing letters, if they are few enough for a slip. */
  static Optional<String> to(String typed, Collection<String> names) {
    var lower = typed.toLowerCase(Locale.ROOT);
    var slip = Math.max(2, lower.length() / 3);
    return names.stream()
        .filter(name -> distance(lower, name) <= slip || isBeginning(lower, name))
        .min(
            Comparator.<String>comparingInt(name -> isBeginning(lower, name) ? 0 : 1)
                .thenComparingInt(name -> distance(lower, name)));
  }

  private static boolean isBeginning(String typed, String name) {
    return typed.length() >= 3 && name.startsWith(typed);
  }

  /** How many letters have to be typed, removed or replaced. */
  private static int distance(String a, String b) {
    var row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
