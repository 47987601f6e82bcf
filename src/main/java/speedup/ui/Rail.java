package speedup.ui;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import speedup.ui.view.View;

/** The views to choose from, at the left edge. JavaFX thread only. */
public final class Rail extends VBox {
  private final Map<View, ToggleButton> buttons = new EnumMap<>(View.class);
  private final ToggleGroup group = new ToggleGroup();
  private Consumer<View> chosen = _ -> {};

  /** A button a view. */
  public Rail() {
    getStyleClass().add("rail");
    for (var view : View.values()) {
      getChildren().add(button(view));
    }
  }

  private ToggleButton button(View view) {
    var name = Messages.get("view." + view.id());
    var button = new ToggleButton(name, new FontIcon(view.icon()));
    button.setId("view-" + view.id());
    button.setContentDisplay(ContentDisplay.TOP);
    button.setMaxWidth(Double.MAX_VALUE);
    button.setToggleGroup(group);
    button.setTooltip(
        new Tooltip(
            Messages.get("view.tip", Messages.get("view." + view.id() + ".tip"), key(view))));
    // also when an arrow key chooses; a second click does not leave the window without a view
    button.setOnAction(_ -> button.setSelected(true));
    button
        .selectedProperty()
        .addListener((_, _, selected) -> {
          if (selected) {
            chosen.accept(view);
          }
        });
    buttons.put(view, button);
    return button;
  }

  private static int key(View view) {
    return view.ordinal() + 1;
  }

  /** Is told of the view that the person chooses. */
  void setOnChosen(Consumer<View> action) {
    chosen = action;
  }

  /** Marks the view that is shown. */
  void select(View view) {
    buttons.get(view).setSelected(true);
  }

  /** Names under the icons take room that small windows do not have. */
  void setNamed(boolean named) {
    for (var button : buttons.values()) {
      button.setContentDisplay(named ? ContentDisplay.TOP : ContentDisplay.GRAPHIC_ONLY);
    }
  }
}
