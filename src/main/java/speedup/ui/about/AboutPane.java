package speedup.ui.about;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import speedup.settings.UserFolders;
import speedup.ui.Messages;
import speedup.ui.run.FileOpener;

/** Versions to copy, the folders of this person, and the licences. JavaFX thread only. */
public final class AboutPane extends TabPane {
  private final FileOpener opener;
  private final Label answer = new Label();

  /**
   * A pane.
   *
   * @param opener opens a folder with the program of the system for it
   */
  public AboutPane(UserFolders folders, FileOpener opener) {
    this.opener = opener;
    getStyleClass().add("about");
    setTabClosingPolicy(TabClosingPolicy.UNAVAILABLE);
    getTabs()
        .setAll(
            new Tab(Messages.get("about.versions"), versions(folders)),
            new Tab(Messages.get("about.licence"), text(Licences::own)),
            new Tab(Messages.get("about.others"), text(Licences::ofOthers)));
  }

  private VBox versions(UserFolders folders) {
    var grid = new GridPane();
    grid.getStyleClass().add("about-grid");
    var names = new ColumnConstraints();
    names.setMinWidth(Region.USE_PREF_SIZE);
    var values = new ColumnConstraints();
    values.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().setAll(names, values);
    Versions.lines().forEach((name, value) -> add(grid, name, value));
    var places = new LinkedHashMap<String, Path>();
    places.put("settings", folders.settings());
    places.put("data", folders.data());
    places.put("cache", folders.cache());
    places.put("logs", folders.logs());
    places.forEach((name, folder) -> add(grid, name, folder));
    var copy = new Button(Messages.get("about.copy"));
    copy.setMnemonicParsing(true);
    copy.setId("about-copy");
    copy.setOnAction(_ -> copy());
    answer.getStyleClass().add("muted");
    answer.setWrapText(true);
    var pane = new VBox(grid, copy, answer);
    pane.getStyleClass().add("about-versions");
    return pane;
  }

  private static Label add(GridPane grid, String name, String value) {
    var row = grid.getRowCount();
    var title = new Label(name);
    title.getStyleClass().add("muted");
    var words = new Label(value);
    words.setWrapText(true);
    words.setMinHeight(Region.USE_PREF_SIZE);
    grid.addRow(row, title, words);
    return words;
  }

  private void add(GridPane grid, String name, Path folder) {
    var title = Messages.get("about.folder." + name);
    var words = add(grid, title, folder.toString());
    var open = new Button(Messages.get("about.open"));
    open.setId("about-open-" + name);
    open.setMinWidth(Region.USE_PREF_SIZE);
    open.setAccessibleText(Messages.get("about.open.spoken", title));
    open.setOnAction(_ -> open(folder));
    grid.add(open, 2, GridPane.getRowIndex(words));
  }

  private void open(Path folder) {
    if (Files.isDirectory(folder)) {
      opener.open(folder, () -> answer.setText(Messages.get("result.open.refused", folder)));
    } else {
      answer.setText(Messages.get("about.folder.none", folder));
    }
  }

  private void copy() {
    var content = new ClipboardContent();
    content.putString(Versions.text());
    Clipboard.getSystemClipboard().setContent(content);
    answer.setText(Messages.get("about.copied"));
  }

  /** A text that is part of the program. */
  @FunctionalInterface
  private interface Source {
    String read() throws IOException;
  }

  private static TextArea text(Source source) {
    var area = new TextArea();
    area.setEditable(false);
    area.getStyleClass().add("output");
    try {
      area.setText(source.read());
    } catch (IOException e) {
      area.setText(Messages.get("about.unread", e.getMessage()));
    }
    return area;
  }
}
