package speedup.ui.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import speedup.ui.FxStage;
import speedup.ui.Theme;
import speedup.ui.UiScale;
import speedup.workload.MyCode;
import speedup.workload.SourceProblem;

@Timeout(60)
class CodeEditorTest {
  private static final String WRONG =
      """
      /** A task
       * with a mistake. */
      public class Task {
        // called for each item
        public static long run(long n) {
          String text = "n is " + n;
          return text + 1;
        }
      }
      """;

  private static CodeEditor editor() {
    var editor = new CodeEditor(text -> MyCode.problems("Task.java", text));
    editor.setPrefSize(700, 400);
    return editor;
  }

  private static List<SourceProblem> awaitProblems(CodeEditor editor, int count) throws Exception {
    while (true) {
      var found = FxStage.onFx(() -> editor.problemsProperty().get());
      if (found.size() == count) {
        return found;
      }
      Thread.sleep(20);
    }
  }

  @Test
  void saysWhatTheCompilerSaysAndForgetsItOnceItIsCorrected() throws Exception {
    var shown = new AtomicReference<CodeEditor>();
    var stage =
        FxStage.onFx(() -> {
          shown.set(editor());
          shown.get().setText(WRONG);
          return FxStage.show(shown.get(), 800, Theme.DARK, new UiScale(100));
        });
    var editor = shown.get();

    var found = awaitProblems(editor, 1);
    assertEquals(7, found.getFirst().line());
    assertTrue(found.getFirst().sentence().contains("String cannot be converted to long"));
    FxStage.run(() -> {
      editor.applyCss();
      editor.layout();
      FxStage.picture("code-editor-dark.png", editor);
      Theme.LIGHT.apply(stage.getScene());
      editor.applyCss();
      editor.layout();
      FxStage.picture("code-editor-light.png", editor);
    });

    FxStage.run(() -> editor.setText(WRONG.replace("text + 1", "n")));
    assertEquals(List.of(), awaitProblems(editor, 0));
    assertEquals(WRONG.replace("text + 1", "n"), FxStage.onFx(editor::text));
    FxStage.run(stage::hide);
  }
}
