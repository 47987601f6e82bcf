package speedup.ui.run;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import speedup.ui.Messages;
import speedup.ui.form.Numbers;
import speedup.workload.Shown;

/** Bars from left to right on one scale that begins at zero, each with its label and its value. */
final class AmountBars extends GridPane {
  private static final MathContext FOUR_DIGITS = new MathContext(4);
  private static final int MOST_DECIMALS = 6;

  AmountBars(Shown.Bars amounts) {
    getStyleClass().add("amount-bars");
    var label = new ColumnConstraints();
    label.setMinWidth(USE_PREF_SIZE);
    var bar = new ColumnConstraints();
    bar.setHgrow(Priority.ALWAYS);
    var value = new ColumnConstraints();
    value.setMinWidth(USE_PREF_SIZE);
    value.setHalignment(HPos.RIGHT);
    getColumnConstraints().setAll(label, bar, value);
    var largest = amounts.bars().stream().mapToDouble(Shown.Bars.Bar::value).max().orElse(0);
    for (var i = 0; i < amounts.bars().size(); i++) {
      var one = amounts.bars().get(i);
      var name = new Label(one.label());
      name.setMinWidth(USE_PREF_SIZE);
      var number = new Label(number(one.value()));
      number.getStyleClass().add("tabular");
      number.setMinWidth(USE_PREF_SIZE);
      add(name, 0, i);
      add(track(largest > 0 ? Math.max(0, one.value()) / largest : 0), 1, i);
      add(number, 2, i);
    }
    var unit = new Label(amounts.unit());
    unit.getStyleClass().addAll("muted", "small");
    add(unit, 1, amounts.bars().size(), 2, 1);
    GridPane.setHalignment(unit, HPos.RIGHT);
    setAccessibleText(spoken(amounts));
  }

  private static StackPane track(double share) {
    var bar = new Region();
    bar.getStyleClass().add("amount");
    var track = new StackPane(bar);
    track.setMinWidth(0);
    track.setPrefWidth(0);
    StackPane.setAlignment(bar, Pos.CENTER_LEFT);
    bar.maxWidthProperty().bind(track.widthProperty().multiply(share));
    return track;
  }

  private static String number(double value) {
    if (value == Math.rint(value)) {
      return Numbers.grouped(String.format(Locale.ROOT, "%.0f", value));
    }
    var rounded = new BigDecimal(value, FOUR_DIGITS).stripTrailingZeros();
    return rounded.scale() <= MOST_DECIMALS
        ? String.format(Messages.locale(), "%,." + Math.max(0, rounded.scale()) + "f", rounded)
        : rounded.toString();
  }

  private static String spoken(Shown.Bars amounts) {
    var words = new StringBuilder(amounts.title());
    for (var one : amounts.bars()) {
      words.append("; ").append(one.label()).append(": ").append(number(one.value()));
    }
    return words.toString();
  }
}
