package speedup.ui;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import speedup.ui.run.FilePicker;
import speedup.workload.Parameter;

/** Asks for inputs with the dialogs of the system. */
record InputDialog(Stage stage) implements FilePicker {
  @Override
  public Optional<Path> pick(Parameter input) {
    if (!(input instanceof Parameter.InputFile wanted)) {
      var folders = new DirectoryChooser();
      folders.setTitle(Messages.get("form.folder.pick"));
      return Optional.ofNullable(folders.showDialog(stage)).map(File::toPath);
    }
    var chooser = new FileChooser();
    chooser.setTitle(Messages.get("form.file.pick"));
    var patterns = wanted.extensions().stream().map(extension -> "*." + extension).toList();
    if (!patterns.isEmpty()) {
      chooser
          .getExtensionFilters()
          .add(new FileChooser.ExtensionFilter(String.join(", ", patterns), patterns));
    }
    chooser
        .getExtensionFilters()
        .add(new FileChooser.ExtensionFilter(Messages.get("shell.all-files"), "*"));
    return Optional.ofNullable(chooser.showOpenDialog(stage)).map(File::toPath);
  }
}
