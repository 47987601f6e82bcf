package speedup.ui.help;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import speedup.ui.help.HelpPage.Block;
import speedup.ui.view.View;

/** The pages of help, in every language. */
class HelpPageTest {
  static Stream<String> pages() {
    return Stream.concat(
        Stream.of(HelpPage.START, HelpPage.CHARTS), Arrays.stream(View.values()).map(View::id));
  }

  private static List<String> shape(HelpPage page) {
    return page.blocks().stream().map(block -> block.getClass().getSimpleName()).toList();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void isThereInBothLanguagesWithTheSameParts(String id) {
    var english = HelpPage.of(id, Locale.ENGLISH);
    var german = HelpPage.of(id, Locale.GERMANY);

    assertEquals(shape(english), shape(german));
    assertTrue(english.blocks().size() >= 4, "a page says something");
    assertFalse(english.blocks().equals(german.blocks()));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void namesKeysAsTheKeyboardsDo(String id) {
    assertFalse(HelpPage.of(id, Locale.GERMANY).blocks().toString().contains("Ctrl"));
    assertFalse(HelpPage.of(id, Locale.ENGLISH).blocks().toString().contains("Strg"));
  }

  @Test
  void otherLanguagesReadEnglish() {
    assertEquals(
        HelpPage.of("run", Locale.ENGLISH).title(), HelpPage.of("run", Locale.FRENCH).title());
  }

  @Test
  void readsHeadingsListsAndWords() {
    var page = HelpPage.parse("x", "# Title\n\nWords **here**\n\n## Part\n\n- one\n12. twelve\n");

    assertEquals(
        new HelpPage(
            "x",
            "Title",
            List.of(
                new Block.Words("Words **here**"),
                new Block.Heading("Part"),
                new Block.Item("\u2022", "one"),
                new Block.Item("12.", "twelve"))),
        page);
  }

  @Test
  void refusesAPageWithoutATitle() {
    assertThrows(IllegalArgumentException.class, () -> HelpPage.parse("x", "words"));
  }

  @Test
  void isFoundByItsTitleAndItsWords() {
    var page = HelpPage.of("timeline", Locale.ENGLISH);

    assertTrue(page.matches("TIMELINE"));
    assertTrue(page.matches("perfetto"));
    assertFalse(page.matches("xylophone"));
  }
}
