package speedup.ui.run;

import java.io.IOException;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import speedup.experiment.InputCache;
import speedup.ui.Messages;
import speedup.ui.form.Numbers;
import speedup.ui.fx.UiThread;
import speedup.workload.Workload;

/**
 * How much generated input is kept, and the buttons that delete it: the second one, as the first
 * only asks. The disk is looked at on another thread.
 */
final class CacheLine extends VBox {
  private final InputCache cache;
  private final UiThread ui;
  private final Label words = new Label();
  private final Button ask = button("form.cache.empty");
  private final Button delete = button("form.cache.delete");
  private final Button keep = button("form.cache.keep");
  private long bytes;

  CacheLine(InputCache cache, UiThread ui) {
    this.cache = cache;
    this.ui = ui;
    getStyleClass().add("cache-line");
    words.getStyleClass().addAll("muted", "small");
    words.setWrapText(true);
    words.setMinHeight(USE_PREF_SIZE);
    words.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(words, Priority.ALWAYS);
    ask.setId("empty-cache");
    delete.setId("delete-cache");
    keep.setId("keep-cache");
    ask.setOnAction(_ -> ask());
    delete.setOnAction(_ -> delete());
    keep.setOnAction(_ -> show(bytes));
    var first = new HBox(words, ask);
    first.getStyleClass().add("field-row");
    first.setAlignment(Pos.CENTER_LEFT);
    var answers = new HBox(delete, keep);
    answers.getStyleClass().add("field-row");
    answers.managedProperty().bind(delete.visibleProperty());
    getChildren().setAll(first, answers);
    managedProperty().bind(visibleProperty());
    asking(false);
  }

  private static Button button(String key) {
    var button = new Button(Messages.get(key));
    button.setMnemonicParsing(true);
    button.setMinWidth(USE_PREF_SIZE);
    button.getStyleClass().add("small");
    button.managedProperty().bind(button.visibleProperty());
    return button;
  }

  /** Is there for workloads that keep something, and looks how much it is. */
  void refresh(Workload workload) {
    setVisible(workload.kept().isPresent());
    if (isVisible()) {
      inBackground(() -> {
        var now = size();
        return () -> show(now);
      });
    }
  }

  private long size() throws IOException {
    return cache.kept().stream().mapToLong(InputCache.Kept::bytes).sum();
  }

  private void show(long now) {
    bytes = now;
    asking(false);
    words.setText(
        now == 0
            ? Messages.get("form.cache.none")
            : Messages.get("form.cache.size", Numbers.bytes(now)));
    ask.setVisible(now > 0);
  }

  private void ask() {
    asking(true);
    words.setText(Messages.get("form.cache.ask", Numbers.bytes(bytes)));
    keep.requestFocus();
  }

  private void asking(boolean whether) {
    ask.setVisible(!whether && bytes > 0);
    delete.setVisible(whether);
    keep.setVisible(whether);
  }

  private void delete() {
    asking(false);
    inBackground(() -> {
      var done = cache.empty();
      var now = size();
      return () -> {
        show(now);
        if (!done.problems().isEmpty()) {
          words.setText(done.problems().getFirst());
        }
      };
    });
  }

  /** Something with the disk, and what is to be done on the JavaFX thread then. */
  @FunctionalInterface
  private interface Work {
    Runnable run() throws IOException, InputCache.InUseException;
  }

  private void inBackground(Work work) {
    Thread.ofVirtual()
        .name("cache")
        .start(() -> {
          try {
            ui.execute(work.run());
          } catch (InputCache.InUseException e) {
            ui.execute(() -> words.setText(Messages.get("form.cache.used", e.pid())));
          } catch (IOException e) {
            ui.execute(() -> words.setText(Messages.get("form.cache.problem", cache.place())));
          }
        });
  }

  /** What it says. */
  String words() {
    return words.getText();
  }
}
