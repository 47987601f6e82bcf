package speedup.ui.concept;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import speedup.concept.ConceptWords;
import speedup.concept.StageState.Figure;
import speedup.ui.Messages;

/** The numbers that the class looks at: what each is, what it has to be, and whether it is. */
public final class FigureList extends FlowPane {
  private static final Pattern LARGE = Pattern.compile("\\d{5,18}");

  private static final PseudoClass MANY = PseudoClass.getPseudoClass("many");
  private static final PseudoClass WIDE = PseudoClass.getPseudoClass("wide");
  private static final int FEW = 2;

  /** Longer numbers, such as lists of them, need a line of their own. */
  private static final int LONG = 14;

  private final ReadOnlyBooleanWrapper many = new ReadOnlyBooleanWrapper();
  private final List<Row> rows = new ArrayList<>();
  private List<String> ids = List.of();
  private List<Figure> shown = List.of();

  /** A number. */
  private record Row(Label value, Label judged) {}

  /** Without numbers. */
  public FigureList() {
    getStyleClass().add("figures");
    managedProperty().bind(visibleProperty());
    setVisible(false);
  }

  /** Whether they need the whole width. */
  ReadOnlyBooleanProperty manyProperty() {
    return many.getReadOnlyProperty();
  }

  /** Shows these numbers. */
  void show(ConceptWords words, List<Figure> figures) {
    if (figures.equals(shown)) {
      return;
    }
    shown = figures;
    var now = figures.stream().map(Figure::id).toList();
    if (!now.equals(ids)) {
      ids = now;
      rows.clear();
      getChildren().clear();
      now.forEach(id -> add(words.figure(id)));
      many.set(false);
    }
    if (figures.size() > FEW || figures.stream().anyMatch(FigureList::isLong)) {
      many.set(true); // until another stage: what moves to and fro cannot be read
    }
    pseudoClassStateChanged(MANY, many.get());
    setVisible(!figures.isEmpty());
    for (var i = 0; i < figures.size(); i++) {
      show(rows.get(i), figures.get(i));
    }
  }

  private void add(String name) {
    var row = new Row(new Label(), new Label());
    row.value().getStyleClass().addAll("figure-value", "tabular");
    row.judged().managedProperty().bind(row.judged().visibleProperty());
    var title = new Label(name);
    title.getStyleClass().add("muted");
    for (var text : List.of(title, row.value(), row.judged())) {
      text.setWrapText(true);
      text.setMinHeight(Region.USE_PREF_SIZE);
    }
    rows.add(row);
    var cell = new VBox(title, row.value(), row.judged());
    cell.getStyleClass().add("figure");
    getChildren().add(cell);
  }

  private static void show(Row row, Figure figure) {
    row.value().setText(number(figure.value()));
    row.value().getParent().pseudoClassStateChanged(WIDE, isLong(figure));
    row.judged().setVisible(!figure.expected().isEmpty());
    row.judged().getStyleClass().removeAll("good-text", "error-text", "muted");
    row.judged().getStyleClass().add(style(figure.right()));
    row.judged().setText(Messages.get(words(figure.right()), number(figure.expected())));
    row.judged()
        .setGraphic(
            figure
                .right()
                .map(yes ->
                    new FontIcon(yes ? "mdi2c-check-circle-outline" : "mdi2c-close-circle-outline"))
                .orElse(null));
  }

  private static String style(Optional<Boolean> right) {
    return right.map(yes -> yes ? "good-text" : "error-text").orElse("muted");
  }

  private static String words(Optional<Boolean> right) {
    return "concept.figure." + right.map(yes -> yes ? "right" : "wrong").orElse("expected");
  }

  private static boolean isLong(Figure figure) {
    return Math.max(figure.value().length(), figure.expected().length()) > LONG;
  }

  /** Long numbers are easier to read in groups. */
  private static String number(String text) {
    return LARGE.matcher(text).matches()
        ? Messages.get("concept.number", Long.parseLong(text))
        : text;
  }

  /** What it says, for tests. */
  List<String> texts() {
    return rows.stream().map(row -> row.value().getText() + ", " + row.judged().getText()).toList();
  }
}
