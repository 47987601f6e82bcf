package speedup.concept;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ListingTest {
  private static final Path SCRIPTS = Path.of("src/main/java/speedup/concept/script");

  /** What is held, and the words of its call up to the bracket, or all where there is none. */
  private static final Pattern HELD =
      Pattern.compile("step\\.(?:next|often)\\(\\s*(\\w+|\"[^\"]*\"),\\s*\"([^\"(]*)");

  /** A loop, or a query that is only acted: their beginning is lit. */
  private static final List<String> ACTED = List.of("query", "hold", "countPrimes", "set");

  static List<String> scripts() throws IOException {
    try (var files = Files.list(SCRIPTS)) {
      return files
          .map(file -> file.getFileName().toString().replace(".java", ""))
          .filter(ListingTest::isScript)
          .sorted()
          .toList();
    }
  }

  private static boolean isScript(String name) {
    return source(name).contains("implements Script");
  }

  private static String source(String name) {
    try {
      return Files.readString(SCRIPTS.resolve(name + ".java"));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void lightsTheLineOfEachOperation(String script) {
    var source = source(script);
    var listing = Listing.of(script);
    for (var held : HELD.matcher(source).results().toList()) {
      var number = (int) source.substring(0, held.start()).lines().count();
      var lit = listing.lit(number);
      assertTrue(lit >= 0, () -> "nothing is lit for " + held.group());
      assertTrue(isOf(held, listing, lit), () -> held.group() + ": " + listing.lines().get(lit));
    }
  }

  /** Whether the statement that begins in the line calls what was announced. */
  private static boolean isOf(MatchResult held, Listing listing, int lit) {
    var words = held.group(2).split("[ .]");
    var call = words[words.length - 1].isEmpty() ? words[0] : words[words.length - 1];
    var text = new StringBuilder();
    var line = lit;
    do {
      text.append(listing.lines().get(line)).append('\n');
      line++;
    } while (!isWhole(text.toString()));
    return text.toString().contains(call)
        || text.toString().strip().startsWith("for (") && ACTED.contains(call)
        || text.toString().contains("inside.addAndGet(1)") && call.equals("query");
  }

  /** Whether a statement, or the head of a loop, ends here. */
  private static boolean isWhole(String text) {
    var open = text.chars().filter(letter -> letter == '(').count();
    var shut = text.chars().filter(letter -> letter == ')').count();
    return open == shut && (text.endsWith(";\n") || text.endsWith("{\n"));
  }

  @Test
  void leavesOutWhatOnlyTellsAndPassesOverTheClock() {
    var listing =
        Listing.ofSource(
            """
            record Waits() {
              @Override
              public void run(Step step) throws InterruptedException {
                step.next("flag", "await()");
                var begin = System.nanoTime();
                flag.await();
                step.say(
                    begin);
              }
            }
            """
                .lines()
                .toList());

    assertEquals(List.of("var begin = System.nanoTime();", "flag.await();"), listing.lines());
    assertEquals(List.of(5, 6), listing.numbers());
    assertEquals(1, listing.lit(4));
    assertEquals(-1, listing.lit(0));
    assertEquals(-1, listing.lit(6));
  }
}
