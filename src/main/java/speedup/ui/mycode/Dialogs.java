package speedup.ui.mycode;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.stage.FileChooser;
import javafx.stage.Window;
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
    return Optional.ofNullable(chooser("mycode.open.title").showOpenDialog(owner.get()))
        .map(File::toPath);
  }

  @Override
  public Optional<Path> save(String name) {
    var chooser = chooser("mycode.save.title");
    chooser.setInitialFileName(name);
    return Optional.ofNullable(chooser.showSaveDialog(owner.get())).map(File::toPath);
  }

  private static FileChooser chooser(String title) {
    var chooser = new FileChooser();
    chooser.setTitle(Messages.get(title));
    chooser
        .getExtensionFilters()
        .addAll(
            new FileChooser.ExtensionFilter("*.java", "*.java"),
            new FileChooser.ExtensionFilter(Messages.get("shell.all-files"), "*"));
    return chooser;
  }
}
