package speedup.ui;

import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import speedup.ui.about.AboutPane;
import speedup.ui.help.HelpPane;
import speedup.ui.view.View;

/** Help and About: windows beside that of the program, in its look. JavaFX thread only. */
final class ShellPages {
  private final ShellController shell;
  private final Stage owner;
  private Stage help;
  private HelpPane pages;
  private Stage about;

  ShellPages(ShellController shell, Stage owner) {
    this.shell = shell;
    this.owner = owner;
  }

  /** Shows the page of help that belongs to a view. */
  void help(View view) {
    if (help == null) {
      pages = new HelpPane(this::about);
      help = window(pages, "help.title", 920, 640);
    }
    pages.show(view.id());
    show(help);
  }

  /** Shows versions, folders and licences. */
  void about() {
    if (about == null) {
      about =
          window(
              new AboutPane(shell.session().folders(), shell.opener()), "command.about", 760, 520);
    }
    show(about);
  }

  private Stage window(Parent content, String title, double width, double height) {
    var root = new BorderPane(content);
    root.getStyleClass().add("about-window");
    var scale = shell.looks().scale();
    var window = new Stage();
    window.initOwner(owner);
    window.setTitle(Messages.get(title));
    window.setScene(new Scene(root, scale.px(width), scale.px(height)));
    root.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            window.hide();
            event.consume();
          }
        });
    return window;
  }

  private void show(Stage window) {
    shell.looks().theme().apply(window.getScene());
    shell.looks().scale().apply(window.getScene());
    window.show();
    window.toFront();
    window.requestFocus();
  }

  /** The window of help, once it was asked for; for pictures and tests. */
  Stage helpWindow() {
    return help;
  }

  /** The same of About. */
  Stage aboutWindow() {
    return about;
  }

  void close() {
    if (help != null) {
      help.hide();
    }
    if (about != null) {
      about.hide();
    }
  }
}
