package speedup.concept;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The code of a script as it is shown: the body of its method, without the lines that only tell or
 * hold. A value.
 *
 * @param lines of code
 * @param numbers of these lines in the source
 */
public record Listing(List<String> lines, List<Integer> numbers) {
  private static final String BEGIN = "public void run(Step step)";
  private static final String STEP = "step.";

  /** Taking the time is no operation: the one that is timed comes after it. */
  private static final Pattern CLOCK = Pattern.compile("(var )?\\w+ = System\\.nanoTime\\(\\);");

  /** Copies the lists. */
  public Listing {
    lines = List.copyOf(lines);
    numbers = List.copyOf(numbers);
  }

  /**
   * Reads the code of a script.
   *
   * @param script the name of its class, as {@link StageState.Actor#source}
   * @throws IllegalArgumentException when no script is called so
   */
  public static Listing of(String script) {
    try (var source = Listing.class.getResourceAsStream("script/" + script + ".java")) {
      if (source == null) {
        throw new IllegalArgumentException("there is no script " + script);
      }
      return ofSource(new String(source.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Listing ofSource(List<String> source) {
    var lines = new ArrayList<String>();
    var numbers = new ArrayList<Integer>();
    var begin = 0;
    while (!source.get(begin).contains(BEGIN)) {
      begin++;
    }
    while (!source.get(begin).endsWith("{")) {
      begin++;
    }
    var margin = -1;
    var inStep = false;
    for (var i = begin + 1; !source.get(i).equals("  }"); i++) {
      var line = source.get(i);
      inStep |= line.strip().startsWith(STEP);
      if (inStep) {
        inStep = !line.endsWith(";"); // a call may take several lines
        continue;
      }
      if (margin < 0) {
        margin = line.length() - line.stripLeading().length();
      }
      lines.add(line.isBlank() ? "" : line.substring(Math.min(margin, line.length())));
      numbers.add(i + 1);
    }
    return new Listing(lines, numbers);
  }

  /**
   * Which of the lines is lit.
   *
   * @param line of the source, as {@link StageState.Actor#line}: that of the word that was told
   * @return the index of the line that follows it and does not just read the clock; -1 for none
   */
  public int lit(int line) {
    if (line <= 0) {
      return -1;
    }
    for (var i = 0; i < numbers.size(); i++) {
      if (numbers.get(i) > line && !CLOCK.matcher(lines.get(i).strip()).matches()) {
        return i;
      }
    }
    return -1;
  }
}
