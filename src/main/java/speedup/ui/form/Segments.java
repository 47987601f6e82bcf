package speedup.ui.form;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/**
 * A few values side by side, one of them chosen. The arrow keys move between them.
 *
 * @param <T> the values
 */
public final class Segments<T> extends HBox {
  private final ToggleGroup group = new ToggleGroup();
  private final ObjectProperty<T> value = new SimpleObjectProperty<>();

  /** Offers the values under their words; {@code name} says to a screen reader what for. */
  public Segments(String name, List<T> values, Function<T, String> words) {
    getStyleClass().add("segments");
    setAccessibleRole(AccessibleRole.PARENT);
    setAccessibleText(name);
    for (var each : values) {
      getChildren().add(button(name, each, words.apply(each), values));
    }
    value.addListener((_, _, now) -> select(now));
    group
        .selectedToggleProperty()
        .addListener((_, before, now) -> {
          if (now == null) {
            group.selectToggle(before); // one is always chosen
          }
        });
  }

  /** The chosen value; null before the first choice. */
  public ObjectProperty<T> valueProperty() {
    return value;
  }

  /** Puts the focus on the chosen value. */
  @Override
  public void requestFocus() {
    if (group.getSelectedToggle() instanceof ToggleButton chosen) {
      chosen.requestFocus();
    }
  }

  private ToggleButton button(String name, T each, String words, List<T> values) {
    var button = new ToggleButton(words);
    button.setUserData(each);
    button.setToggleGroup(group);
    button.setAccessibleRole(AccessibleRole.RADIO_BUTTON);
    button.setAccessibleText(name + ": " + words);
    button.setMaxWidth(Double.MAX_VALUE);
    button.setMinWidth(0);
    HBox.setHgrow(button, Priority.ALWAYS);
    if (values.size() > 1) {
      button
          .getStyleClass()
          .add(
              each.equals(values.getFirst())
                  ? Styles.LEFT_PILL
                  : each.equals(values.getLast()) ? Styles.RIGHT_PILL : Styles.CENTER_PILL);
    }
    button
        .selectedProperty()
        .addListener((_, _, selected) -> {
          if (selected) {
            value.set(each);
          }
        });
    return button;
  }

  private void select(T chosen) {
    group.getToggles().stream()
        .filter(toggle -> toggle.getUserData().equals(chosen))
        .findFirst()
        .ifPresent(group::selectToggle);
  }
}
