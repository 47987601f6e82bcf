package speedup.ui.palette;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Finds what somebody means who types parts of its words, in any order and without accents. A word
 * is met best by the beginning of another one, then by its middle, then by some of its letters in
 * order, the first one first, such as {@code prs} for presentation.
 */
final class Finder {
  private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
  private static final Pattern GAPS = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final int BEGINS = 4;
  private static final int CONTAINS = 2;
  private static final int ABBREVIATES = 1;

  private Finder() {}

  /** The entries in which each word is met, the best first, equals in the order given. */
  static List<Entry> find(List<Entry> entries, String query) {
    var wanted = words(query);
    return entries.stream()
        .map(entry -> new Found(entry, score(entry, wanted)))
        .filter(found -> found.score() > 0)
        .sorted(Comparator.comparingInt(Found::score).reversed())
        .map(Found::entry)
        .toList();
  }

  private record Found(Entry entry, int score) {}

  /** 0 where a word is not met. */
  private static int score(Entry entry, List<String> wanted) {
    var title = words(entry.title());
    var kind = words(entry.kind());
    var score = 1;
    for (var word : wanted) {
      // what it does is meant more often than what it is
      var one = Math.max(2 * best(title, word), best(kind, word));
      if (one == 0) {
        return 0;
      }
      score += one;
    }
    return score;
  }

  private static int best(List<String> words, String wanted) {
    return words.stream().mapToInt(word -> score(word, wanted)).max().orElse(0);
  }

  private static int score(String word, String wanted) {
    if (word.startsWith(wanted)) {
      return BEGINS;
    }
    if (word.contains(wanted)) {
      return CONTAINS;
    }
    return word.charAt(0) == wanted.charAt(0) && hasInOrder(word, wanted) ? ABBREVIATES : 0;
  }

  private static boolean hasInOrder(String word, String letters) {
    var at = 0;
    for (var i = 0; i < word.length() && at < letters.length(); i++) {
      if (word.charAt(i) == letters.charAt(at)) {
        at++;
      }
    }
    return at == letters.length();
  }

  private static List<String> words(String text) {
    var plain = ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
    return GAPS.splitAsStream(plain.toLowerCase(Locale.ROOT))
        .filter(word -> !word.isEmpty())
        .toList();
  }
}
