package speedup.ui.run;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import speedup.ui.Messages;
import speedup.ui.chart.PicturePane;
import speedup.ui.chart.SpeedupChart;
import speedup.ui.chart.StagesChart;

/** Which view stands in the middle: each has a button, some only where there is something. */
final class ChartTabs {
  /** The buttons. */
  record Buttons(
      ToggleButton speedup,
      ToggleButton picture,
      ToggleButton stages,
      ToggleButton result,
      ToggleButton table) {}

  /** What they show. */
  record Views(
      SpeedupChart speedup,
      Label hint,
      PicturePane picture,
      StagesChart stages,
      ResultPane result,
      TableView<List<String>> table) {}

  private final ToggleGroup group;
  private final Label title;
  private final Buttons buttons;
  private final Views views;

  ChartTabs(ToggleGroup group, Label title, Buttons buttons, Views views) {
    this.group = group;
    this.title = title;
    this.buttons = buttons;
    this.views = views;
    for (var button :
        List.of(buttons.speedup(), buttons.picture(), buttons.stages(), buttons.result())) {
      button.visibleProperty().bind(button.managedProperty());
    }
    hideFound();
    hideResult();
    group
        .selectedToggleProperty()
        .addListener((_, before, now) -> {
          if (now == null) {
            group.selectToggle(before);
          }
          show();
        });
    show();
  }

  /** What a run finds while it is under way belongs to another workload. */
  void hideFound() {
    buttons.picture().setManaged(false);
    buttons.stages().setManaged(false);
    group.selectToggle(buttons.speedup());
  }

  /** There is no result any more. */
  void hideResult() {
    buttons.result().setManaged(false);
    if (buttons.result().isSelected()) {
      group.selectToggle(buttons.speedup());
    }
  }

  /** There is a result to look at. */
  void offerResult() {
    buttons.result().setManaged(true);
  }

  /** A picture has begun to arrive: it takes the place of the chart. */
  void pictureBegan() {
    offer(buttons.picture());
  }

  /** A chain of processes has begun: its stages take the place of the chart. */
  void stagesBegan() {
    offer(buttons.stages());
  }

  private void offer(ToggleButton button) {
    if (!button.isManaged()) {
      button.setManaged(true);
      group.selectToggle(button);
    }
  }

  /** Brings the chosen view up to date. */
  void show() {
    var found = buttons.result().isSelected() || buttons.picture().isSelected();
    title.setText(
        Messages.get(
            buttons.stages().isSelected()
                ? "run.chart.chain"
                : found ? "run.chart.found" : "run.chart"));
    views.speedup().setVisible(buttons.speedup().isSelected());
    views.hint().setVisible(buttons.speedup().isSelected() && views.speedup().table().size() <= 1);
    views.picture().setVisible(buttons.picture().isSelected());
    views.stages().setVisible(buttons.stages().isSelected());
    views.result().setVisible(buttons.result().isSelected());
    views.table().setVisible(buttons.table().isSelected());
    if (buttons.table().isSelected()) {
      ChartTable.fill(views.table(), views.speedup().table());
    }
  }
}
