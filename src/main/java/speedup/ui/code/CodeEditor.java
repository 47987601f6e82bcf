package speedup.ui.code;

import java.time.Duration;
import java.util.List;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.event.MouseOverTextEvent;
import org.fxmisc.richtext.model.PlainTextChange;
import org.fxmisc.richtext.model.TwoDimensional;
import speedup.ui.Tips;
import speedup.workload.SourceProblem;

/**
 * An editor for Java: colours, line numbers, and what the compiler says beside the lines and under
 * the words. On the JavaFX thread only.
 */
public final class CodeEditor extends StackPane {
  private static final Duration HOVER = Duration.ofMillis(300);
  private static final String INDENT = "  ";

  private final CodeArea area;
  private final Gutter gutter;
  private final LineColours colours;
  private final Tooltip tip = Tips.wrapped();
  private List<SourceProblem> problems = List.of();
  private boolean moved; // the text is no longer the one that the problems are about
  private Runnable onChange = () -> {};

  /**
   * An empty editor.
   *
   * @param name what a screen reader calls it
   */
  public CodeEditor(String name) {
    getStyleClass().add("code-editor");
    setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT); // programs are, in every script
    area = new SpokenArea(name);
    gutter = new Gutter(area);
    colours = new LineColours(area);
    area.setParagraphGraphicFactory(gutter);
    area.plainTextChanges().subscribe(this::changed);
    area.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    area.setMouseOverTextDelay(HOVER);
    area.addEventHandler(MouseOverTextEvent.MOUSE_OVER_TEXT_BEGIN, this::hover);
    area.addEventHandler(MouseOverTextEvent.MOUSE_OVER_TEXT_END, _ -> tip.hide());
    getChildren().add(new VirtualizedScrollPane<>(area));
  }

  /** The text, with line feeds between its lines. */
  public String text() {
    return area.getText();
  }

  /** Puts another text in the place of all there is; that cannot be undone. */
  public void setText(String text) {
    area.replaceText(text);
    area.getUndoManager().forgetHistory();
    area.moveTo(0);
    area.requestFollowCaret();
  }

  /** Is called after each change of the text. */
  public void setOnChange(Runnable action) {
    onChange = action;
  }

  /** Marks these problems and no others. */
  public void show(List<SourceProblem> found) {
    if (found.equals(problems) && (!moved || found.isEmpty())) {
      return;
    }
    problems = List.copyOf(found);
    moved = false;
    gutter.mark(problems);
    if (area.getLength() > 0) {
      area.setStyleSpans(0, CodeStyles.of(area.getText(), problems));
    }
  }

  /** Puts the caret where a problem is; nothing happens where that is not known. */
  public void goTo(SourceProblem problem) {
    if (problem.line() > 0) {
      var line = (int) Math.min(problem.line(), area.getParagraphs().size()) - 1;
      var column = Math.clamp(problem.column() - 1, 0, area.getParagraphLength(line));
      area.moveTo(line, column);
      area.requestFollowCaret();
      area.requestFocus();
    }
  }

  /** Puts the focus into the text. */
  @Override
  public void requestFocus() {
    area.requestFocus();
  }

  /** The text itself, for keys and pictures. */
  public Node area() {
    return area;
  }

  private void changed(PlainTextChange change) {
    var removed = ends(change.getRemoved());
    var inserted = ends(change.getInserted());
    var first = area.offsetToPosition(change.getPosition(), TwoDimensional.Bias.Forward).getMajor();
    tip.hide();
    colours.changed(first, removed, inserted);
    gutter.shift(first, inserted - removed);
    moved = true;
    onChange.run();
  }

  private static int ends(String text) {
    return (int) text.chars().filter(letter -> letter == '\n').count();
  }

  private void key(KeyEvent event) {
    var plain = !event.isShortcutDown() && !event.isAltDown();
    if (event.getCode() == KeyCode.TAB && plain && !event.isShiftDown()) {
      area.replaceSelection(INDENT);
    } else if (event.getCode() == KeyCode.TAB) {
      // a text that takes Tab for itself must leave another way out
      area.requestFocusTraversal(
          event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
    } else if (event.getCode() == KeyCode.ENTER && plain) {
      var line = area.getParagraph(area.getCurrentParagraph()).getText();
      var indent = line.length() - line.stripLeading().length();
      area.replaceSelection("\n" + line.substring(0, Math.min(indent, area.getCaretColumn())));
      area.requestFollowCaret();
    } else {
      return;
    }
    event.consume();
  }

  private void hover(MouseOverTextEvent event) {
    for (var problem : moved ? List.<SourceProblem>of() : problems) {
      if (CodeStyles.isUnder(area.getText(), problem, event.getCharacterIndex())) {
        tip.setText(problem.sentence());
        Point2D at = event.getScreenPosition();
        tip.show(area, at.getX(), at.getY() + area.getInsets().getTop() + 16);
        return;
      }
    }
  }
}
