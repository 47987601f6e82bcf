package speedup.ui.crash;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.Modality;
import javafx.stage.Window;
import org.kordamp.ikonli.javafx.FontIcon;
import speedup.ui.Messages;

/**
 * Tells the person of a bug in this program: what it means, the report folded away, to copy or to
 * save. Nothing is sent, and the window can be used meanwhile. JavaFX thread only.
 */
public final class CrashDialog {
  private final Window owner;
  private final Supplier<String> about;
  private final Supplier<Optional<Path>> place;
  private CrashReports reports;
  private Alert alert;
  private TextArea details;

  /**
   * Not shown yet.
   *
   * @param owner the window
   * @param about the versions, which head a report
   * @param place asks where to save a report
   */
  public CrashDialog(Window owner, Supplier<String> about, Supplier<Optional<Path>> place) {
    this.owner = owner;
    this.about = about;
    this.place = place;
  }

  /** Shows what there is: in the dialog that is open, or in a new one. */
  public void show(CrashReports all) {
    reports = all;
    if (alert == null) {
      make();
      alert.show();
    }
    details.setText(report());
    alert.setHeaderText(Messages.get("crash.title", reports.seenProperty().get()));
  }

  private void make() {
    var copy = new ButtonType(Messages.get("crash.copy"), ButtonData.LEFT);
    var save = new ButtonType(Messages.get("crash.save"), ButtonData.LEFT);
    var go = new ButtonType(Messages.get("crash.go-on"), ButtonData.OK_DONE);
    alert = new Alert(Alert.AlertType.ERROR, Messages.get("crash.text"), copy, save, go);
    alert.setTitle(Messages.get("shell.name"));
    alert.initModality(Modality.NONE);
    alert.setGraphic(new FontIcon("mdi2a-alert-circle-outline"));
    if (owner != null && owner.isShowing()) {
      alert.initOwner(owner);
    }
    details = new TextArea();
    details.setEditable(false);
    details.getStyleClass().add("output");
    details.setAccessibleText(Messages.get("crash.details"));
    var pane = alert.getDialogPane();
    pane.getStyleClass().add("crash");
    pane.setExpandableContent(details);
    if (owner != null && owner.getScene() != null) {
      pane.getStylesheets().addAll(owner.getScene().getStylesheets());
      pane.setStyle(owner.getScene().getRoot().getStyle());
    }
    stays((Button) pane.lookupButton(copy), this::copy);
    stays((Button) pane.lookupButton(save), this::save);
    alert.setOnHidden(_ -> alert = null);
  }

  /** A button that does not close the dialog. */
  private static void stays(Button button, Runnable action) {
    button.addEventFilter(
        javafx.event.ActionEvent.ACTION,
        event -> {
          event.consume();
          action.run();
        });
  }

  private String report() {
    return about.get() + System.lineSeparator() + reports.text();
  }

  private void copy() {
    var content = new ClipboardContent();
    content.putString(report());
    Clipboard.getSystemClipboard().setContent(content);
    alert.setContentText(Messages.get("crash.copied"));
  }

  private void save() {
    place
        .get()
        .ifPresent(file -> {
          try {
            Files.writeString(file, report(), StandardCharsets.UTF_8);
            alert.setContentText(Messages.get("crash.saved", file));
          } catch (IOException e) {
            alert.setContentText(Messages.get("crash.unsaved", e.getMessage()));
          }
        });
  }

  /** What is open, for pictures and tests; null where none is. */
  Alert open() {
    return alert;
  }

  /** Takes it away; the window closes. */
  public void close() {
    if (alert != null) {
      alert.close();
    }
  }
}
