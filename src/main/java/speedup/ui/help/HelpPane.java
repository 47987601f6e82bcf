package speedup.ui.help;

import java.util.List;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import speedup.ui.Messages;

/** All pages of help: to search at the left, to read at the right. JavaFX thread only. */
public final class HelpPane extends BorderPane {
  private final List<HelpPage> all = HelpPage.all();
  private final TextField words = new TextField();
  private final ListView<HelpPage> pages = new ListView<>();
  private final ScrollPane reader = new ScrollPane();

  /**
   * Shows what to read first.
   *
   * @param about shows versions and licences
   */
  public HelpPane(Runnable about) {
    getStyleClass().add("help");
    words.setPromptText(Messages.get("help.search"));
    words.setAccessibleText(Messages.get("help.search"));
    words.textProperty().addListener((_, _, now) -> search(now));
    pages.setAccessibleText(Messages.get("help.pages"));
    pages.setPlaceholder(new Label(Messages.get("help.nothing")));
    pages.setCellFactory(_ ->
        new ListCell<>() {
          @Override
          protected void updateItem(HelpPage page, boolean empty) {
            super.updateItem(page, empty);
            setText(empty || page == null ? "" : page.title());
          }
        });
    pages
        .getSelectionModel()
        .selectedItemProperty()
        .addListener((_, _, page) -> {
          if (page != null) {
            read(page);
          }
        });
    VBox.setVgrow(pages, Priority.ALWAYS);
    var more = new Hyperlink(Messages.get("command.about"));
    more.setOnAction(_ -> about.run());
    var side = new VBox(words, pages, more);
    side.getStyleClass().add("help-side");
    setLeft(side);
    reader.setFitToWidth(true);
    reader.getStyleClass().add("help-reader");
    setCenter(reader);
    search("");
    show(HelpPage.START);
  }

  private void search(String wanted) {
    var found = all.stream().filter(page -> page.matches(wanted)).toList();
    var chosen = pages.getSelectionModel().getSelectedItem();
    pages.getItems().setAll(found);
    if (found.contains(chosen)) {
      pages.getSelectionModel().select(chosen);
    } else {
      pages.getSelectionModel().selectFirst();
    }
  }

  private void read(HelpPage page) {
    reader.setContent(new PagePane(page));
    reader.setVvalue(0);
  }

  /** Shows a page, whatever was looked for. */
  public void show(String id) {
    words.clear();
    all.stream()
        .filter(page -> page.id().equals(id))
        .findFirst()
        .ifPresent(page -> pages.getSelectionModel().select(page));
    pages.requestFocus(); // the arrow keys go from page to page
  }

  /** The page that is shown. */
  HelpPage shown() {
    return pages.getSelectionModel().getSelectedItem();
  }
}
