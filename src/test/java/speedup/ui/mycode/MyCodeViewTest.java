package speedup.ui.mycode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.event.Event;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import speedup.ui.FxStage;
import speedup.ui.Messages;
import speedup.ui.Theme;
import speedup.ui.UiScale;
import speedup.ui.run.Banner;
import speedup.workload.MyCode;

/** The view on a compiler that answers at once. */
@Timeout(90)
class MyCodeViewTest {
  private static final boolean MAC = System.getProperty("os.name").startsWith("Mac");
  private static final String WRONG =
      """
      /** The digits of a number, from the last to the first. */
      public class Task {
        public static String run(long n) {
          StringBuilder digits = new StringBuilder();
          while (n > 0) {
            digits.append(n % 10)
            n /= 10;
          }
          return digits.size();
        }
      }
      """;

  @TempDir Path folder;

  private final List<Map<String, String>> runs = new ArrayList<>();
  private final List<String> asked = new ArrayList<>();
  private Questions.Unsaved unsaved = Questions.Unsaved.KEEP;
  private Optional<Path> chosen = Optional.empty();
  private MyCodeModel model;
  private MyCodeController view;
  private Scene scene;

  @BeforeEach
  void open() throws IOException {
    FxStage.run(() -> {
      model =
          new MyCodeModel(
              new MyCodeModel.Places(
                  MyCode::problems, folder.resolve("cache"), Runnable::run, Runnable::run));
      var loader =
          new FXMLLoader(MyCodeController.class.getResource("MyCodeView.fxml"), Messages.bundle());
      try {
        Parent root = loader.load();
        scene = new Scene(root, 1366, 700);
      } catch (IOException e) {
        throw new AssertionError(e);
      }
      view = loader.getController();
      view.open(model, new MyCode(), new Answers(), _ -> chosen, runs::add);
      Theme.LIGHT.apply(scene);
      UiScale.NORMAL.apply(scene);
      scene.snapshot(null);
    });
  }

  /** What a person would say. */
  private final class Answers implements Questions {
    @Override
    public Unsaved unsaved(String name) {
      asked.add(name);
      return unsaved;
    }

    @Override
    public Optional<Path> open() {
      return chosen;
    }

    @Override
    public Optional<Path> save(String name) {
      return chosen;
    }
  }

  private void press(KeyCode key) {
    FxStage.run(() ->
        Event.fireEvent(
            view.editor().area(),
            new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, !MAC, false, MAC)));
  }

  private void type(String text) {
    FxStage.run(() -> ((CodeArea) view.editor().area()).replaceText(text));
  }

  private String banner() {
    return FxStage.onFx(() -> ((Banner) scene.lookup(".banner")).message());
  }

  private String text() {
    return FxStage.onFx(() -> model.textProperty().get());
  }

  @Test
  void showsATemplateAndRunsIt() {
    FxStage.run(view::run);

    assertEquals("", banner());
    assertEquals(1, runs.size());
    assertTrue(Files.exists(Path.of(runs.getFirst().get("source"))));
  }

  @Test
  void showsErrorsAndRunsNothing() {
    type(WRONG);
    press(KeyCode.B);
    FxStage.run(view::run);

    assertEquals(List.of(), runs);
    assertTrue(banner().contains("nothing was run"));
    assertEquals(
        6,
        FxStage.onFx(() ->
            ((ListView<?>) scene.lookup(".code-problems")).getItems().size() > 0
                ? ((CodeArea) view.editor().area()).getCurrentParagraph() + 1
                : -1));

    type(WRONG.replace("10)", "10);").replace("digits.size()", "digits.toString()"));
    press(KeyCode.B);
    assertEquals("", banner());
    assertFalse(FxStage.onFx(() -> scene.lookup(".code-problems").isVisible()));
    FxStage.run(view::run);
    assertEquals(1, runs.size());
  }

  @Test
  void aPauseInTypingAsksTheCompiler() throws Exception {
    type(WRONG);
    while (FxStage.onFx(() -> model.problemsProperty().get().isEmpty())) {
      Thread.sleep(20);
    }
    assertEquals(MyCodeModel.Check.WRONG, FxStage.onFx(() -> model.checkProperty().get()));
  }

  @Test
  void asksBeforeUnsavedTextIsLost() throws Exception {
    var file = Files.writeString(folder.resolve("Mine.java"), "class Mine {}\n");
    chosen = Optional.of(file);
    type(WRONG);

    press(KeyCode.O);
    assertEquals(List.of("Task.java"), asked);
    assertEquals(WRONG, text());

    unsaved = Questions.Unsaved.DISCARD;
    press(KeyCode.O);
    assertEquals("class Mine {}\n", text());
    press(KeyCode.O);
    assertEquals(2, asked.size(), "what is saved needs no question");
  }

  @Test
  void savesFirstWhereThePersonWantsIt() throws Exception {
    var file = folder.resolve("New.java");
    chosen = Optional.of(file);
    unsaved = Questions.Unsaved.SAVE;
    type(WRONG);
    var left = new ArrayList<String>();
    FxStage.run(() -> view.leave(() -> left.add("left")));

    assertEquals(List.of("left"), left);
    assertEquals(WRONG, Files.readString(file));
    type("class New {}");
    press(KeyCode.S);
    assertEquals("class New {}", Files.readString(file));
  }

  @Test
  void doesNotLeaveWhereSavingFails() {
    chosen = Optional.of(folder); // a folder cannot be written as a file
    unsaved = Questions.Unsaved.SAVE;
    type(WRONG);
    var left = new ArrayList<String>();
    FxStage.run(() -> view.leave(() -> left.add("left")));

    assertEquals(List.of(), left);
    assertTrue(banner().contains("cannot be written"), banner());
  }

  @Test
  void takesADroppedJarAndSaysWhatHoldsForIt() throws Exception {
    FxStage.run(() -> view.settings().kindProperty().set(TaskSettings.Kind.JAR));
    FxStage.run(view::run);
    assertEquals(List.of(), runs);
    assertTrue(FxStage.onFx(() -> view.problem().get()).contains("Choose the jar"));

    var jar = Files.writeString(folder.resolve("own.jar"), "").toString();
    FxStage.run(() -> view.drop(List.of(Path.of(jar))));
    FxStage.run(view::run);
    assertEquals(List.of(Map.of("jar", jar)), runs);
  }
}
