package speedup.ui;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;

/**
 * Asks for files with the dialogs of the system. JavaFX thread only.
 *
 * @param owner the window that they belong to
 */
public record FileDialogs(Supplier<? extends Window> owner) {
  /**
   * Where something is to be saved.
   *
   * @param kind what was chosen in the dialog; empty where it says nothing about that
   */
  public record Saved(Path file, Optional<ExtensionFilter> kind) {}

  /** Shows every file. */
  public static ExtensionFilter allFiles() {
    return new ExtensionFilter(Messages.get("shell.all-files"), "*");
  }

  /** Asks for a file that is there. */
  public Optional<Path> open(String title, List<ExtensionFilter> kinds) {
    return Optional.ofNullable(chooser(title, kinds).showOpenDialog(owner.get())).map(File::toPath);
  }

  /** Asks for a folder. */
  public Optional<Path> folder(String title) {
    var chooser = new DirectoryChooser();
    chooser.setTitle(title);
    return Optional.ofNullable(chooser.showDialog(owner.get())).map(File::toPath);
  }

  /**
   * Asks where to save.
   *
   * @param name a name to begin with
   */
  public Optional<Saved> save(String title, String name, List<ExtensionFilter> kinds) {
    var chooser = chooser(title, kinds);
    chooser.setInitialFileName(name);
    return Optional.ofNullable(chooser.showSaveDialog(owner.get()))
        .map(file ->
            new Saved(file.toPath(), Optional.ofNullable(chooser.getSelectedExtensionFilter())));
  }

  private static FileChooser chooser(String title, List<ExtensionFilter> kinds) {
    var chooser = new FileChooser();
    chooser.setTitle(title);
    chooser.getExtensionFilters().addAll(kinds);
    return chooser;
  }
}
