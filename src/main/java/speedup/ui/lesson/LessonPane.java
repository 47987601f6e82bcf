package speedup.ui.lesson;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import speedup.concept.lesson.Lesson;
import speedup.concept.lesson.LessonStep;
import speedup.concept.lesson.Progress;
import speedup.concept.lesson.Quiz;
import speedup.ui.Messages;

/**
 * A lesson, one step at a time: what to do, its stage or workload at a click, the teacher's notes
 * only when they are asked for, and the quiz that ends it. JavaFX thread only.
 */
public final class LessonPane extends VBox {
  private final LessonBook book;
  private final Lesson lesson;
  private final Label place = new Label();
  private final Label title = new Label();
  private final Label action = new Label();
  private final Label notes = new Label();
  private final Label notice = new Label();
  private final Button open = new Button(Messages.get("lesson.open"));
  private final ToggleButton showNotes = new ToggleButton(Messages.get("lesson.notes"));
  private final CheckBox done = new CheckBox(Messages.get("lesson.done"));
  private final Button before = new Button(Messages.get("lesson.before"));
  private final Button next = new Button(Messages.get("lesson.next"));
  private final QuizPane quiz;
  // held here, as the book outlives its panes
  private final ChangeListener<Progress> listener = (_, _, _) -> progressed();
  private int present = -1;
  private int wanted = -1;

  /**
   * Shows the first step that is not done.
   *
   * @param load is given what a step is about
   */
  public LessonPane(LessonBook book, Lesson lesson, Consumer<LessonStep.Setting> load) {
    this.book = book;
    this.lesson = lesson;
    quiz = new QuizPane(book);
    getStyleClass().addAll("lesson", "form");
    place.getStyleClass().addAll("muted", "tabular");
    title.getStyleClass().add("view-title");
    notes.getStyleClass().add("card");
    notice.getStyleClass().add("warning-text");
    for (var words : List.of(title, action, notes, notice)) {
      words.setWrapText(true);
      words.setMinHeight(Region.USE_PREF_SIZE);
      words.managedProperty().bind(words.visibleProperty());
    }
    for (Region part : List.of(open, quiz)) {
      part.managedProperty().bind(part.visibleProperty());
    }
    notes.visibleProperty().bind(showNotes.selectedProperty());
    notice.textProperty().bind(book.noticeProperty());
    notice.visibleProperty().bind(notice.textProperty().isNotEmpty());
    open.getStyleClass().add("accent");
    open.setOnAction(_ -> load.accept(step().setting()));
    done.setOnAction(_ -> book.step(lesson, present, done.isSelected()));
    before.setOnAction(_ -> go(present - 1));
    next.setOnAction(_ -> {
      book.step(lesson, present, true);
      go(Math.min(present + 1, lesson.steps().size() - 1));
    });
    var tools = new HBox(open, showNotes, done);
    var ways = new HBox(before, next);
    for (var row : List.of(tools, ways)) {
      row.getStyleClass().add("field-row");
    }
    var about = new Label(lesson.summary());
    about.getStyleClass().add("muted");
    about.setWrapText(true);
    about.setMinHeight(Region.USE_PREF_SIZE);
    var name = new Label(lesson.title());
    name.getStyleClass().add("section-title");
    getChildren().addAll(notice, name, about, place, title, action, tools, notes, quiz, ways);
    book.progressProperty().addListener(new WeakChangeListener<>(listener));
    progressed();
  }

  /** Shows a step, from 0, as soon as it is known what was done. */
  public void show(int step) {
    wanted = step;
    if (present >= 0) {
      go(step);
    }
  }

  private LessonStep step() {
    return lesson.steps().get(present);
  }

  /** The first time it is known where the class stopped. */
  private void progressed() {
    var progress = book.progressProperty().get();
    setDisable(progress == null);
    if (progress == null) {
      return;
    }
    if (present < 0) {
      go(wanted < 0 ? Math.min(progress.next(lesson), lesson.steps().size() - 1) : wanted);
    } else {
      draw(progress);
    }
  }

  private void go(int step) {
    present = step;
    showNotes.setSelected(false); // the class is looking
    quiz.setVisible(step().quiz().isPresent());
    step().quiz().ifPresent(concept -> quiz.show(Quiz.of(concept)));
    draw(book.progressProperty().get());
  }

  private void draw(Progress progress) {
    var steps = lesson.steps();
    var past = steps.subList(0, present).stream().mapToInt(LessonStep::minutes).sum();
    place.setText(
        Messages.get(
            "lesson.place", present + 1, steps.size(), step().minutes(), past, lesson.minutes()));
    title.setText(step().title());
    action.setText(step().action());
    notes.setText(step().notes());
    open.setVisible(!(step().setting() instanceof LessonStep.Talk));
    done.setSelected(progress.isDone(lesson, present));
    before.setDisable(present == 0);
    next.setDisable(present == steps.size() - 1 && progress.isDone(lesson, present));
  }
}
