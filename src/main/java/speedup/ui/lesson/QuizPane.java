package speedup.ui.lesson;

import java.util.List;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import speedup.concept.lesson.Progress;
import speedup.concept.lesson.Question;
import speedup.ui.Messages;
import speedup.ui.run.Banner;

/**
 * One question after the other, each explained as soon as it is answered. The first answer stands:
 * the choices are closed then, until the quiz is begun anew. JavaFX thread only.
 */
public final class QuizPane extends VBox {
  private final LessonBook book;
  private final Label place = new Label();
  private final Label score = new Label();
  private final Label text = new Label();
  private final VBox choices = new VBox();
  private final Banner explanation = new Banner();
  private final Button before = new Button(Messages.get("quiz.before"));
  private final Button next = new Button(Messages.get("quiz.next"));
  private final Button again = new Button(Messages.get("quiz.again"));
  // held here, as the book outlives its panes
  private final ChangeListener<Progress> listener = (_, _, _) -> draw();
  private List<Question> questions = List.of();
  private int present;

  /** Empty until questions are shown. */
  public QuizPane(LessonBook book) {
    this.book = book;
    getStyleClass().addAll("quiz", "form");
    place.getStyleClass().add("muted");
    score.getStyleClass().addAll("muted", "tabular");
    text.getStyleClass().add("section-title");
    text.setWrapText(true);
    text.setMinHeight(Region.USE_PREF_SIZE);
    choices.getStyleClass().add("form-rows");
    before.setOnAction(_ -> go(present - 1));
    next.setOnAction(_ -> go(present + 1));
    again.setOnAction(_ -> {
      book.forget(questions);
      go(0);
    });
    var head = new HBox(place, score);
    head.getStyleClass().add("field-head");
    var foot = new HBox(before, next, again);
    foot.getStyleClass().add("field-row");
    getChildren().addAll(head, text, choices, explanation, foot);
    explanation.hide();
    book.progressProperty().addListener(new WeakChangeListener<>(listener));
    draw();
  }

  /** Shows the first of these questions that has no answer yet. */
  public void show(List<Question> next) {
    questions = List.copyOf(next);
    var progress = book.progressProperty().get();
    var open = 0;
    while (progress != null
        && open < questions.size() - 1
        && progress.answers().containsKey(questions.get(open).id())) {
      open++;
    }
    go(open);
  }

  private void go(int question) {
    present = question;
    draw();
  }

  private void draw() {
    var progress = book.progressProperty().get();
    setDisable(progress == null || questions.isEmpty());
    if (isDisable()) {
      return;
    }
    var question = questions.get(present);
    var result = progress.score(questions);
    place.setText(Messages.get("quiz.place", present + 1, questions.size()));
    score.setText(Messages.get("quiz.score", result.right(), result.answered()));
    text.setText(question.text());
    var chosen = progress.answers().getOrDefault(question.id(), -1);
    fill(question, chosen);
    before.setDisable(present == 0);
    next.setDisable(present == questions.size() - 1);
    again.setDisable(result.answered() == 0);
  }

  private void fill(Question question, int chosen) {
    var group = new ToggleGroup();
    choices.getChildren().clear();
    for (var i = 0; i < question.choices().size(); i++) {
      var choice = i;
      var button = new RadioButton(question.choices().get(i));
      button.setMnemonicParsing(false); // an answer may have an underscore
      button.setWrapText(true);
      button.setMinHeight(Region.USE_PREF_SIZE);
      button.setToggleGroup(group);
      button.setSelected(i == chosen);
      button.setDisable(chosen >= 0);
      button.setOnAction(_ -> book.answer(question, choice));
      choices.getChildren().add(button);
    }
    // an answer of an older version of the quiz may be none of these any more
    if (chosen >= 0 && chosen < question.choices().size()) {
      var right = question.isRight(chosen);
      var words = Messages.get(right ? "quiz.right" : "quiz.wrong");
      explanation.show(
          right ? Banner.Kind.GOOD : Banner.Kind.INFO, words + " " + question.explanation(chosen));
    } else {
      explanation.hide();
    }
  }
}
