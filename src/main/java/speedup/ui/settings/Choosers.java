package speedup.ui.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import speedup.ui.FileDialogs;
import speedup.ui.Messages;

/** Asks a person for files and folders: dialogs of the system, or answers prepared by a test. */
interface Choosers {
  /** Asks for a program. */
  Optional<Path> program();

  /** Asks for a folder. */
  Optional<Path> folder();

  /** With the dialogs of the system. */
  static Choosers of(FileDialogs files) {
    return new Choosers() {
      @Override
      public Optional<Path> program() {
        return files.open(Messages.get("settings.python.pick"), List.of(FileDialogs.allFiles()));
      }

      @Override
      public Optional<Path> folder() {
        return files.folder(Messages.get("settings.folder.pick"));
      }
    };
  }
}
