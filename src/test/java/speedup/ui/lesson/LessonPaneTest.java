package speedup.ui.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import speedup.concept.lesson.Lesson;
import speedup.concept.lesson.LessonStep;
import speedup.concept.lesson.Progress;
import speedup.concept.lesson.ProgressFile;
import speedup.concept.lesson.Quiz;
import speedup.ui.FxStage;
import speedup.ui.Messages;
import speedup.ui.Theme;
import speedup.ui.UiScale;

class LessonPaneTest {
  private static final Lesson LESSON = Lesson.all().getFirst();

  @TempDir Path folder;
  private final List<LessonStep.Setting> opened = new ArrayList<>();
  private LessonBook book;
  private Stage stage;

  @AfterEach
  void close() {
    if (stage != null) {
      FxStage.run(stage::hide);
    }
  }

  private void show() {
    FxStage.run(() -> {
      book = new LessonBook(new ProgressFile(folder), Runnable::run, Runnable::run);
      stage =
          FxStage.show(new LessonPane(book, LESSON, opened::add), 700, Theme.LIGHT, UiScale.NORMAL);
    });
  }

  @Test
  void stepsAreKeptAndTheNextLessonGoesOnThere() throws IOException {
    show();
    assertTrue(words().contains(LESSON.steps().get(0).title()));
    click("lesson.next");
    click("lesson.next");
    assertTrue(words().contains(LESSON.steps().get(2).title()));
    assertEquals(2, new ProgressFile(folder).load().progress().next(LESSON));
    close();
    show();
    assertTrue(words().contains(LESSON.steps().get(2).title()));
    click("lesson.before");
    click("lesson.done");
    assertEquals(1, new ProgressFile(folder).load().progress().next(LESSON));
  }

  @Test
  void aStepOpensItsStageAndShowsItsNotesOnlyWhenAsked() {
    show();
    assertFalse(isShown("lesson.open"));
    click("lesson.next");
    var step = LESSON.steps().get(1);
    click("lesson.open");
    assertEquals(List.of(step.setting()), opened);
    assertFalse(words().contains(step.notes()));
    click("lesson.notes");
    assertTrue(words().contains(step.notes()));
    click("lesson.next");
    click("lesson.before");
    assertFalse(words().contains(step.notes()));
    picture("lesson");
  }

  @Test
  void answersAreExplainedAndCountedOnce() throws IOException {
    show();
    click("lesson.next");
    var questions = Quiz.of(LESSON.steps().get(1).quiz().orElseThrow());
    var first = questions.get(0);
    choose(first.choices().get(first.right()));
    assertTrue(words().stream().anyMatch(text -> text.endsWith(first.because())));
    assertTrue(words().contains(Messages.get("quiz.score", 1, 1)));
    click("quiz.next");
    var second = questions.get(1);
    choose(second.choices().get((second.right() + 1) % second.choices().size()));
    assertTrue(words().stream().anyMatch(text -> text.endsWith(second.instead())));
    assertTrue(words().contains(Messages.get("quiz.score", 1, 2)));
    choose(second.choices().get(second.right()));
    assertTrue(words().contains(Messages.get("quiz.score", 1, 2)), "the first answer stands");
    picture("quiz");
    var score = new Progress.Score(1, 2, questions.size());
    assertEquals(score, new ProgressFile(folder).load().progress().score(questions));
    click("quiz.again");
    assertEquals(0, new ProgressFile(folder).load().progress().score(questions).answered());
    assertTrue(words().contains(first.text()));
  }

  @Test
  void saysWhatBecameOfADamagedFileAndWhenNothingCanBeKept() throws IOException {
    Files.writeString(folder.resolve("lessons.properties"), "nonsense");
    show();
    assertTrue(words().stream().anyMatch(text -> text.contains("lessons-damaged-1.properties")));
    close();
    folder = Files.writeString(folder.resolve("no-folder"), "");
    show();
    click("lesson.next");
    var sentence = FxStage.onFx(() -> book.noticeProperty().get());
    assertTrue(sentence.startsWith("Scores and progress could not be "), sentence);
    assertTrue(words().contains(sentence));
    assertTrue(words().contains(LESSON.steps().get(1).title()), "the lesson goes on");
  }

  private Parent root() {
    return stage.getScene().getRoot();
  }

  private List<String> words() {
    return FxStage.onFx(() -> {
      root().applyCss();
      return root().lookupAll(".label").stream()
          .filter(node -> node instanceof Label && shown(node))
          .map(node -> ((Label) node).getText())
          .toList();
    });
  }

  private static boolean shown(Node node) {
    return node == null || node.isVisible() && shown(node.getParent());
  }

  private ButtonBase button(String text) {
    return Stream.of(".button", ".toggle-button", ".check-box", ".radio-button")
        .flatMap(kind -> root().lookupAll(kind).stream())
        .map(ButtonBase.class::cast)
        .filter(button -> button.getText().equals(text))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no button " + text));
  }

  private boolean isShown(String key) {
    return FxStage.onFx(() -> button(Messages.get(key)).isVisible());
  }

  private void click(String key) {
    FxStage.run(() -> button(Messages.get(key)).fire());
  }

  private void choose(String answer) {
    FxStage.run(() -> ((RadioButton) button(answer)).fire());
  }

  private void picture(String name) {
    FxStage.run(() -> {
      root().applyCss();
      root().layout();
      FxStage.picture(name + "-pane.png", root());
    });
  }
}
