package speedup.ui.concept;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;
import speedup.concept.Concept;
import speedup.concept.ConceptLab;
import speedup.concept.ConceptWords;
import speedup.ui.Messages;

/**
 * The concepts and the variants of the chosen one, as lists and, where there is no room for these,
 * as drop-down fields: what is chosen in one is chosen in the other.
 */
final class ConceptLists {
  /** So many of them have a number key. */
  private static final int MOST_KEYS = 9;

  private final ConceptModel model;
  private final ListView<Concept> concepts;
  private final ListView<Concept.Variant> variants;
  private final ComboBox<Concept> concept;
  private final ComboBox<Concept.Variant> variant;
  private Concept filled;
  private boolean filling;

  ConceptLists(
      ConceptModel model,
      ListView<Concept> concepts,
      ListView<Concept.Variant> variants,
      ComboBox<Concept> concept,
      ComboBox<Concept.Variant> variant) {
    this.model = model;
    this.concepts = concepts;
    this.variants = variants;
    this.concept = concept;
    this.variant = variant;
    concepts.setCellFactory(_ -> new Cell<>(ConceptLists::title, _ -> List.of()));
    concept.setCellFactory(_ -> new Cell<>(ConceptLists::title, _ -> List.of()));
    concept.setButtonCell(new Cell<>(ConceptLists::title, _ -> List.of()));
    variants.setCellFactory(_ -> new Cell<>(this::title, this::signs));
    variant.setCellFactory(_ -> new Cell<>(this::title, this::signs));
    variant.setButtonCell(new Cell<>(this::title, this::signs));
    concepts.getItems().setAll(ConceptLab.concepts());
    concept.getItems().setAll(ConceptLab.concepts());
    var inList = concepts.getSelectionModel().selectedItemProperty();
    inList.addListener((_, _, now) -> choose(() -> model.choose(now)));
    concept.valueProperty().addListener((_, _, now) -> choose(() -> model.choose(now)));
    var listed = variants.getSelectionModel().selectedItemProperty();
    listed.addListener((_, _, now) -> choose(() -> chooseVariant(now)));
    variant.valueProperty().addListener((_, _, now) -> choose(() -> chooseVariant(now)));
    model.wishProperty().subscribe(this::fill);
  }

  private static String title(Concept each) {
    return ConceptWords.of(each).title();
  }

  private String title(Concept.Variant each) {
    var words = ConceptWords.of(model.wishProperty().get().concept());
    return each.breaks()
        ? Messages.get("concept.variant.breaks", words.variant(each.id()))
        : words.variant(each.id());
  }

  /** The key that chooses it, and whether it breaks something. */
  private List<Node> signs(Concept.Variant each) {
    var signs = new ArrayList<Node>();
    var number = model.wishProperty().get().concept().variants().indexOf(each) + 1;
    var key = new Label(number <= MOST_KEYS ? Integer.toString(number) : "");
    key.getStyleClass().add("scene-key");
    signs.add(key);
    if (each.breaks()) {
      signs.add(new FontIcon("mdi2h-hammer"));
    }
    return signs;
  }

  private void choose(Runnable choice) {
    if (!filling) {
      choice.run();
    }
  }

  private void chooseVariant(Concept.Variant chosen) {
    if (chosen != null) {
      model.choose(chosen.id());
    }
  }

  private void fill(ConceptRoom.Wish wish) {
    filling = true;
    try {
      concepts.getSelectionModel().select(wish.concept());
      concept.setValue(wish.concept());
      var all = wish.concept().variants();
      if (wish.concept() != filled) { // two concepts may have variants of the same names
        filled = wish.concept();
        variants.getItems().setAll(all);
        variant.setValue(null);
        variant.getItems().setAll(all);
      }
      all.stream()
          .filter(each -> each.id().equals(wish.variant()))
          .findFirst()
          .ifPresent(each -> {
            variants.getSelectionModel().select(each);
            variant.setValue(each);
          });
    } finally {
      filling = false;
    }
  }

  /** A line of a list, with signs before its words. */
  private static final class Cell<T> extends ListCell<T> {
    /** Room for a scroll bar, in heights of the text. */
    private static final double SIDES = 1.3;

    private final Function<T, String> words;
    private final Function<T, List<Node>> signs;

    Cell(Function<T, String> words, Function<T, List<Node>> signs) {
      this.words = words;
      this.signs = signs;
      setWrapText(true);
    }

    /** As wide as the list, whose words go on in another line. */
    @Override
    protected double computePrefWidth(double height) {
      return getListView() == null ? super.computePrefWidth(height) : 1;
    }

    @Override
    protected double computePrefHeight(double width) {
      var list = getListView();
      var room = list == null ? width : list.getWidth() - SIDES * getFont().getSize();
      return super.computePrefHeight(room);
    }

    /** Variants of two concepts may be equal, and their words are not. */
    @Override
    protected boolean isItemChanged(T before, T now) {
      return true;
    }

    @Override
    protected void updateItem(T item, boolean empty) {
      super.updateItem(item, empty);
      if (empty || item == null) {
        setText(null);
        setGraphic(null);
        return;
      }
      setText(words.apply(item));
      var before = new HBox(signs.apply(item).toArray(Node[]::new));
      before.getStyleClass().add("scene-signs");
      setGraphic(before.getChildren().isEmpty() ? null : before);
    }
  }
}
