package speedup.ui.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import speedup.settings.Preferences;
import speedup.settings.PreferencesFile;
import speedup.ui.view.PreferenceBook;
import speedup.ui.view.Trials;

/** What is typed into the settings is tried, and kept only when it is of use. */
class SettingsModelTest {
  private final PreferenceBook book =
      PreferenceBook.atOnce(
          new PreferencesFile.Loaded(Preferences.DEFAULTS, Optional.empty()), _ -> {});
  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private final SettingsModel model =
      new SettingsModel(book, new Picky(), new SettingEntry.Threads(waiting::add, Runnable::run));

  @TempDir private Path folder;

  /** Knows one Python, and starts no worker with a flag that has "bad" in it. */
  private static final class Picky implements Trials {
    @Override
    public Optional<String> python(String path) {
      return path.equals("/good/python") ? Optional.empty() : Optional.of("no Python there");
    }

    @Override
    public Optional<String> worker(List<String> options) {
      return options.toString().contains("bad") ? Optional.of("it ended") : Optional.empty();
    }
  }

  private void give(SettingEntry entry, String text) {
    entry.textProperty().set(text);
    entry.commit();
    while (!waiting.isEmpty()) {
      waiting.remove().run();
    }
  }

  @Test
  void keepsAPythonThatAnswers() {
    give(model.python(), "/none");
    assertEquals("no Python there", model.python().problemProperty().get());
    assertEquals(Optional.empty(), book.get().work().python());

    give(model.python(), " /good/python ");
    assertEquals("", model.python().problemProperty().get());
    assertEquals(Optional.of("/good/python"), book.get().work().python());

    give(model.python(), "");
    assertEquals(Optional.empty(), book.get().work().python());
  }

  @Test
  void saysThatSomethingIsTriedAndForgetsTheAnswerToAnEarlierText() {
    model.python().textProperty().set("/good/python");
    model.python().commit();
    assertTrue(model.python().triedProperty().get());
    model.python().textProperty().set("/good/pytho");
    assertFalse(model.python().triedProperty().get());
    waiting.remove().run();
    assertEquals(Optional.empty(), book.get().work().python());
  }

  @Test
  void keepsOptionsWithWhichAWorkerStarts() {
    give(model.options(), "-Xmx64m -Dname=\"two words\"");
    assertEquals(List.of("-Xmx64m", "-Dname=two words"), book.get().work().workerOptions());
    assertEquals("-Xmx64m \"-Dname=two words\"", OptionText.of(book.get().work().workerOptions()));

    give(model.options(), "-Xbad");
    assertEquals(
        "No worker can start with these options: it ended",
        model.options().problemProperty().get());
    give(model.options(), "Xmx64m");
    assertTrue(model.options().problemProperty().get().contains("hyphen"));
    assertEquals(List.of("-Xmx64m", "-Dname=two words"), book.get().work().workerOptions());
  }

  @Test
  void keepsAWorkerCountThatCanBeUsed() {
    for (var wrong : List.of("0", "-1", "65", "two", "1,5", "99999999999")) {
      give(model.workers(), wrong);
      assertEquals(
          "Give a whole number from 1 to 64, or nothing.", model.workers().problemProperty().get());
    }
    give(model.workers(), "3");
    assertEquals(OptionalInt.of(3), book.get().work().workers());
    give(model.workers(), "");
    assertEquals(OptionalInt.empty(), book.get().work().workers());
  }

  @Test
  void keepsAFolderThatCanBeWritten() throws IOException {
    var file = Files.writeString(folder.resolve("file"), "");
    give(model.cache(), file.toString());
    assertEquals("This is a file. Choose a folder.", model.cache().problemProperty().get());
    give(model.cache(), file.resolve("below").toString());
    assertTrue(model.cache().problemProperty().get().startsWith("No file can be kept there"));
    give(model.cache(), "cache");
    assertEquals("Give the whole path of the folder.", model.cache().problemProperty().get());
    give(model.cache(), "a\0b");
    assertEquals(
        "This cannot be the name of a folder. Give another one.",
        model.cache().problemProperty().get());
    assertEquals(Optional.empty(), book.get().places().cache());

    var good = folder.resolve("new").resolve("cache");
    give(model.cache(), good.toString());
    assertEquals(Optional.of(good.toString()), book.get().places().cache());
    try (var left = Files.list(good)) {
      assertEquals(List.of(), left.toList());
    }
  }
}
