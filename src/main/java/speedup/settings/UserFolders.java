package speedup.settings;

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
  private final Places chosen;

  /** Those of a system, as {@code os.name} calls it. */
  UserFolders(String system, Path home, Map<String, String> environment) {
    this(system, home, environment, Places.DEFAULTS);
  }

  private UserFolders(String system, Path home, Map<String, String> environment, Places chosen) {
    this.system = system;
    this.home = home;
    this.environment = Map.copyOf(environment);
    this.chosen = chosen;
  }

  /** Those of the person who runs this program. */
  public static UserFolders ofThisUser() {
    return new UserFolders(
        System.getProperty("os.name"),
        Path.of(System.getProperty("user.home", ".")),
        System.getenv());
  }

  /** The same with the places that the person chose. */
  public UserFolders with(Places chosen) {
    return new UserFolders(system, home, environment, chosen);
  }

  /** Whether {@link #DATA} is set, which goes before a folder that the person chose. */
  public boolean isDataGiven() {
    return given(DATA);
  }

  /** For what can be made again. */
  public Path cache() {
    if (chosen.cache().isPresent()) {
      return Path.of(chosen.cache().get());
    }
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
    if (chosen.data().isPresent()) {
      return Path.of(chosen.data().get());
    }
    if (windows()) {
      return Path.of(environment.get("LOCALAPPDATA"), FOLDER, "data");
    }
    return system.startsWith("Mac")
        ? home.resolve("Library/Application Support").resolve(FOLDER)
        : named("XDG_DATA_HOME", ".local/share").resolve(FOLDER);
  }

  /** For settings. */
  public Path settings() {
    if (given(DATA)) {
      return Path.of(environment.get(DATA), "settings");
    }
    if (system.startsWith("Windows") && given("APPDATA")) {
      return Path.of(environment.get("APPDATA"), FOLDER);
    }
    return system.startsWith("Mac")
        ? home.resolve("Library/Preferences").resolve(FOLDER)
        : named("XDG_CONFIG_HOME", ".config").resolve(FOLDER);
  }

  /** For what the program notes about its own work. */
  public Path logs() {
    if (given(DATA)) {
      return Path.of(environment.get(DATA), "logs");
    }
    if (windows()) {
      return Path.of(environment.get("LOCALAPPDATA"), FOLDER, "logs");
    }
    return system.startsWith("Mac")
        ? home.resolve("Library/Logs").resolve(FOLDER)
        : named("XDG_STATE_HOME", ".local/state").resolve(FOLDER);
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
