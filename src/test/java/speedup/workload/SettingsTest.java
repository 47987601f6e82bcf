package speedup.workload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class SettingsTest {
  private static final List<Parameter> PARAMETERS =
      List.of(
          new Parameter.Whole("n", "Numbers", "Help.", "", 1, 2_000_000, OptionalLong.of(5)),
          new Parameter.Whole("auto", "Size", "Help.", "", 1, 10, OptionalLong.empty()),
          new Parameter.Choice("mode", "Mode", "Help.", List.of("skip", "stop"), "skip"),
          new Parameter.InputFile("file", "File", "Help.", List.of("txt")));

  @Test
  void fillInDefaults() throws Exception {
    var settings = Settings.of(PARAMETERS, Map.of());
    assertEquals(5, settings.whole("n"));
    assertEquals(OptionalLong.empty(), settings.optionalWhole("auto"));
    assertEquals("skip", settings.text("mode"));
    assertEquals(Optional.empty(), settings.file("file"));
    assertEquals(List.of("n", "auto", "mode", "file"), List.copyOf(settings.asMap().keySet()));
  }

  @Test
  void takeWhatWasGiven() throws Exception {
    var given = Map.of("n", " 1_000_000 ", "auto", "7", "mode", "stop", "file", " a b.txt ");
    var settings = Settings.of(PARAMETERS, given);
    assertEquals(1_000_000, settings.whole("n"));
    assertEquals(OptionalLong.of(7), settings.optionalWhole("auto"));
    assertEquals("stop", settings.text("mode"));
    assertEquals(Optional.of(Path.of("a b.txt")), settings.file("file"));
  }

  @Test
  void takeCommasBetweenThousandsOnly() throws Exception {
    assertEquals(1_000, Settings.of(PARAMETERS, Map.of("n", "1,000")).whole("n"));
    assertEquals(
        "n: \"1,5\" is not a whole number; give one from 1 to 2,000,000", refusal("n", "1,5"));
  }

  @Test
  void sayWhatIsWrong() {
    assertEquals("n: 0 is outside 1 to 2,000,000", refusal("n", "0"));
    assertEquals("n: -3 is outside 1 to 2,000,000", refusal("n", "-3"));
    assertEquals("n: the number is outside 1 to 2,000,000", refusal("n", "99999999999999999999"));
    assertEquals("n: \"\" is not a whole number; give one from 1 to 2,000,000", refusal("n", ""));
    assertEquals("mode: \"x\" is not one of skip, stop", refusal("mode", "x"));
    assertTrue(refusal("file", "a\0b").contains("is not a file name"));
  }

  @Test
  void nameTheKnownSettingsForAnUnknownOne() {
    assertEquals(
        "there is no setting \"size\"; this workload takes n, auto, mode, file",
        refusal("size", "1"));
  }

  @Test
  void writeNumbersTheSameWayInEveryCountry() {
    var before = Locale.getDefault();
    Locale.setDefault(Locale.GERMANY);
    try {
      assertEquals("n: 0 is outside 1 to 2,000,000", refusal("n", "0"));
    } finally {
      Locale.setDefault(before);
    }
  }

  private static String refusal(String key, String value) {
    return assertThrows(
            InputException.class, () -> Settings.of(PARAMETERS, Map.of(key, value)).file("file"))
        .getMessage();
  }
}
