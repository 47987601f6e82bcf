package speedup.ui.home;

import java.util.List;
import java.util.Locale;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import speedup.check.Finding;
import speedup.check.Finding.State;
import speedup.ui.Messages;

/**
 * What the check of this computer found: one calm line where all is well, else a line for each
 * thing, with what to do about it. JavaFX thread only.
 */
final class CheckPane extends VBox {
  private final Runnable again;

  CheckPane(CheckModel model) {
    again = model::start;
    getStyleClass().add("check-pane");
    model.stageProperty().subscribe(this::show);
  }

  private void show(CheckModel.Stage stage) {
    switch (stage) {
      case CheckModel.Stage.Passed _ -> head(State.GOOD, Messages.get("check.passed"));
      case CheckModel.Stage.Running _ -> {
        var turning = new ProgressIndicator();
        turning.setPrefSize(16, 16);
        getChildren().setAll(row(turning, new Label(Messages.get("check.running"))));
      }
      case CheckModel.Stage.Done done -> show(done);
    }
  }

  private void show(CheckModel.Stage.Done done) {
    var lines = new VBox();
    lines.getStyleClass().add("check-pane");
    lines.getChildren().addAll(done.findings().stream().map(CheckPane::line).toList());
    if (done.good()) {
      var details = new ToggleButton(Messages.get("check.details"));
      details.getStyleClass().add("disclosure");
      head(State.GOOD, Messages.get("check.good")).getChildren().add(1, details);
      lines.visibleProperty().bind(details.selectedProperty());
      lines.managedProperty().bind(lines.visibleProperty());
    } else {
      var bad = done.findings().stream().filter(one -> one.state() == State.BAD).count();
      head(State.BAD, Messages.get("check.bad", bad));
    }
    getChildren().add(lines);
  }

  private HBox head(State state, String words) {
    var label = new Label(words, icon(state));
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    label.getStyleClass().add("check-" + word(state));
    if (state == State.BAD) {
      label.getStyleClass().add("section-title");
    }
    var repeat = new Hyperlink(Messages.get("check.again"));
    repeat.setId("check-again");
    repeat.setMinWidth(Region.USE_PREF_SIZE);
    repeat.setOnAction(_ -> again.run());
    var head = row(label, repeat);
    getChildren().setAll(head);
    return head;
  }

  private static HBox row(javafx.scene.Node first, javafx.scene.Node second) {
    var row = new HBox(first, second);
    row.getStyleClass().add("check-head");
    return row;
  }

  private static HBox line(Finding finding) {
    var key = "check." + word(finding.subject()) + ".";
    var what = new Label(Messages.get(key + word(finding.state()), finding.detail()));
    var words = new VBox(what);
    words.getStyleClass().add("check-words");
    HBox.setHgrow(words, Priority.ALWAYS);
    if (finding.state() != State.GOOD) {
      var fix = new Label(Messages.get(key + "fix"));
      fix.getStyleClass().add("muted");
      words.getChildren().add(fix);
    }
    for (var label : List.copyOf(words.getChildren())) {
      ((Label) label).setWrapText(true);
      ((Label) label).setMinHeight(Region.USE_PREF_SIZE);
    }
    var line = new HBox(icon(finding.state()), words);
    line.getStyleClass().addAll("check-line", "check-" + word(finding.state()));
    line.setAccessibleRole(AccessibleRole.TEXT);
    line.setAccessibleText(Messages.get("check.state." + word(finding.state()), what.getText()));
    return line;
  }

  private static FontIcon icon(State state) {
    return new FontIcon(
        switch (state) {
          case GOOD -> "mdi2c-check-circle-outline";
          case NOTE -> "mdi2i-information-outline";
          case BAD -> "mdi2a-alert-circle-outline";
        });
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
