package speedup.scaling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WordsTest {
  static Iterable<String> keys() {
    return ResourceBundle.getBundle("speedup.scaling.verdict").keySet();
  }

  @ParameterizedTest
  @MethodSource("keys")
  void fillsEveryPlaceOfEverySentence(String key) {
    var sentence = Words.say(key, 1.5, 2, 3, 4);

    assertFalse(sentence.isBlank());
    assertFalse(sentence.contains("{") || sentence.contains("}"), sentence);
  }

  @Test
  void writesNumbersInTheLanguageOfTheSentence() {
    var before = Locale.getDefault();
    Locale.setDefault(Locale.GERMANY);
    try {
      assertEquals(
          "1.50 times as fast on 1,000 workers: 75 % of the ideal.",
          Words.say("ofIdeal", 1.5, 1_000, 0.75));
    } finally {
      Locale.setDefault(before);
    }
  }
}
