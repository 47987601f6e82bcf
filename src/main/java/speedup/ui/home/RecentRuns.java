package speedup.ui.home;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import speedup.history.KeptRun;
import speedup.history.RunSummary;
import speedup.plot.Texts;
import speedup.ui.Messages;
import speedup.workload.Workload;
import speedup.workload.WorkloadWords;
import speedup.workload.Workloads;

/** The last runs that were kept, each a button. FX thread only. */
final class RecentRuns extends VBox {
  /** How many are shown. */
  static final int MOST = 5;

  private final Consumer<String> open;

  /**
   * Shows nothing yet.
   *
   * @param open is given the id of a run that the person wants to see
   */
  RecentRuns(Consumer<String> open) {
    this.open = open;
    getStyleClass().add("recent-runs");
  }

  /** These, the newest first. */
  void show(List<RunSummary> runs) {
    var titles =
        Workloads.all().stream().collect(Collectors.toMap(Workload::id, WorkloadWords::title));
    getChildren()
        .setAll(
            runs.stream()
                .map(run -> row(run, titles.getOrDefault(run.workload(), run.workload())))
                .toList());
    if (runs.isEmpty()) {
      say(Messages.get("home.recent.none"));
    }
  }

  /** A sentence instead of runs. */
  void say(String sentence) {
    var words = new Label(sentence);
    words.getStyleClass().add("muted");
    words.setWrapText(true);
    words.setMinHeight(Region.USE_PREF_SIZE);
    getChildren().setAll(words);
  }

  private Button row(RunSummary run, String title) {
    var study = run.kind() == KeptRun.Kind.STUDY;
    var icon = new FontIcon(study ? "mdi2c-chart-bell-curve-cumulative" : "mdi2p-play-outline");
    var name = new Label(title);
    name.getStyleClass().add("recent-name");
    var what =
        new Label(Messages.get(study ? "home.recent.study" : "home.recent.run", run.workers()));
    what.getStyleClass().addAll("muted", "recent-what");
    var note = new Label(run.note().replaceAll("\\p{Cntrl}+", " "));
    note.getStyleClass().add("muted");
    note.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(note, Priority.ALWAYS);
    var number = new Label(speedup(run));
    number.getStyleClass().addAll("strong", "tabular");
    var when = new Label(when(run));
    when.getStyleClass().addAll("muted", "tabular");
    number.getStyleClass().add("recent-number");
    when.getStyleClass().add("recent-when");
    for (var whole : List.of(number, when)) {
      whole.setMinWidth(Region.USE_PREF_SIZE);
    }
    for (var cut : List.of(name, what, note)) {
      cut.setMinWidth(0);
    }
    var row = new HBox(icon, name, what, note, number, when);
    row.getStyleClass().add("recent-row");
    var button = new Button("", row);
    button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    button.getStyleClass().addAll("flat", "recent-run");
    button.setAccessibleText(
        String.join(", ", title, what.getText(), number.getText(), when.getText()));
    button.setMaxWidth(Double.MAX_VALUE);
    button.setMinWidth(0);
    row.prefWidthProperty().bind(button.widthProperty().subtract(2));
    button.setOnAction(_ -> open.accept(run.id()));
    return button;
  }

  private static String speedup(RunSummary run) {
    return run.speedup().isPresent()
        ? Messages.get("history.times", Texts.number(run.speedup().getAsDouble(), 2))
        : "";
  }

  private static String when(RunSummary run) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
        .withLocale(Messages.locale())
        .withZone(ZoneId.systemDefault())
        .format(run.when());
  }
}
