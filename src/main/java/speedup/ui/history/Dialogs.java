package speedup.ui.history;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import speedup.report.Export;
import speedup.ui.Messages;

/** Asks with the dialogs of the system. */
record Dialogs(Supplier<Window> owner) implements Questions {
  @Override
  public Optional<Path> export(String name) {
    var chooser = new FileChooser();
    chooser.setTitle(Messages.get("history.export.title"));
    chooser.setInitialFileName(name + "." + Export.Format.HTML.id());
    Stream.of(
            Export.Format.HTML,
            Export.Format.PNG,
            Export.Format.SVG,
            Export.Format.CSV,
            Export.Format.JSON,
            Export.Format.SPEEDUP,
            Export.Format.TRACE)
        .map(Export.Format::id)
        .forEach(id ->
            chooser
                .getExtensionFilters()
                .add(new ExtensionFilter(Messages.get("history.export." + id), "*." + id)));
    return Optional.ofNullable(chooser.showSaveDialog(owner.get()))
        .map(File::toPath)
        .map(file -> withEnding(file, chooser.getSelectedExtensionFilter()));
  }

  /** Some systems' dialogs leave the ending to be typed. */
  private static Path withEnding(Path file, ExtensionFilter chosen) {
    return Export.Format.of(file).isPresent() || chosen == null
        ? file
        : file.resolveSibling(file.getFileName() + chosen.getExtensions().getFirst().substring(1));
  }

  @Override
  public Optional<Path> take() {
    var chooser = new FileChooser();
    chooser.setTitle(Messages.get("history.import.title"));
    chooser
        .getExtensionFilters()
        .addAll(
            new ExtensionFilter(
                Messages.get("history.import.files"), "*.speedup", "*.json", "*.csv"),
            new ExtensionFilter(Messages.get("shell.all-files"), "*"));
    return Optional.ofNullable(chooser.showOpenDialog(owner.get())).map(File::toPath);
  }
}
