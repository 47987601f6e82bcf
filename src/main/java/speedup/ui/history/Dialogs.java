package speedup.ui.history;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.stage.FileChooser.ExtensionFilter;
import speedup.report.Export;
import speedup.ui.FileDialogs;
import speedup.ui.Messages;

/** Asks with the dialogs of the system. */
record Dialogs(FileDialogs files) implements Questions {
  @Override
  public Optional<Path> export(String name) {
    var kinds =
        Stream.of(
                Export.Format.HTML,
                Export.Format.PNG,
                Export.Format.SVG,
                Export.Format.CSV,
                Export.Format.JSON,
                Export.Format.SPEEDUP,
                Export.Format.TRACE)
            .map(Export.Format::id)
            .map(id -> new ExtensionFilter(Messages.get("history.export." + id), "*." + id))
            .toList();
    return files
        .save(Messages.get("history.export.title"), name + "." + Export.Format.HTML.id(), kinds)
        .map(Dialogs::withEnding);
  }

  /** Some systems' dialogs leave the ending to be typed. */
  private static Path withEnding(FileDialogs.Saved saved) {
    var file = saved.file();
    return Export.Format.of(file).isPresent() || saved.kind().isEmpty()
        ? file
        : file.resolveSibling(
            file.getFileName() + saved.kind().get().getExtensions().getFirst().substring(1));
  }

  @Override
  public Optional<Path> take() {
    return files.open(
        Messages.get("history.import.title"),
        List.of(
            new ExtensionFilter(
                Messages.get("history.import.files"), "*.speedup", "*.json", "*.csv"),
            FileDialogs.allFiles()));
  }
}
