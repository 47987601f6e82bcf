package speedup.ui.concept;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import speedup.concept.ConceptWords;
import speedup.concept.StageState;
import speedup.ui.Messages;

/** What the class is asked before a stage runs; after it, what it answered and what was seen. */
public final class QuestionPane extends VBox {
  private static final String WRONG = "mdi2c-close-circle-outline";
  private static final String RIGHT = "mdi2c-check-circle-outline";

  private final Label question = paragraph();
  private final VBox choices = new VBox();
  private final VBox reveal = new VBox();
  private final Label outcome = paragraph();
  private final Label verdict = paragraph();
  private final Label answer = paragraph();
  private final Label seen = paragraph();
  private final ToggleGroup group = new ToggleGroup();
  private ConceptModel model;
  private ConceptWords words;
  private String variant = "";

  /** Without a question. */
  public QuestionPane() {
    getStyleClass().add("question");
    question.getStyleClass().add("strong");
    choices.getStyleClass().add("choices");
    reveal.getStyleClass().add("reveal");
    outcome.getStyleClass().add("muted");
    reveal.getChildren().setAll(outcome, verdict, answer, seen);
    choices.managedProperty().bind(choices.visibleProperty());
    reveal.managedProperty().bind(reveal.visibleProperty());
    for (var part : List.of(verdict, answer, seen)) {
      part.managedProperty().bind(part.visibleProperty());
    }
    reveal.setVisible(false);
    getChildren().setAll(question, choices, reveal);
  }

  private static Label paragraph() {
    var label = new Label();
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  void open(ConceptModel itsModel) {
    model = itsModel;
    model.begunProperty().addListener(_ -> choices.setDisable(model.begunProperty().get()));
    model.answerProperty().addListener(_ -> mark());
  }

  /** Asks the question of a variant. */
  void ask(ConceptWords itsWords, String itsVariant) {
    words = itsWords;
    variant = itsVariant;
    question.setText(words.question(variant));
    choices.getChildren().clear();
    group.getToggles().clear();
    var texts = words.choices(variant);
    for (var i = 0; i < texts.size(); i++) {
      choices.getChildren().add(choice(i, texts.get(i)));
    }
    mark();
    show(Optional.empty());
  }

  private void mark() {
    var given = model.answerProperty().get();
    for (var i = 0; i < group.getToggles().size(); i++) {
      group.getToggles().get(i).setSelected(i == given);
    }
  }

  private RadioButton choice(int number, String text) {
    var button = new RadioButton(Messages.get("concept.choice", letter(number), text));
    button.setMnemonicParsing(false);
    button.setWrapText(true);
    button.setMinHeight(Region.USE_PREF_SIZE);
    button.setToggleGroup(group);
    button
        .selectedProperty()
        .addListener((_, _, selected) -> {
          if (selected) {
            model.answerProperty().set(number);
          }
        });
    return button;
  }

  private static String letter(int number) {
    return String.valueOf((char) ('A' + number));
  }

  /** Reveals the answer once a stage has ended. */
  void show(Optional<StageState> state) {
    var end = state.flatMap(StageState::outcome);
    if (reveal.isVisible() == end.isPresent()) {
      return;
    }
    reveal.setVisible(end.isPresent());
    choices.setVisible(end.isEmpty());
    end.ifPresent(this::reveal);
  }

  private void reveal(StageState.Outcome end) {
    outcome.setText(Messages.get("concept.outcome." + end.name().toLowerCase(Locale.ROOT)));
    var given = model.answerProperty().get();
    var right = words.answer(variant);
    var texts = words.choices(variant);
    verdict.getStyleClass().removeAll("good-text", "error-text");
    if (given == ConceptModel.NO_ANSWER) {
      verdict.setGraphic(null);
      verdict.setText(Messages.get("concept.answer.none"));
    } else {
      var key = given == right ? "concept.answer.right" : "concept.answer.wrong";
      verdict.setGraphic(new FontIcon(given == right ? RIGHT : WRONG));
      verdict.getStyleClass().add(given == right ? "good-text" : "error-text");
      verdict.setText(Messages.get(key, letter(given), texts.get(given)));
    }
    var shown = end != StageState.Outcome.FAILED; // nothing was seen of what the question asks
    verdict.setVisible(shown);
    answer.setVisible(shown && given != right);
    seen.setVisible(shown);
    answer.setText(Messages.get("concept.answer.is", letter(right), texts.get(right)));
    seen.setText(words.seen(variant));
  }

  /** What it says, for tests. */
  List<String> revealed() {
    return reveal.isVisible()
        ? List.of(outcome.getText(), verdict.getText(), seen.getText())
        : List.of();
  }
}
