package speedup.workload;

import java.util.List;
import java.util.stream.Stream;

/**
 * Finds texts of which every match of a regular expression has one in it: the longest run of plain
 * characters that none can go without, or one of each alternative. Lines without them need not be
 * decoded and held against the expression. Whatever it does not know for certain it takes for
 * "anything", so that a line is looked at once too often rather than not at all. For one thread and
 * one expression.
 */
final class RequiredText {
  /** Escapes of one letter that stand for some character, or for a place between characters. */
  private static final String SHORT_ESCAPES = "dDwWsShHvVRXbBAzZGtnrfae";

  /**
   * Letters that are small or capital forms of characters beyond ASCII, such as the Kelvin sign.
   */
  private static final String MORE_THAN_TWO_CASES = "iksIKS";

  /** Each of them is looked for by itself. */
  private static final int MOST_TEXTS = 8;

  private static final int REPLACEMENT = 0xFFFD;

  private final int[] expression;
  private final boolean ignoreCase;
  private int at;

  private RequiredText(String expression, boolean ignoreCase) {
    this.expression = expression.codePoints().toArray();
    this.ignoreCase = ignoreCase;
  }

  /**
   * The texts of which one is in every match.
   *
   * @param expression one that compiles by itself, with no flag but those for all letters
   * @param ignoreCase whether small and capital letters match each other; the texts are then of
   *     ASCII characters alone, and have to be looked for in the same way
   * @return empty where none are known
   */
  static List<String> of(String expression, boolean ignoreCase) {
    try {
      var parser = new RequiredText(expression, ignoreCase);
      var best = parser.alternatives();
      return parser.isAtEnd() ? best : List.of();
    } catch (Unknown e) {
      return List.of();
    }
  }

  /** The same for a text of plain characters: the longest part that can be looked for in bytes. */
  static List<String> ofPlain(String text, boolean ignoreCase) {
    var runs = new Runs();
    text.codePoints().forEach(one -> add(runs, one, ignoreCase));
    return runs.best();
  }

  /** What this class does not read. */
  private static final class Unknown extends Exception {
    private static final long serialVersionUID = 1;

    Unknown() {
      super(null, null, false, false);
    }
  }

  /** Characters that follow each other in every match, and the longest row of them so far. */
  private static final class Runs {
    private final StringBuilder run = new StringBuilder();
    private List<String> best = List.of();

    void add(int codePoint) {
      run.appendCodePoint(codePoint);
    }

    /** Anything may follow here. */
    void end() {
      if (!run.isEmpty()) {
        offer(List.of(run.toString()));
        run.setLength(0);
      }
    }

    void offer(List<String> texts) {
      best = shortest(texts) > shortest(best) ? texts : best;
    }

    private static int shortest(List<String> texts) {
      return texts.stream().mapToInt(String::length).min().orElse(0);
    }

    List<String> best() {
      end();
      return best;
    }
  }

  /** Up to the end of a group or of everything. */
  private List<String> alternatives() throws Unknown {
    var best = sequence();
    while (isNext('|')) {
      at++;
      best = either(best, sequence());
    }
    return best;
  }

  /** What is looked for where one of two will do: nothing, when one of them may be anything. */
  private static List<String> either(List<String> one, List<String> other) {
    var both = Stream.concat(one.stream(), other.stream()).distinct().toList();
    return one.isEmpty() || other.isEmpty() || both.size() > MOST_TEXTS ? List.of() : both;
  }

  private List<String> sequence() throws Unknown {
    var runs = new Runs();
    while (!isAtEnd() && expression[at] != '|' && expression[at] != ')') {
      var next = expression[at++];
      switch (next) {
        case '(' -> group(runs);
        case '[' -> {
          characterClass();
          something(runs);
        }
        case '\\' -> escape(runs);
        case '.', '^', '$' -> something(runs);
        case '*', '+', '?', '{' -> throw new Unknown();
        default -> literal(runs, next);
      }
    }
    return runs.best();
  }

  private void something(Runs runs) throws Unknown {
    runs.end();
    leastTimes();
  }

  private void literal(Runs runs, int codePoint) throws Unknown {
    var before = at;
    var times = leastTimes();
    if (times > 0) {
      add(runs, codePoint, ignoreCase);
    }
    if (at > before) {
      runs.end();
      if (times > 0) {
        // the last of them stands before what follows
        add(runs, codePoint, ignoreCase);
      }
    }
  }

  private static void add(Runs runs, int codePoint, boolean ignoreCase) {
    var known =
        ignoreCase
            ? codePoint < 0x80 && MORE_THAN_TWO_CASES.indexOf(codePoint) < 0
            // bad bytes are decoded to the replacement, and lone halves of pairs are never
            : codePoint != REPLACEMENT && Character.getType(codePoint) != Character.SURROGATE;
    if (known && codePoint != '\n') {
      runs.add(codePoint);
    } else {
      runs.end();
    }
  }

  private void group(Runs runs) throws Unknown {
    runs.end();
    var counts = isNext('?') ? questionMark() : true;
    var inner = alternatives();
    take(')');
    if (leastTimes() > 0 && counts) {
      runs.offer(inner);
    }
  }

  /** Passes over the kind of a group; whether what is in it is in the match. */
  private boolean questionMark() throws Unknown {
    at++;
    var kind = take();
    var behind = kind == '<';
    if (behind) {
      kind = take();
    }
    if (kind == '=' || kind == '!') {
      return false;
    }
    if (behind) {
      passOver('>'); // a name
    } else if (kind != ':' && kind != '>') {
      throw new Unknown(); // flags
    }
    return true;
  }

  /** Passes over a class of characters, behind its first bracket. */
  private void characterClass() throws Unknown {
    if (isNext('^')) {
      at++;
    }
    if (isNext(']')) {
      throw new Unknown();
    }
    for (var next = take(); next != ']'; next = take()) {
      if (next == '[') {
        characterClass();
      } else if (next == '&' && isNext('&')) {
        throw new Unknown();
      } else if (next == '\\' && "cQEN".indexOf(take()) >= 0) {
        throw new Unknown();
      }
    }
  }

  private void escape(Runs runs) throws Unknown {
    var escaped = take();
    if (escaped == 'p' || escaped == 'P') {
      property();
      something(runs);
    } else if (escaped >= '1' && escaped <= '9') {
      while (!isAtEnd() && Character.isDigit(expression[at])) {
        at++;
      }
      something(runs);
    } else if (SHORT_ESCAPES.indexOf(escaped) >= 0 && !(escaped == 'b' && isNext('{'))) {
      something(runs);
    } else if (escaped < 0x80 && !Character.isLetterOrDigit(escaped)) {
      literal(runs, escaped);
    } else {
      throw new Unknown();
    }
  }

  /** Passes over the name of a property: one letter, or several in braces. */
  private void property() throws Unknown {
    if (take() == '{') {
      passOver('}');
    }
  }

  /** Passes over how often what stands before may come; the fewest times. */
  private int leastTimes() throws Unknown {
    var times = 1;
    if (isNext('*') || isNext('?')) {
      times = 0;
      at++;
    } else if (isNext('+')) {
      at++;
    } else if (isNext('{')) {
      at++;
      var first = take();
      if (first < '0' || first > '9') {
        throw new Unknown();
      }
      // {01} is once as well, but nobody writes it
      times = first == '0' ? 0 : 1;
      passOver('}');
    } else {
      return 1;
    }
    if (isNext('?') || isNext('+')) {
      at++;
    }
    return times;
  }

  private boolean isAtEnd() {
    return at == expression.length;
  }

  private boolean isNext(char wanted) {
    return !isAtEnd() && expression[at] == wanted;
  }

  private int take() throws Unknown {
    if (isAtEnd()) {
      throw new Unknown();
    }
    return expression[at++];
  }

  private void passOver(char last) throws Unknown {
    var next = take();
    while (next != last) {
      next = take();
    }
  }

  private void take(char wanted) throws Unknown {
    if (take() != wanted) {
      throw new Unknown();
    }
  }
}
