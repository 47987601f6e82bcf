package speedup.settings;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreferencesFileTest {
  private static final Preferences CHOSEN =
      new Preferences(
          new Appearance(Look.CONTRAST, 150, Language.GERMAN),
          new Work(OptionalInt.of(3), Optional.of("/usr/bin/python3"), List.of("-Xmx300m")),
          new Places(Optional.of("/tmp/ca che"), Optional.of("/tmp/dät")),
          true,
          Optional.of(new WindowPlace(-10.5, 20, 800, 600, true, "history")));

  @TempDir Path temp;
  private PreferencesFile file;

  @BeforeEach
  void name() {
    file = new PreferencesFile(temp.resolve("deep/er"));
  }

  private void write(String text) throws IOException {
    Files.createDirectories(file.path().getParent());
    Files.writeString(file.path(), text);
  }

  @Test
  void hasDefaultsBeforeAnythingWasChosen() {
    var loaded = file.load();
    assertEquals(Preferences.DEFAULTS, loaded.preferences());
    assertTrue(loaded.notice().isEmpty());
    assertFalse(Files.exists(file.path()));
  }

  @Test
  void keepsEverythingForItsUserOnly() throws IOException {
    file.save(CHOSEN);
    file.save(CHOSEN);

    assertEquals(CHOSEN, file.load().preferences());
    assertEquals(
        "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())));
    try (var files = Files.list(file.path().getParent())) {
      assertEquals(List.of(file.path()), files.toList(), "nothing else is left there");
    }
    file.save(Preferences.DEFAULTS);
    assertEquals(Preferences.DEFAULTS, file.load().preferences());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[1]",
        "null",
        "{\"version\":\"1\"}",
        "{\"version\":2}",
        "\0\0\0\0\0\0",
        "{} {}"
      })
  void setsAsideWhatIsNoFileOfSettings(String text) throws IOException {
    write(text);
    var loaded = file.load();

    assertEquals(Preferences.DEFAULTS, loaded.preferences());
    var aside = file.path().resolveSibling("settings-damaged-1.json");
    assertTrue(loaded.notice().orElseThrow().contains(aside.toString()));
    assertArrayEquals(text.getBytes(StandardCharsets.UTF_8), Files.readAllBytes(aside));
    assertFalse(Files.exists(file.path()));
  }

  @Test
  void setsAsideWhatIsTooLargeOrTooDeep() throws IOException {
    write("{\"version\":1,\"x\":" + "[".repeat(100_000));
    assertTrue(file.load().notice().isPresent());
    write("{\"version\":1,\"x\":\"" + "y".repeat(300_000) + "\"}");
    assertTrue(file.load().notice().orElseThrow().contains("settings-damaged-2.json"));
  }

  @Test
  void givesTheUsualValueForOneThatIsWrongAndKeepsTheOthers() throws IOException {
    write(
        """
        {"version":1,"look":"pink","scale":9000,"language":"german","workers":0,
         "workerOptions":["rm"],"cacheFolder":7,"window":{"x":1},"unknown":true}\
        """);
    var loaded = file.load();

    var expected =
        Preferences.DEFAULTS.with(
            new Appearance(Look.SYSTEM, Appearance.DEFAULTS.scale(), Language.GERMAN));
    assertEquals(expected, loaded.preferences());
    var notice = loaded.notice().orElseThrow();
    for (var name : List.of("look", "scale", "workers", "workerOptions", "cacheFolder", "window")) {
      assertTrue(notice.contains(name), notice);
    }
    assertTrue(Files.exists(file.path()));
  }

  @Test
  void saysWhyItCannotWrite() throws IOException {
    Files.writeString(temp.resolve("deep"), "a file where the folder would be");
    assertThrows(IOException.class, () -> file.save(CHOSEN));
    assertEquals(Preferences.DEFAULTS, file.load().preferences());
  }

  @Test
  void choosesTheLanguageOfTheSystemWhereTheProgramSpeaksIt() {
    var swiss = Locale.of("de", "CH");
    assertEquals(swiss, Language.SYSTEM.locale(swiss));
    assertEquals(swiss, Language.GERMAN.locale(swiss));
    assertEquals(Locale.ENGLISH, Language.ENGLISH.locale(swiss));
    assertEquals(Locale.ENGLISH, Language.SYSTEM.locale(Locale.JAPAN));
    assertEquals(Locale.GERMAN, Language.GERMAN.locale(Locale.JAPAN));
  }
}
