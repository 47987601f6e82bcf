package speedup.python;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
class PythonFinderTest {
  @TempDir Path folder;

  @Test
  void findsTheOneOfThisMachine() throws Exception {
    var python = FakePython.real();

    assertTrue(Files.isExecutable(python.executable()), python.toString());
    assertTrue(python.version().matches("3\\.\\d+\\.\\d+"), python.version());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "printf 'speedup 2.7.18\\n\\n/usr/bin/python\\n' | is Python 2.7.18, too old",
        "printf 'speedup 3.7.9\\n\\n/usr/bin/python\\n' | is Python 3.7.9, too old",
        "printf 'speedup 3.12.1\\nmultiprocessing.synchronize\\n/p\\n'"
            + " | Python 3.12.1, lacks what the workers need (multiprocessing.synchronize)",
        "echo hello | does not answer as Python does (exit code 0: hello)",
        "echo 'no such option' >&2; exit 2 | (exit code 2: no such option)",
        "true | does not answer as Python does (exit code 0)",
        "yes | did not say its version within 1 s",
        "sleep 20 | did not say its version within 1 s"
      })
  void saysWhyOneCannotBeUsedAndWhatToDo(String script, String reason) throws Exception {
    var fake = FakePython.script(folder, script);

    var said = new PythonFinder(Optional.of(fake.toString()), List.of(), 1_000).unavailable();

    assertTrue(said.orElseThrow().contains(reason), said.get());
    assertTrue(said.get().startsWith(fake.toString()), said.get());
    assertTrue(
        said.get()
            .endsWith(
                "install Python 3.8 or later, or name one with SPEEDUP_PYTHON=/path/to/python3"));
    assertEquals(1, said.get().lines().count());
  }

  @Test
  void saysThatTheNamedOneIsNotThere() {
    var finder = PythonFinder.of(folder.resolve("nothing").toString());

    assertTrue(finder.unavailable().orElseThrow().contains("nothing cannot be started: "));
    assertEquals(
        finder.unavailable().get(), assertThrows(PythonException.class, finder::get).getMessage());
  }

  @Test
  void saysThatThePathHasNone() {
    assertTrue(
        new PythonFinder(Optional.empty(), List.of(), 1_000)
            .unavailable()
            .orElseThrow()
            .startsWith("there is no python3 on the PATH; install Python 3.8"));
  }

  @Test
  void asksOnceAndTakesTheFirstThatCanBeUsed() throws Exception {
    var asked = folder.resolve("asked");
    var good =
        FakePython.script(
            folder, "echo x >> '%s'; printf 'speedup 3.9.0\\n\\n/p\\n'".formatted(asked));
    var finder = new PythonFinder(Optional.empty(), List.of(folder.resolve("bad"), good), 5_000);

    assertEquals(new Python(Path.of("/p"), "3.9.0"), finder.get());
    assertEquals(Optional.empty(), finder.unavailable());
    assertEquals("3.9.0", finder.get().version());
    assertEquals(List.of("x"), Files.readAllLines(asked));
  }
}
