package speedup.ui;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Stage;
import speedup.ui.form.FilePicker;
import speedup.workload.Parameter;

/** Asks for inputs with the dialogs of the system. */
record InputDialog(Stage stage) implements FilePicker {
  @Override
  public Optional<Path> pick(Parameter input) {
    var dialogs = new FileDialogs(() -> stage);
    if (!(input instanceof Parameter.InputFile wanted)) {
      return dialogs.folder(Messages.get("form.folder.pick"));
    }
    var kinds = new ArrayList<ExtensionFilter>();
    var patterns = wanted.extensions().stream().map(extension -> "*." + extension).toList();
    if (!patterns.isEmpty()) {
      kinds.add(new ExtensionFilter(String.join(", ", patterns), patterns));
    }
    kinds.add(FileDialogs.allFiles());
    return dialogs.open(Messages.get("form.file.pick"), kinds);
  }
}
