package speedup.ui.run;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import speedup.ui.Messages;
import speedup.ui.chart.PicturePane;
import speedup.ui.chart.ChartPane;

/** One place for the chart, its table, the picture that arrives and the result. FX thread only. */
final class ChartTabs {
  /** The buttons, one for each view. */
  record Buttons(
      ToggleGroup group,
      ToggleButton speedup,
      ToggleButton picture,
      ToggleButton result,
      ToggleButton table) {}

  /** What they show. */
  record Views(
      Label title,
      ChartPane speedup,
      Label speedupHint,
      PicturePane picture,
      ResultPane result,
      TableView<List<String>> table) {}

  private final Buttons buttons;
  private final Views views;
  private final Consumer<Boolean> onFound;

  /**
   * Shows the chart first.
   *
   * @param onFound told whether what is shown is something that was found
   */
  ChartTabs(Buttons buttons, Views views, Consumer<Boolean> onFound) {
    this.buttons = buttons;
    this.views = views;
    this.onFound = onFound;
    for (var button : List.of(buttons.speedup(), buttons.picture(), buttons.result())) {
      button.visibleProperty().bind(button.managedProperty());
    }
    buttons
        .group()
        .selectedToggleProperty()
        .addListener((_, before, now) -> {
          if (now == null) {
            buttons.group().selectToggle(before);
          }
          refresh();
        });
    forgetPicture();
  }

  /** Another workload has no picture yet. */
  void forgetPicture() {
    buttons.picture().setManaged(false);
    buttons.group().selectToggle(buttons.speedup());
    refresh();
  }

  /** A new run has no result yet. */
  void forgetResult() {
    buttons.result().setManaged(false);
    if (buttons.result().isSelected()) {
      buttons.group().selectToggle(buttons.speedup());
    }
    refresh();
  }

  /** There is a result to look at. */
  void offerResult() {
    buttons.result().setManaged(true);
    refresh();
  }

  /** A picture has begun to arrive: it takes the place of the chart. */
  void pictureBegan() {
    if (!buttons.picture().isManaged()) {
      buttons.picture().setManaged(true);
      buttons.group().selectToggle(buttons.picture());
    }
  }

  /** Shows what is chosen, as it is now. */
  void refresh() {
    var found = buttons.result().isSelected() || buttons.picture().isSelected();
    views.title().setText(Messages.get(found ? "run.chart.found" : "run.chart"));
    views.speedup().setVisible(buttons.speedup().isSelected());
    views
        .speedupHint()
        .setVisible(buttons.speedup().isSelected() && views.speedup().table().size() <= 1);
    views.picture().setVisible(buttons.picture().isSelected());
    views.result().setVisible(buttons.result().isSelected());
    views.table().setVisible(buttons.table().isSelected());
    if (buttons.table().isSelected()) {
      ChartTable.fill(views.table(), views.speedup().table());
    }
    onFound.accept(found);
  }
}
