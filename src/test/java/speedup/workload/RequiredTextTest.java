package speedup.workload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequiredTextTest {
  private static final int INSENSITIVE = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  private static final List<String> ATOMS =
      List.of(
          "a",
          "b",
          "ab",
          "k",
          "é",
          "😀",
          ".",
          "\\w",
          "\\b",
          "\\.",
          "^",
          "$",
          "[ab]",
          "[^a]",
          "[a[b]]",
          "[\\]b]",
          "(a|b)",
          "(?:ab)",
          "(?<n>ba)",
          "(?=a)",
          "(?!b)",
          "(?<=a)",
          "(?>ab)",
          "(a(b)a)",
          "\\p{L}",
          "\\p{Lu}",
          "\\pL",
          "\\x61",
          "\\u0061",
          "\\Qa.\\E",
          "\\1",
          "(?i)a",
          "}",
          "]",
          "\uFFFD",
          "|",
          "(",
          ")");

  private static final List<String> QUANTIFIERS =
      List.of("", "", "", "", "*", "+", "?", "*?", "++", "{0}", "{2}", "{1,}", "{0,2}");

  private static final List<String> PARTS =
      List.of("a", "b", "ab", "ba", "aba", "K", "k", "\u212A", "é", "É", "😀", ".", " ", "\uFFFD");

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "needle, needle",
        "[Nn]e+dle, edle",
        "ne+dle$, edle",
        "colou?r, colo",
        "a|b, a b",
        "needles?|pins?, needle pin",
        "x(foo|ba+r)y, foo ba",
        "(foo|\\d)xy, xy",
        "foo|, ``",
        "a|b|c|d|e|f|g|h|i, ``",
        "(a|b)cd, cd",
        "x(?:abc)+y, abc",
        "x(abc)*yz, yz",
        "(?!abc)x, x",
        "(?i)abc, ``",
        "a\\.b\\dcd, a.b",
        "ab{2}c, ab",
        "ab{0}cd, cd",
        "\\x41bc, ``",
        "\\p{L}bc, bc",
        "\\Qabc\\E, ``",
        "[]abc]x, ``",
        "[a&&b]xyz, ``"
      })
  void areTheLongestTextsOfWhichEveryMatchHasOne(String expression, String required) {
    assertEquals(required, String.join(" ", RequiredText.of(expression, false)));
  }

  @Test
  void leaveOutLettersWithMoreThanTwoCases() {
    assertEquals(List.of("needle"), RequiredText.of("needle", true));
    assertEquals(List.of("tra"), RequiredText.ofPlain("straße", true));
    assertEquals(List.of("straße"), RequiredText.ofPlain("straße", false));
    var others =
        IntStream.rangeClosed(0x80, Character.MAX_CODE_POINT)
            .filter(one -> Character.getType(one) != Character.SURROGATE)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
    for (var character = 0; character < 0x80; character++) {
      var text = Character.toString(character);
      if (Pattern.compile(Pattern.quote(text), INSENSITIVE).matcher(others).find()) {
        assertEquals(List.of(), RequiredText.ofPlain(text, true), text);
      }
    }
  }

  @Test
  void areInEveryMatchOfRandomExpressions() throws Exception {
    var random = new Random(5);
    var known = 0;
    for (var round = 0; round < 3_000; round++) {
      var expression = expression(random);
      var ignoreCase = random.nextBoolean();
      if (!compiles(expression)) {
        continue;
      }
      var required = RequiredText.of(expression, ignoreCase);
      known += required.isEmpty() ? 0 : 1;
      var pattern = Pattern.compile(expression, ignoreCase ? INSENSITIVE : 0);
      var any = required.stream().map(Pattern::quote).collect(Collectors.joining("|"));
      var contains = Pattern.compile(any, ignoreCase ? INSENSITIVE : 0);
      for (var i = 0; i < 30; i++) {
        var line = line(random);
        if (pattern.matcher(line).find()) {
          assertTrue(
              contains.matcher(line).find(),
              () -> "%s needs %s, but matches %s".formatted(expression, required, line));
        }
      }
    }
    var shown = known;
    assertTrue(known > 500, () -> "only " + shown);
  }

  @Test
  void changeNothingInWhatIsFound() throws Exception {
    var random = new Random(6);
    for (var round = 0; round < 300; round++) {
      var lines = new ArrayList<String>();
      for (var i = 0; i < 100; i++) {
        lines.add(line(random));
      }
      var file = folder.resolve("a.txt");
      Files.writeString(file, String.join("\n", lines));
      var expression = expression(random);
      var ignoreCase = random.nextBoolean();
      if (!compiles(expression)) {
        continue;
      }
      var pattern = Pattern.compile(expression, ignoreCase ? INSENSITIVE : 0);
      var expected = new ArrayList<FileMatches.Line>();
      for (var i = 0; i < lines.size(); i++) {
        var matcher = pattern.matcher(lines.get(i));
        // a last empty line is no line
        if (matcher.find() && (i < lines.size() - 1 || !lines.get(i).isEmpty())) {
          expected.add(new FileMatches.Line(i + 1L, lines.get(i), matcher.start(), matcher.end()));
        }
      }
      var task = new KeywordTask(expression, ignoreCase, false, true, Long.MAX_VALUE);
      assertEquals(
          expected,
          FileSearch.search(file, task.finder(), 1 << 20).first().stream().toList(),
          expression);
    }
  }

  private static String expression(Random random) {
    var expression = new StringBuilder();
    for (var i = 1 + random.nextInt(5); i > 0; i--) {
      expression.append(ATOMS.get(random.nextInt(ATOMS.size())));
      expression.append(QUANTIFIERS.get(random.nextInt(QUANTIFIERS.size())));
    }
    return expression.toString();
  }

  private static boolean compiles(String expression) {
    try {
      return Pattern.compile(expression) != null;
    } catch (PatternSyntaxException e) {
      return false;
    }
  }

  private static String line(Random random) {
    var line = new StringBuilder();
    for (var i = random.nextInt(8); i > 0; i--) {
      line.append(PARTS.get(random.nextInt(PARTS.size())));
    }
    return line.toString();
  }
}
