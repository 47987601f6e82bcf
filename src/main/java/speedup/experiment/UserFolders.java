package speedup.experiment;

import java.nio.file.Path;

/** Where the program keeps files of the person who uses it. */
public final class UserFolders {
  private static final String FOLDER = "speedup-workbench";

  private UserFolders() {}

  /** The system's usual place for what can be made again, private to the user; may not exist. */
  public static Path cache() {
    var home = Path.of(System.getProperty("user.home", "."));
    var system = System.getProperty("os.name");
    var xdg = System.getenv("XDG_CACHE_HOME");
    var local = System.getenv("LOCALAPPDATA");
    if (system.startsWith("Windows") && local != null && !local.isBlank()) {
      return Path.of(local, FOLDER, "cache");
    }
    if (system.startsWith("Mac")) {
      return home.resolve("Library/Caches").resolve(FOLDER);
    }
    return (xdg == null || xdg.isBlank() ? home.resolve(".cache") : Path.of(xdg)).resolve(FOLDER);
  }
}
