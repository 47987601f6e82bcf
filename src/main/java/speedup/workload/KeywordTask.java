package speedup.workload;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * What a worker does: searches files one after the other.
 *
 * @param keyword a text or a regular expression
 * @param ignoreCase whether small and capital letters are the same
 * @param wholeWord whether no letter or digit may stand before or after the match
 * @param regex whether the keyword is a regular expression
 * @param mostKept about how many characters of matching lines are kept of a file
 */
public record KeywordTask(
    String keyword, boolean ignoreCase, boolean wholeWord, boolean regex, long mostKept)
    implements SliceTask<FolderSlice, List<FileMatches>> {

  /**
   * Tries the keyword.
   *
   * @throws InputException when it is empty or no regular expression; the position is told
   */
  void check() throws InputException {
    if (keyword.isEmpty()) {
      throw new InputException("keyword", "keyword: give the text to look for");
    }
    if (!regex) {
      return;
    }
    try {
      Pattern.compile(keyword, flags());
    } catch (PatternSyntaxException e) {
      throw new InputException("keyword", notARegex(e));
    } catch (IllegalArgumentException e) {
      throw new InputException(
          "keyword",
          "keyword: %s is no regular expression (%s); correct it, or set regex to no"
              .formatted(Words.quote(keyword), e.getMessage()));
    }
    try {
      pattern();
    } catch (IllegalArgumentException e) {
      throw new InputException(
          "whole-word",
          "whole-word: this regular expression (%s) cannot be held to whole words; set whole-word"
                  .formatted(Words.quote(keyword))
              + " to no and write \\b where a word begins or ends");
    }
  }

  private String notARegex(PatternSyntaxException problem) {
    var at = Math.clamp(problem.getIndex(), -1, keyword.length());
    var place =
        at < 0
            ? ""
            : at == keyword.length()
                ? " at its end"
                : Words.say(" at character %,d, \"%s\"", at + 1, keyword.substring(at, at + 1));
    return "keyword: %s is no regular expression: %s%s; correct it, or set regex to no"
        .formatted(
            Words.quote(keyword),
            Character.toLowerCase(problem.getDescription().charAt(0))
                + problem.getDescription().substring(1),
            place);
  }

  @Override
  public List<FileMatches> run(FolderSlice slice) {
    var folder = Path.of(slice.folder());
    var found = new ArrayList<FileMatches>(slice.files().size());
    for (var file : slice.files()) {
      found.add(FileSearch.search(folder.resolve(file), finder(), mostKept));
    }
    return found;
  }

  LineFinder finder() {
    var ascii = StandardCharsets.US_ASCII.newEncoder().canEncode(keyword);
    if (!regex && (ascii || !ignoreCase)) {
      return new ByteFinder(keyword, ignoreCase, wholeWord);
    }
    var required =
        regex ? RequiredText.of(keyword, ignoreCase) : RequiredText.ofPlain(keyword, ignoreCase);
    return new RegexFinder(
        pattern(), required.stream().map(text -> new ByteFinder(text, ignoreCase, false)).toList());
  }

  private Pattern pattern() {
    var expression = regex ? keyword : Pattern.quote(keyword);
    return Pattern.compile(
        wholeWord
            ? "(?<!%1$s)(?:%2$s)(?!%1$s)".formatted(WordCharacters.CLASS, expression)
            : expression,
        flags());
  }

  private int flags() {
    return ignoreCase ? Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : 0;
  }
}
