package speedup.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UserFoldersTest {
  private static final Path HOME = Path.of("home", "ada");

  private static UserFolders on(String system, Map<String, String> environment) {
    return new UserFolders(system, HOME, environment);
  }

  @Test
  void followsTheHabitsOfEachSystem() {
    var linux = on("Linux", Map.of("XDG_CACHE_HOME", " "));
    var mac = on("Mac OS X", Map.of("XDG_DATA_HOME", "elsewhere"));
    var windows = on("Windows 11", Map.of("LOCALAPPDATA", "local"));

    assertEquals(HOME.resolve(".cache/speedup-workbench"), linux.cache());
    assertEquals(HOME.resolve(".local/share/speedup-workbench"), linux.data());
    assertEquals(HOME.resolve("Library/Caches/speedup-workbench"), mac.cache());
    assertEquals(HOME.resolve("Library/Application Support/speedup-workbench"), mac.data());
    assertEquals(Path.of("local/speedup-workbench/cache"), windows.cache());
    assertEquals(Path.of("local/speedup-workbench/data"), windows.data());
  }

  @Test
  void goesWhereItIsTold() {
    var linux = on("Linux", Map.of("XDG_CACHE_HOME", "c", "XDG_DATA_HOME", "d"));
    var told = on("Linux", Map.of("XDG_DATA_HOME", "d", UserFolders.DATA, "mine"));

    assertEquals(Path.of("c/speedup-workbench"), linux.cache());
    assertEquals(Path.of("d/speedup-workbench"), linux.data());
    assertEquals(Path.of("mine"), told.data());
  }
}
