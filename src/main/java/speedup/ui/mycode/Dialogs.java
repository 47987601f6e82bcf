package speedup.ui.mycode;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import speedup.ui.FileDialogs;
import speedup.ui.Messages;

/** Asks with the dialogs of the system. */
record Dialogs(Supplier<Window> owner) implements Questions {
  @Override
  public Unsaved unsaved(String name) {
    var save = new ButtonType(Messages.get("mycode.unsaved.save"), ButtonBar.ButtonData.YES);
    var discard = new ButtonType(Messages.get("mycode.unsaved.discard"), ButtonBar.ButtonData.NO);
    var keep =
        new ButtonType(Messages.get("mycode.unsaved.keep"), ButtonBar.ButtonData.CANCEL_CLOSE);
    var dialog =
        new Alert(
            Alert.AlertType.CONFIRMATION, Messages.get("mycode.unsaved.text"), save, discard, keep);
    dialog.initOwner(owner.get());
    dialog.setTitle(Messages.get("mycode.unsaved.title"));
    dialog.setHeaderText(Messages.get("mycode.unsaved.head", name));
    var answer = dialog.showAndWait().orElse(keep);
    return answer == save ? Unsaved.SAVE : answer == discard ? Unsaved.DISCARD : Unsaved.KEEP;
  }

  @Override
  public Optional<Path> open() {
    return files().open(Messages.get("mycode.open.title"), sources());
  }

  @Override
  public Optional<Path> save(String name) {
    return files()
        .save(Messages.get("mycode.save.title"), name, sources())
        .map(FileDialogs.Saved::file);
  }

  private FileDialogs files() {
    return new FileDialogs(owner);
  }

  private static List<ExtensionFilter> sources() {
    return List.of(new ExtensionFilter("*.java", "*.java"), FileDialogs.allFiles());
  }
}
