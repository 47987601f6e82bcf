package speedup.experiment;

import java.nio.file.Path;
import java.util.Map;

/** The system's usual places for the files of this user. */
public final class UserFolders {
  /** An environment variable: the folder to keep data in instead of the usual one. */
  public static final String DATA = "SPEEDUP_DATA";

  private static final String FOLDER = "speedup-workbench";

  private final String system;
  private final Path home;
  private final Map<String, String> environment;

  /** Those of a system, as {@code os.name} calls it. */
  UserFolders(String system, Path home, Map<String, String> environment) {
    this.system = system;
    this.home = home;
    this.environment = Map.copyOf(environment);
  }

  /** Those of the person who runs this program. */
  public static UserFolders ofThisUser() {
    return new UserFolders(
        System.getProperty("os.name"),
        Path.of(System.getProperty("user.home", ".")),
        System.getenv());
  }

  /** For what can be made again. */
  public Path cache() {
    if (windows()) {
      return Path.of(environment.get("LOCALAPPDATA"), FOLDER, "cache");
    }
    return system.startsWith("Mac")
        ? home.resolve("Library/Caches").resolve(FOLDER)
        : named("XDG_CACHE_HOME", ".cache").resolve(FOLDER);
  }

  /** For what is to be kept. */
  public Path data() {
    if (given(DATA)) {
      return Path.of(environment.get(DATA));
    }
    if (windows()) {
      return Path.of(environment.get("LOCALAPPDATA"), FOLDER, "data");
    }
    return system.startsWith("Mac")
        ? home.resolve("Library/Application Support").resolve(FOLDER)
        : named("XDG_DATA_HOME", ".local/share").resolve(FOLDER);
  }

  private boolean windows() {
    return system.startsWith("Windows") && given("LOCALAPPDATA");
  }

  private Path named(String variable, String otherwise) {
    return given(variable) ? Path.of(environment.get(variable)) : home.resolve(otherwise);
  }

  private boolean given(String variable) {
    return !environment.getOrDefault(variable, "").isBlank();
  }
}
