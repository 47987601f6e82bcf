package speedup.ui.run;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import speedup.ui.Messages;
import speedup.ui.chart.ChartPane;
import speedup.ui.chart.ChartTable;
import speedup.ui.chart.PicturePane;
import speedup.ui.chart.StagesChart;

/**
 * One place for the chart, its table, what arrives during a run, and the result: each has a button,
 * some only where there is something. FX thread only.
 */
final class ChartTabs {
  /** The buttons, one for each view. */
  record Buttons(
      ToggleGroup group,
      ToggleButton speedup,
      ToggleButton picture,
      ToggleButton stages,
      ToggleButton result,
      ToggleButton table) {}

  /** What they show. */
  record Views(
      Label title,
      ChartPane speedup,
      Label speedupHint,
      PicturePane picture,
      StagesChart stages,
      ResultPane result,
      TableView<List<String>> table) {}

  private final Buttons buttons;
  private final Views views;
  private final Consumer<Boolean> onFound;

  /**
   * Shows the chart first.
   *
   * @param onFound told whether what is shown needs more room than a chart
   */
  ChartTabs(Buttons buttons, Views views, Consumer<Boolean> onFound) {
    this.buttons = buttons;
    this.views = views;
    this.onFound = onFound;
    for (var button :
        List.of(buttons.speedup(), buttons.picture(), buttons.stages(), buttons.result())) {
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
    forgetFound();
  }

  /** What a run finds while it is under way belongs to another workload. */
  void forgetFound() {
    buttons.picture().setManaged(false);
    buttons.stages().setManaged(false);
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
    offer(buttons.picture());
  }

  /** A chain of processes has begun: its stages take the place of the chart. */
  void stagesBegan() {
    offer(buttons.stages());
  }

  private void offer(ToggleButton button) {
    if (!button.isManaged()) {
      button.setManaged(true);
      buttons.group().selectToggle(button);
    }
  }

  /** Shows what is chosen, as it is now. */
  void refresh() {
    var found = buttons.result().isSelected() || buttons.picture().isSelected();
    var chain = buttons.stages().isSelected();
    views
        .title()
        .setText(Messages.get(chain ? "run.chart.chain" : found ? "run.chart.found" : "run.chart"));
    views.speedup().setVisible(buttons.speedup().isSelected());
    views
        .speedupHint()
        .setVisible(buttons.speedup().isSelected() && views.speedup().table().size() <= 1);
    views.picture().setVisible(buttons.picture().isSelected());
    views.stages().setVisible(chain);
    views.result().setVisible(buttons.result().isSelected());
    views.table().setVisible(buttons.table().isSelected());
    if (buttons.table().isSelected()) {
      ChartTable.fill(views.table(), views.speedup().table());
    }
    onFound.accept(found || chain);
  }
}
