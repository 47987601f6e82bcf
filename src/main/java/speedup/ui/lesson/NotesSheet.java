package speedup.ui.lesson;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import speedup.concept.lesson.Lesson;
import speedup.concept.lesson.LessonStep;
import speedup.ui.Messages;

/** What the teacher reads at a step: what the class sees, the notes, and what comes then. */
final class NotesSheet extends VBox {
  /** Of a step of a lesson, from 0. */
  NotesSheet(Lesson lesson, int number) {
    getStyleClass().add("notes-sheet");
    var steps = lesson.steps();
    var step = steps.get(number);
    var past = steps.subList(0, number).stream().mapToInt(LessonStep::minutes).sum();
    add(
        Messages.get(
            "lesson.place", number + 1, steps.size(), step.minutes(), past, lesson.minutes()),
        "muted");
    add(step.title(), "view-title");
    add(step.action(), "strong");
    add(step.notes(), "notes-text");
    if (number + 1 < steps.size()) {
      add(Messages.get("lesson.then", steps.get(number + 1).title()), "muted");
    }
  }

  private void add(String text, String style) {
    var label = new Label(text);
    label.getStyleClass().add(style);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    getChildren().add(label);
  }

  /** What it says. */
  List<String> words() {
    return getChildren().stream().map(node -> ((Label) node).getText()).toList();
  }
}
