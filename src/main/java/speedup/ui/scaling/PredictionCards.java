package speedup.ui.scaling;

import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import speedup.plot.Texts;
import speedup.scaling.Prediction;
import speedup.ui.Messages;

/** What other machines would give, a card for each; dashed, as nothing of it was measured. */
public final class PredictionCards extends VBox {
  private final FlowPane cards = new FlowPane();

  /** Takes no room while there is nothing to predict. */
  public PredictionCards() {
    getStyleClass().add("predictions");
    cards.getStyleClass().add("prediction-cards");
    var title = new Label(Messages.get("study.predictions"));
    title.getStyleClass().add("section-title");
    getChildren().setAll(title, cards);
    managedProperty().bind(visibleProperty());
    show(List.of());
  }

  /** Shows these instead of the ones before. */
  void show(List<Prediction> predictions) {
    cards.getChildren().setAll(predictions.stream().map(PredictionCards::card).toList());
    setVisible(!predictions.isEmpty());
  }

  private static VBox card(Prediction prediction) {
    var speedup = prediction.speedup();
    var value = Texts.number(speedup.value(), speedup.value() < 10 ? 2 : 1);
    var cores = new Label(Messages.get("study.prediction.cores", prediction.cores()));
    var times = new Label(Messages.get("study.prediction.times", value));
    times.getStyleClass().addAll("strong", "tabular");
    var sure =
        new Label(
            speedup
                .interval()
                .value()
                .map(range ->
                    Messages.get(
                        "study.prediction.sure",
                        Texts.number(range.low(), 1),
                        Texts.number(range.high(), 1)))
                .orElseGet(() -> Messages.get("study.prediction.unsure")));
    cores.getStyleClass().addAll("muted", "small");
    sure.getStyleClass().addAll("muted", "small", "tabular");
    var card = new VBox(cores, times, sure);
    card.getStyleClass().add("prediction-card");
    card.setAccessibleRole(AccessibleRole.TEXT);
    card.setAccessibleText(
        Messages.get("study.prediction.spoken", cores.getText(), value, sure.getText()));
    return card;
  }
}
