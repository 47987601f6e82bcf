package speedup.ui.code;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.fxmisc.richtext.GenericStyledArea;
import org.fxmisc.richtext.LineNumberFactory;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import speedup.ui.Tips;
import speedup.workload.SourceProblem;

/** What stands left of the lines: their numbers, and a sign where the compiler complains. */
final class Gutter implements IntFunction<Node> {
  private final GenericStyledArea<?, ?, ?> area;
  private final IntFunction<Node> numbers;
  private final Map<Integer, SourceProblem> marks = new TreeMap<>();

  Gutter(GenericStyledArea<?, ?, ?> area) {
    this.area = area;
    numbers = LineNumberFactory.get(area);
  }

  /** Marks these lines and no others; the first problem of a line, which is the gravest. */
  void mark(Iterable<SourceProblem> problems) {
    var before = Map.copyOf(marks);
    marks.clear();
    for (var problem : problems) {
      if (problem.line() > 0) {
        marks.putIfAbsent(Math.toIntExact(problem.line() - 1), problem);
      }
    }
    refresh(before);
  }

  /** Lines came or went: the marks below move with their lines. */
  void shift(int fromLine, int lines) {
    if (lines == 0 || marks.isEmpty()) {
      return;
    }
    var before = Map.copyOf(marks);
    marks.clear();
    before.forEach((line, problem) -> marks.put(line > fromLine ? line + lines : line, problem));
    refresh(before);
  }

  private void refresh(Map<Integer, SourceProblem> before) {
    for (var line = 0; line < area.getParagraphs().size(); line++) {
      if (before.get(line) != marks.get(line)) {
        area.recreateParagraphGraphic(line);
      }
    }
  }

  @Override
  public Node apply(int line) {
    var sign = new StackPane();
    sign.getStyleClass().add("code-sign");
    var row = new HBox(sign, numbers.apply(line));
    row.setAlignment(Pos.TOP_RIGHT);
    row.getStyleClass().add("code-gutter");
    var problem = marks.get(line);
    if (problem != null) {
      row.getStyleClass().add(problem.error() ? "error-line" : "warning-line");
      sign.getChildren()
          .add(
              FontIcon.of(
                  problem.error() ? MaterialDesignA.ALERT_CIRCLE : MaterialDesignA.ALERT_OUTLINE));
      Tooltip.install(row, Tips.wrapped(problem.sentence()));
    }
    return row;
  }
}
