package speedup.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static speedup.ui.ShownWindow.awaitTrue;

import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import speedup.ui.mycode.MyCodeController;
import speedup.ui.mycode.TaskSettings;
import speedup.ui.run.Banner;
import speedup.ui.run.RunModel;
import speedup.ui.view.Backstage;
import speedup.ui.view.View;

/** A person's own code in the whole window, well and badly behaved, on real worker processes. */
@Timeout(120)
class MyCodeScreensTest {
  private static final String TASK =
      """
      public class Task {
        public static long run(long n) throws Exception {
          %s
          return n;
        }
      }
      """;

  private ShownWindow window;
  private MyCodeController view;

  @BeforeEach
  void open() {
    window =
        new ShownWindow(() -> Workbench.make(new Stage(), Backstage.of(Labs.real()), 1366, 768));
    FxStage.run(() -> {
      window.shell().show(View.MY_CODE);
      view = (MyCodeController) window.shell().view(View.MY_CODE);
      window.scene().snapshot(null);
    });
  }

  @AfterEach
  void close() {
    window.close();
  }

  private void write(String text, Map<String, String> settings) {
    FxStage.run(() -> {
      window.shell().show(View.MY_CODE);
      ((CodeArea) view.editor().area()).replaceText(text);
      view.settings().form(TaskSettings.Kind.SOURCE).setSettings(settings);
      ((Button) window.lookup(".run-button")).fire();
    });
  }

  private void awaitEnd() {
    awaitTrue(() ->
        FxStage.onFx(() -> !(model().outcomeProperty().get() instanceof RunModel.Outcome.None)));
  }

  private RunModel model() {
    return window.shell().runView().model();
  }

  /** Runs what goes wrong. Answers what the person reads. */
  private String failure(String body, Map<String, String> settings) {
    write(TASK.formatted(body), settings);
    awaitEnd();
    assertInstanceOf(
        RunModel.Outcome.Failed.class, FxStage.onFx(() -> model().outcomeProperty().get()));
    return FxStage.onFx(() -> {
      window
          .scene()
          .snapshot(null); // without a window nothing else puts the view into its scroll pane
      return ((Banner) window.lookup(".banner")).message();
    });
  }

  private static void assertSays(String message, String... words) {
    for (var word : words) {
      assertTrue(message.contains(word), message);
    }
  }

  @Test
  void showsTheViewInEverySize() {
    awaitTrue(() -> FxStage.onFx(() -> window.lookup(".good-text") != null));
    pictures("my-code");
    write(TASK.formatted("int x = \"one\";\n    n++"), Map.of());
    awaitTrue(() -> FxStage.onFx(() -> window.lookup(".code-problems").isVisible()));
    assertEquals(View.MY_CODE, FxStage.onFx(() -> window.shell().presentView()));
    pictures("my-code-error");
    FxStage.run(() -> view.settings().kindProperty().set(TaskSettings.Kind.JAR));
    picture("my-code-jar");
  }

  @Test
  void showsTheRunAndWhatItsWorkersPrint() {
    write(
        TASK.formatted("System.out.println(\"item \" + n);\n    Thread.sleep(2);"),
        Map.of("count", "100"));
    awaitEnd();
    assertInstanceOf(
        RunModel.Outcome.Done.class, FxStage.onFx(() -> model().outcomeProperty().get()));
    assertEquals(View.RUN, FxStage.onFx(() -> window.shell().presentView()));
    FxStage.run(() -> {
      window.scene().snapshot(null);
      for (Node each : window.scene().getRoot().lookupAll(".disclosure")) {
        ((ToggleButton) each).setSelected(true);
      }
      window.scene().snapshot(null);
    });
    var printed =
        FxStage.onFx(() ->
            window.scene().getRoot().lookupAll(".output").stream()
                .map(node -> ((TextInputControl) node).getText())
                .toList());
    assertEquals(2, printed.size());
    printed.forEach(text -> assertTrue(text.contains("item 9"), text));
    picture("my-code-run");
  }

  @Test
  void anEndlessLoopIsExplained() {
    assertSays(
        failure("while (n >= 0) { n &= 1; }", Map.of("seconds", "1")),
        "took longer than 1 s and was stopped; allow more seconds, or give it less to do");
    picture("my-code-endless");
  }

  @Test
  void systemExitIsExplained() {
    assertSays(failure("if (n == 5) { System.exit(3); }", Map.of()), "called System.exit(3)");
    picture("my-code-exit");
  }

  @Test
  void memoryThatRunsOutIsExplained() {
    assertSays(
        failure(
            "var all = new java.util.ArrayList<long[]>();\n"
                + "    while (n >= 0) { all.add(new long[100_000]); }",
            Map.of("memory", "32")),
        "ran out of memory",
        "raise the limit");
    picture("my-code-memory");
  }

  @Test
  void aWrongReturnTypeIsRefusedInTheEditor() {
    write("public class Task { public static Thread run(long n) { return null; } }", Map.of());
    awaitTrue(() -> FxStage.onFx(() -> window.lookup(".code-problems").isVisible()));
    var found = FxStage.onFx(() -> view.problems().getFirst().inWords());
    assertSays(found, "Task.run returns a Thread; let it return a number");
    assertSays(
        FxStage.onFx(() -> ((Banner) window.lookup(".banner")).message()), "nothing was run");
    picture("my-code-wrong-type");
  }

  private void pictures(String name) {
    picture(name);
    window.size(1024, 768, 100);
    picture(name + "-1024x768");
    window.size(1366, 768, 200);
    picture(name + "-200-percent");
    window.size(1920, 1080, 200);
    picture(name + "-200-percent-1920x1080");
    window.size(1366, 768, 100);
  }

  private void picture(String name) {
    window.picture(name, () -> window.shell().runView().drawNow());
  }
}
