package speedup.ui.help;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import speedup.settings.Language;
import speedup.ui.Messages;
import speedup.ui.view.View;

/**
 * A page of help.
 *
 * @param id of a view, {@link #START} or {@link #CHARTS}
 * @param title its first line
 * @param blocks what follows
 */
public record HelpPage(String id, String title, List<Block> blocks) {
  /** What to read first. */
  public static final String START = "start";

  /** What charts show. */
  public static final String CHARTS = "charts";

  /** A piece of a page. */
  public sealed interface Block {
    /** A heading within the page. */
    record Heading(String text) implements Block {}

    /** Words, in which {@code **} and a backtick surround what stands out. */
    record Words(String text) implements Block {}

    /** A line of a list; its mark is a bullet or a number. */
    record Item(String mark, String text) implements Block {}
  }

  /** Every page, in the order in which they are listed. */
  public static List<HelpPage> all() {
    return Stream.concat(Stream.of(START, CHARTS), Arrays.stream(View.values()).map(View::id))
        .map(HelpPage::of)
        .toList();
  }

  /** The page with this id, in the language of the window. */
  public static HelpPage of(String id) {
    return of(id, Messages.locale());
  }

  /** The same in a language that the program speaks, English for others. */
  static HelpPage of(String id, Locale locale) {
    var language = Language.GERMAN.locale().getLanguage();
    var folder = locale.getLanguage().equals(language) ? language : "en";
    var name = folder + "/" + id + ".md";
    try (var in = HelpPage.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalArgumentException("there is no page of help " + name);
      }
      return parse(id, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("the page of help cannot be read: " + name, e);
    }
  }

  /** Reads the few forms of Markdown that pages use. */
  static HelpPage parse(String id, String text) {
    var lines = text.lines().filter(line -> !line.isBlank()).toList();
    if (lines.isEmpty() || !lines.getFirst().startsWith("# ")) {
      throw new IllegalArgumentException(id + ": a page begins with # and its title");
    }
    return new HelpPage(
        id, lines.getFirst().substring(2), lines.stream().skip(1).map(HelpPage::block).toList());
  }

  private static Block block(String line) {
    if (line.startsWith("## ")) {
      return new Block.Heading(line.substring(3));
    }
    if (line.startsWith("- ")) {
      return new Block.Item("\u2022", line.substring(2));
    }
    var dot = line.indexOf(". ");
    if (dot > 0 && line.substring(0, dot).chars().allMatch(Character::isDigit)) {
      return new Block.Item(line.substring(0, dot + 1), line.substring(dot + 2));
    }
    return new Block.Words(line);
  }

  /** Whether its title has these words, or else its text. */
  boolean matches(String words) {
    var wanted = words.strip().toLowerCase(Locale.ROOT);
    return Stream.concat(Stream.of(title), blocks.stream().map(HelpPage::words))
        .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(wanted));
  }

  private static String words(Block block) {
    return switch (block) {
      case Block.Heading(var text) -> text;
      case Block.Words(var text) -> text;
      case Block.Item(_, var text) -> text;
    };
  }
}
