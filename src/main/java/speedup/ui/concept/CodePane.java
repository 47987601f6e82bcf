package speedup.ui.concept;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import speedup.concept.Listing;
import speedup.concept.StageState.Actor;
import speedup.plot.ChartTheme;
import speedup.ui.Messages;
import speedup.ui.code.JavaLine;

/** The code that the processes run, each process beside the line where it is. */
public final class CodePane extends ScrollPane {
  private static final PseudoClass LIT = PseudoClass.getPseudoClass("lit");

  /** More processes on a line than this are counted. */
  private static final int MOST_NAMES = 2;

  private final VBox rows = new VBox();
  private final Map<String, Script> scripts = new LinkedHashMap<>();
  private List<String> sources = List.of();
  private ChartTheme theme = ChartTheme.LIGHT;
  private List<Actor> shown = List.of();

  /** A script, and the rows of its lines. */
  private record Script(Listing listing, Label title, List<Line> lines) {}

  /** A line of code, and the processes that are there. */
  private record Line(HBox row, String text, HBox marks) {}

  /** Without code. */
  public CodePane() {
    getStyleClass().add("concept-code");
    rows.getStyleClass().add("code-rows");
    setContent(rows);
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    setAccessibleText(Messages.get("concept.java.name"));
  }

  /** Takes over the colours of the processes. */
  void setTheme(ChartTheme next) {
    theme = next;
    var actors = shown;
    shown = List.of();
    show(actors);
  }

  /** Shows the code of these processes. */
  void show(List<Actor> actors) {
    if (actors.equals(shown)) {
      return;
    }
    shown = actors;
    var now = actors.stream().map(Actor::source).distinct().toList();
    if (!now.equals(sources)) {
      sources = now;
      fill();
    }
    for (var source : sources) {
      mark(source, scripts.get(source));
    }
  }

  private void fill() {
    scripts.clear();
    rows.getChildren().clear();
    for (var source : sources) {
      var listing = Listing.of(source);
      var title = new Label();
      title.getStyleClass().addAll("muted", "small");
      title.setWrapText(true);
      title.setMinHeight(Region.USE_PREF_SIZE);
      rows.getChildren().add(title);
      var lines = new ArrayList<Line>();
      for (var text : listing.lines()) {
        lines.add(line(text));
      }
      lines.forEach(line -> rows.getChildren().add(line.row()));
      scripts.put(source, new Script(listing, title, lines));
    }
    setVvalue(0);
  }

  private static Line line(String text) {
    // what does not fit goes on under the code, not under the margin
    var indent = new Label(text.substring(0, text.length() - text.stripLeading().length()));
    indent.setMinWidth(Region.USE_PREF_SIZE);
    var code = new JavaLine(text.strip());
    code.setMinHeight(Region.USE_PREF_SIZE);
    code.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(code, Priority.ALWAYS);
    var marks = new HBox();
    marks.getStyleClass().add("code-marks");
    marks.setMinWidth(Region.USE_PREF_SIZE);
    var row = new HBox(indent, code, marks);
    row.getStyleClass().add("code-row");
    return new Line(row, text, marks);
  }

  private void mark(String source, Script script) {
    var there = new HashMap<Integer, List<Integer>>();
    var names = new ArrayList<String>();
    for (var i = 0; i < shown.size(); i++) {
      if (shown.get(i).source().equals(source)) {
        names.add(shown.get(i).name());
        there
            .computeIfAbsent(script.listing().lit(shown.get(i).line()), _ -> new ArrayList<>())
            .add(i);
      }
    }
    script.title().setText(Messages.get("concept.code.of", source, Names.some(names)));
    for (var i = 0; i < script.lines().size(); i++) {
      mark(script.lines().get(i), there.getOrDefault(i, List.of()));
    }
  }

  private void mark(Line line, List<Integer> actors) {
    line.row().pseudoClassStateChanged(LIT, !actors.isEmpty());
    if (actors.isEmpty() && line.marks().getChildren().isEmpty()) {
      return;
    }
    line.marks().getChildren().clear();
    for (var actor : actors.subList(0, Math.min(MOST_NAMES, actors.size()))) {
      line.marks().getChildren().add(mark(actor));
    }
    if (actors.size() > MOST_NAMES) {
      line.marks().getChildren().add(new Label("+" + (actors.size() - MOST_NAMES)));
    }
  }

  private Label mark(int actor) {
    var ink = theme.worker(actor);
    var label = new Label(shown.get(actor).name());
    label.getStyleClass().add("code-mark");
    label.setMinWidth(Region.USE_PREF_SIZE);
    label.setStyle(
        "-fx-background-color: %s; -fx-text-fill: %s;"
            .formatted(ink.hex(), ChartTheme.textOn(ink).hex()));
    return label;
  }

  /** The lines that are lit, for tests: the names of the processes by the text of the line. */
  Map<String, List<String>> lit() {
    var lit = new LinkedHashMap<String, List<String>>();
    for (var script : scripts.values()) {
      for (var line : script.lines()) {
        if (!line.marks().getChildren().isEmpty()) {
          lit.put(
              line.text().strip(),
              line.marks().getChildren().stream().map(mark -> ((Label) mark).getText()).toList());
        }
      }
    }
    return lit;
  }
}
