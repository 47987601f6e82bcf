package speedup.ui.lesson;

import java.util.function.IntConsumer;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import speedup.concept.lesson.Lesson;
import speedup.concept.lesson.LessonStep;
import speedup.concept.lesson.Progress;
import speedup.ui.Messages;

/** The steps of a lesson: what is done, what comes, and how long it takes. JavaFX thread only. */
final class StepList extends VBox {
  private final Lesson lesson;
  private final ListView<LessonStep> list = new ListView<>();
  private final Label time = new Label();
  private Progress progress = Progress.NONE;

  /**
   * Of a lesson.
   *
   * @param chosen is given the number of a step, from 0, that the person chose
   */
  StepList(Lesson lesson, IntConsumer chosen) {
    this.lesson = lesson;
    getStyleClass().add("lesson-steps");
    var title = new Label(Messages.get("lesson.steps"));
    title.getStyleClass().add("section-title");
    title.setLabelFor(list);
    title.setMinWidth(USE_PREF_SIZE);
    title.setMnemonicParsing(true);
    time.getStyleClass().addAll("muted", "tabular");
    time.setWrapText(true);
    time.setMinHeight(Region.USE_PREF_SIZE);
    list.setAccessibleText(Messages.get("lesson.steps.name"));
    list.setCellFactory(_ -> new Cell());
    list.getItems().setAll(lesson.steps());
    list.getSelectionModel()
        .selectedIndexProperty()
        .addListener((_, _, now) -> {
          if (now.intValue() >= 0) {
            chosen.accept(now.intValue());
          }
        });
    setVgrow(list, Priority.ALWAYS);
    getChildren().setAll(title, list, time);
  }

  /** Shows where the class is, and what is done. */
  void show(int present, Progress now) {
    progress = now;
    list.getSelectionModel().select(present);
    list.scrollTo(Math.max(0, present - 2));
    list.refresh();
    var left = 0;
    for (var step = 0; step < lesson.steps().size(); step++) {
      left += now.isDone(lesson, step) ? 0 : lesson.steps().get(step).minutes();
    }
    time.setText(Messages.get("lesson.time", lesson.minutes(), left));
  }

  /** The arrow keys choose a step. */
  void takeFocus() {
    list.requestFocus();
  }

  /** A step: number, title, minutes, and a mark where it is done. */
  private final class Cell extends ListCell<LessonStep> {
    private final Label number = new Label();
    private final Label title = new Label();
    private final Label minutes = new Label();
    private final FontIcon done = new FontIcon("mdi2c-check-circle-outline");
    private final HBox row = new HBox(number, title, done, minutes);

    Cell() {
      row.getStyleClass().add("lesson-step");
      number.getStyleClass().addAll("step-number", "tabular");
      done.getStyleClass().add("step-done");
      minutes.getStyleClass().addAll("muted", "tabular");
      title.setWrapText(true);
      title.setMaxWidth(Double.MAX_VALUE);
      HBox.setHgrow(title, Priority.ALWAYS);
      for (var whole : new Label[] {number, minutes}) {
        whole.setMinWidth(Region.USE_PREF_SIZE);
      }
    }

    @Override
    protected double computePrefWidth(double height) {
      return 1; // as wide as the list, whose words go on in another line
    }

    @Override
    protected double computePrefHeight(double width) {
      var sides = snappedLeftInset() + snappedRightInset();
      var room = getListView().getWidth() - sides - 1.6 * getFont().getSize();
      return isEmpty()
          ? super.computePrefHeight(width)
          : row.prefHeight(Math.max(1, room)) + snappedTopInset() + snappedBottomInset();
    }

    @Override
    protected void updateItem(LessonStep step, boolean empty) {
      super.updateItem(step, empty);
      if (empty || step == null) {
        setGraphic(null);
        setAccessibleText(null);
        return;
      }
      var isDone = progress.isDone(lesson, getIndex());
      number.setText(Integer.toString(getIndex() + 1));
      title.setText(step.title());
      minutes.setText(Messages.get("lesson.minutes", step.minutes()));
      done.setVisible(isDone);
      setGraphic(row);
      setAccessibleText(
          Messages.get(
              isDone ? "lesson.step.done" : "lesson.step.open",
              getIndex() + 1,
              step.title(),
              step.minutes()));
    }
  }
}
