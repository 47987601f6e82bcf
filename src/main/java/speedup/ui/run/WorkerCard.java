package speedup.ui.run;

import atlantafx.base.theme.Styles;
import atlantafx.base.theme.Tweaks;
import java.util.function.IntConsumer;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import speedup.ui.Messages;

/** One worker: state, chunk, numbers, output, and a menu to end it. JavaFX thread only. */
public final class WorkerCard extends VBox {
  private final FontIcon sign = new FontIcon();
  private final Label name = new Label();
  private final Label word = new Label();
  private final Label pid = new Label();
  private final MenuButton menu = new MenuButton(null, FontIcon.of(MaterialDesignD.DOTS_VERTICAL));
  private final Label chunk = new Label();
  private final WorkerFigures figures = new WorkerFigures();
  private final Label death = new Label();
  private final OutputPane output = new OutputPane(pid);

  private WorkerCardState shown;

  /** A card; the consumers are told the worker's index when a person chooses to end it. */
  WorkerCard(IntConsumer onTerminate, IntConsumer onKill) {
    getStyleClass().addAll("card", "worker-card");
    setAccessibleRole(AccessibleRole.PARENT);
    name.getStyleClass().add("strong");
    name.setMinWidth(Region.USE_PREF_SIZE);
    word.getStyleClass().add("state-word");
    word.setMinWidth(Region.USE_PREF_SIZE);
    pid.getStyleClass().addAll("muted", "small");
    pid.setMinWidth(Region.USE_PREF_SIZE);
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    menu.getStyleClass().addAll(Styles.FLAT, Tweaks.NO_ARROW, "dots-button");
    menu.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    menu.getItems().setAll(item("worker.terminate", onTerminate), item("worker.kill", onKill));
    var head = new HBox(sign, name, word, gap, menu);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("worker-head");
    chunk.getStyleClass().add("muted");
    chunk.setMaxWidth(Double.MAX_VALUE);
    chunk.managedProperty().bind(chunk.visibleProperty());
    death.setWrapText(true);
    death.setMinHeight(Region.USE_PREF_SIZE);
    death.managedProperty().bind(death.visibleProperty());
    figures.managedProperty().bind(figures.visibleProperty());
    getChildren().setAll(head, chunk, figures, death, output);
  }

  private MenuItem item(String key, IntConsumer told) {
    var item = new MenuItem(Messages.get(key));
    item.setMnemonicParsing(true);
    item.setOnAction(_ -> told.accept(shown.worker()));
    return item;
  }

  /** Shows this moment; what has not changed is not touched. */
  public void show(WorkerCardState now) {
    if (now.equals(shown)) {
      return;
    }
    var before = shown;
    shown = now;
    if (before == null
        || before.state() != now.state()
        || before.worker() != now.worker()
        || before.thread() != now.thread()) {
      showState(before, now);
    }
    if (before == null || before.pid() != now.pid()) {
      pid.setText(now.pid() == 0 ? "" : Messages.get("worker.pid", Long.toString(now.pid())));
    }
    menu.setDisable(!now.isAlive());
    var text = now.chunk().isEmpty() ? Messages.get("worker.chunk.none") : now.chunk();
    if (!text.equals(chunk.getText())) {
      chunk.setText(text);
    }
    figures.show(now);
    output.show(now.output(), now.outputLines());
    var words = now.death().map(WorkerCard::words).orElse("");
    if (!words.equals(death.getText())) {
      death.setText(words);
    }
    death.setVisible(!words.isEmpty());
    chunk.setVisible(words.isEmpty() || now.isAlive()); // one that follows it works already
    figures.setVisible(words.isEmpty());
  }

  /** The words that tell how the worker ended; empty while it lives. */
  public String deathText() {
    return death.getText();
  }

  private void showState(WorkerCardState before, WorkerCardState now) {
    if (before != null) {
      getStyleClass().remove(WorkerLook.styleClass(before.state()));
    }
    getStyleClass().add(WorkerLook.styleClass(now.state()));
    sign.setIconCode(WorkerLook.sign(now.state()));
    var title = Messages.get(now.thread() ? "worker.name.thread" : "worker.name", now.worker() + 1);
    name.setText(title);
    word.setText(WorkerLook.word(now.state()));
    setAccessibleText(title + ": " + word.getText());
    menu.setAccessibleText(Messages.get("worker.menu", now.worker() + 1));
  }

  private static String words(WorkerCardState.Death death) {
    var words = new StringBuilder(death.how());
    if (!death.doing().isEmpty()) {
      words.append('\n').append(death.doing());
    }
    words
        .append('\n')
        .append(
            Messages.get(
                switch (death.lost()) {
                  case NOTHING -> "worker.lost.nothing";
                  case PASSED_ON -> "worker.lost.passed-on";
                  case CHUNK -> "worker.lost.chunk";
                }));
    if (!death.lastWords().isEmpty()) {
      words.append('\n').append(Messages.get("worker.last-words", death.lastWords()));
    }
    return words.toString();
  }
}
