package speedup.ui.palette;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** An entry of the palette: what it does, under it why not, at the right its key or kind. */
final class PaletteRow extends HBox {
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
  private static final PseudoClass IMPOSSIBLE = PseudoClass.getPseudoClass("impossible");

  PaletteRow(Entry entry) {
    getStyleClass().add("palette-row");
    setAlignment(Pos.CENTER_LEFT);
    setAccessibleRole(AccessibleRole.LIST_ITEM);
    setAccessibleText(spoken(entry));
    var words = new VBox(words(entry.title(), "palette-title"));
    if (!entry.isPossible()) {
      words.getChildren().add(words(entry.whyNot(), "small"));
    }
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    var beside = new Label(entry.key().isEmpty() ? entry.kind() : entry.key());
    beside.getStyleClass().add(entry.key().isEmpty() ? "muted" : "key-name");
    beside.setMinWidth(Region.USE_PREF_SIZE);
    beside.setVisible(!beside.getText().isEmpty());
    getChildren().addAll(words, beside);
    pseudoClassStateChanged(IMPOSSIBLE, !entry.isPossible());
  }

  private static Label words(String text, String look) {
    var label = new Label(text);
    label.getStyleClass().add(look);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  static String spoken(Entry entry) {
    return String.join(", ", entry.title(), entry.kind(), entry.key(), entry.whyNot())
        .replaceAll("(, )+", ", ")
        .replaceAll(", $", "");
  }

  void setChosen(boolean chosen) {
    pseudoClassStateChanged(CHOSEN, chosen);
  }
}
