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
    try {
      Locale.setDefault(Locale.GERMANY);
      assertEquals(
          "Mit 1.000 Workern 1,50-mal so schnell: 75 % des Ideals.",
          Words.say("ofIdeal", 1.5, 1_000, 0.75));
      Locale.setDefault(Locale.FRANCE); // not spoken, so English with English numbers
      assertEquals(
          "1.50 times as fast on 1,000 workers: 75 % of the ideal.",
          Words.say("ofIdeal", 1.5, 1_000, 0.75));
    } finally {
      Locale.setDefault(before);
    }
  }
}
