package speedup.ui.code;

import java.util.List;
import java.util.function.Function;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.LineNumberFactory;
import speedup.workload.SourceProblem;

/**
 * An editor for Java: colours, line numbers, and what the compiler says, under the words and in a
 * list below. On the JavaFX thread only.
 */
public final class CodeEditor extends VBox {
  private static final Duration PAUSE = Duration.millis(600);

  private final CodeArea area = new CodeArea();
  private final ListView<SourceProblem> list = new ListView<>();
  private final ReadOnlyObjectWrapper<List<SourceProblem>> problems =
      new ReadOnlyObjectWrapper<>(List.of());
  private final PauseTransition pause = new PauseTransition(PAUSE);
  private final Function<String, List<SourceProblem>> compiler;
  private long asked;

  /**
   * An empty editor.
   *
   * @param compiler says what is wrong with a text; called on another thread
   */
  public CodeEditor(Function<String, List<SourceProblem>> compiler) {
    this.compiler = compiler;
    getStyleClass().add("code-editor");
    area.setParagraphGraphicFactory(LineNumberFactory.get(area));
    area.plainTextChanges()
        .subscribe(_ -> {
          asked++; // an answer about the text before is of no use any more
          restyle(List.of());
          pause.playFromStart();
        });
    pause.setOnFinished(_ -> check());
    list.getStyleClass().add("code-problems");
    list.setCellFactory(_ -> new ProblemCell());
    list.getSelectionModel()
        .selectedItemProperty()
        .subscribe(chosen -> {
          if (chosen != null) {
            goTo(chosen);
          }
        });
    list.visibleProperty().bind(problems.map(found -> !found.isEmpty()));
    list.managedProperty().bind(list.visibleProperty());
    var scrolled = new VirtualizedScrollPane<>(area);
    setVgrow(scrolled, Priority.ALWAYS);
    getChildren().addAll(scrolled, list);
  }

  /** The text. */
  public String text() {
    return area.getText();
  }

  /** Puts another text in the place of all there is. */
  public void setText(String text) {
    area.replaceText(text);
    area.moveTo(0);
    area.requestFollowCaret();
  }

  /** What the compiler said of the text when the person last paused. */
  public ReadOnlyObjectProperty<List<SourceProblem>> problemsProperty() {
    return problems.getReadOnlyProperty();
  }

  /** Asks the compiler, and forgets the answer if the text has changed by then. */
  private void check() {
    var text = text();
    var number = asked;
    Thread.ofVirtual()
        .name("check the code")
        .start(() -> {
          var found = compiler.apply(text);
          Platform.runLater(() -> {
            if (number == asked) {
              show(found);
            }
          });
        });
  }

  private void show(List<SourceProblem> found) {
    problems.set(List.copyOf(found));
    list.getItems().setAll(found);
    restyle(found);
  }

  private void restyle(List<SourceProblem> found) {
    if (area.getLength() > 0) {
      area.setStyleSpans(0, CodeStyles.of(area.getText(), found));
    }
  }

  private void goTo(SourceProblem problem) {
    if (problem.line() > 0) {
      var line = (int) Math.min(problem.line(), area.getParagraphs().size()) - 1;
      var column = Math.clamp(problem.column() - 1, 0, area.getParagraphLength(line));
      area.moveTo(line, column);
      area.requestFollowCaret();
      area.requestFocus();
    }
  }

  private static final class ProblemCell extends ListCell<SourceProblem> {
    @Override
    protected void updateItem(SourceProblem problem, boolean empty) {
      super.updateItem(problem, empty);
      setText(empty ? null : problem.inWords());
    }
  }
}
