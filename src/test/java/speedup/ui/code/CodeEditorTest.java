package speedup.ui.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collection;
import java.util.List;
import java.util.Random;
import javafx.event.Event;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.StyleSpans;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import speedup.ui.FxStage;
import speedup.ui.Theme;
import speedup.ui.UiScale;
import speedup.workload.MyCode;

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

  private static CodeEditor editor(String text) {
    var editor = new CodeEditor("code");
    editor.setPrefSize(700, 400);
    editor.setText(text);
    return editor;
  }

  private static CodeArea area(CodeEditor editor) {
    return (CodeArea) editor.area();
  }

  private static Collection<String> styleAt(CodeEditor editor, String word) {
    return area(editor).getStyleAtPosition(editor.text().indexOf(word) + 1);
  }

  private static void press(CodeEditor editor, KeyCode key, boolean shift) {
    Event.fireEvent(
        editor.area(), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, shift, false, false, false));
  }

  @Test
  void marksWhatTheCompilerSaysUntilItSaysOtherwise() {
    FxStage.run(() -> {
      var editor = editor(WRONG);
      var stage = FxStage.show(editor, 800, Theme.DARK, new UiScale(100));
      var found = MyCode.problems("Task.java", WRONG);
      assertEquals(1, found.size());
      editor.show(found);
      for (var theme : Theme.values()) {
        theme.apply(stage.getScene());
        editor.applyCss();
        editor.layout();
        FxStage.picture("code-editor-" + theme.name().toLowerCase() + ".png", editor);
      }
      assertTrue(styleAt(editor, "+ 1").contains("code-error"), styleAt(editor, "+ 1").toString());
      assertTrue(styleAt(editor, "static").contains("code-keyword"));

      editor.goTo(found.getFirst());
      assertEquals(6, area(editor).getCurrentParagraph());
      assertEquals(found.getFirst().column() - 1, area(editor).getCaretColumn());

      editor.show(List.of());
      assertEquals(List.of("code-plain"), List.copyOf(styleAt(editor, "+ 1")));
      stage.hide();
    });
  }

  @Test
  void coloursOfATextInChangeAreThoseOfTheWholeText() {
    FxStage.run(() -> {
      var random = new Random(42);
      var editor = editor(WRONG);
      var pieces =
          List.of("/*", "*/", "\"\"\"", "\n", "\n\n", "int x = 1;\n", "// y", "\"", "", "");
      for (var i = 0; i < 500; i++) {
        var length = editor.text().length();
        var from = random.nextInt(length + 1);
        var to = Math.min(length, from + random.nextInt(12));
        var piece = pieces.get(random.nextInt(pieces.size()));
        if (editor.text().substring(from, to).equals(piece)) {
          continue; // no change of the text, and none is told
        }
        area(editor).replaceText(from, to, piece);
        var text = editor.text();
        if (!text.isEmpty()) {
          assertEquals(
              styles(text, CodeStyles.of(text, List.of())),
              styles(text, area(editor).getStyleSpans(0, text.length())),
              text);
        }
      }
    });
  }

  /** The initial of the style of each letter, with the ends of lines, which show no style. */
  private static String styles(String text, StyleSpans<Collection<String>> spans) {
    var styles = new StringBuilder();
    for (var span : spans) {
      var initial = span.getStyle().stream().findFirst().orElse("code-?").charAt(5);
      for (var i = 0; i < span.getLength(); i++) {
        styles.append(text.charAt(styles.length()) == '\n' ? '\n' : initial);
      }
    }
    return styles.toString();
  }

  @Test
  void aNewLineBeginsBelowTheOneBefore() {
    FxStage.run(() -> {
      var editor = editor("  int x;");
      area(editor).moveTo(8);
      press(editor, KeyCode.ENTER, false);
      press(editor, KeyCode.TAB, false);
      assertEquals("  int x;\n    ", editor.text());
    });
  }

  @Test
  void aScreenReaderHearsTheTextAndItsLines() {
    FxStage.run(() -> {
      var area = area(editor("one\ntwo"));
      area.moveTo(5);
      assertEquals(AccessibleRole.TEXT_AREA, area.getAccessibleRole());
      assertEquals("one\ntwo", area.queryAccessibleAttribute(AccessibleAttribute.TEXT));
      assertEquals(5, area.queryAccessibleAttribute(AccessibleAttribute.CARET_OFFSET));
      assertEquals(1, area.queryAccessibleAttribute(AccessibleAttribute.LINE_FOR_OFFSET, 5));
      assertEquals(0, area.queryAccessibleAttribute(AccessibleAttribute.LINE_FOR_OFFSET, 3));
      assertEquals(4, area.queryAccessibleAttribute(AccessibleAttribute.LINE_START, 1));
      assertEquals(7, area.queryAccessibleAttribute(AccessibleAttribute.LINE_END, 1));
      assertNull(area.queryAccessibleAttribute(AccessibleAttribute.LINE_START, 2));
    });
  }

  @Test
  void anUndoDoesNotBringBackTheTextBefore() {
    FxStage.run(() -> {
      var editor = editor("one");
      editor.setText("two");
      area(editor).undo();
      assertEquals("two", editor.text());
    });
  }
}
