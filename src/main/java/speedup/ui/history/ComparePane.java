package speedup.ui.history;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import speedup.plot.ChartTheme;
import speedup.report.BarsChart;
import speedup.report.RunsTogether;
import speedup.ui.Messages;
import speedup.ui.chart.ChartPane;
import speedup.ui.chart.ChartTable;
import speedup.ui.run.Banner;

/**
 * Several kept runs on one scale, and as a table. Those of unlike machines are shown once the
 * person has read why they are unlike. FX thread only.
 */
final class ComparePane extends VBox {
  private final Label title = new Label();
  private final Label unit = new Label();
  private final Banner unlike = new Banner();
  private final Banner otherWork = new Banner();
  private final ChartPane chart = new ChartPane();
  private final TableView<List<String>> table = new TableView<>();
  private final Runnable delete;
  private double height;
  private double scale = 1;

  /** A pane without runs. */
  ComparePane(Runnable delete) {
    this.delete = delete;
    getStyleClass().add("run-details");
    title.getStyleClass().add("view-title");
    unit.getStyleClass().add("muted");
    table.setMinHeight(120);
    VBox.setVgrow(table, Priority.ALWAYS);
    getChildren()
        .addAll(
            title,
            RunDetails.button("delete", () -> this.delete.run()),
            unlike,
            otherWork,
            unit,
            chart,
            table);
  }

  /** Shows runs in the place of those before. */
  void show(int runs, RunsTogether together) {
    title.setText(Messages.get("history.together", runs));
    otherWork.hide();
    unlike.hide();
    together.otherWork().ifPresent(sentence -> otherWork.show(Banner.Kind.INFO, sentence));
    setDrawn(together.unlike().isEmpty());
    draw(together.chart());
    together
        .unlike()
        .ifPresent(sentence ->
            unlike.show(
                Banner.Kind.WARNING,
                sentence,
                new Banner.Action(
                    Messages.get("history.together.anyway"),
                    () -> {
                      unlike.show(Banner.Kind.WARNING, sentence);
                      setDrawn(true);
                    })));
  }

  private void setDrawn(boolean drawn) {
    for (var each : List.of(unit, chart, table)) {
      each.setVisible(drawn);
      each.setManaged(drawn);
    }
  }

  private void draw(BarsChart bars) {
    unit.setText(
        Messages.get(
            bars.unit() == BarsChart.Unit.SECONDS
                ? "history.together.times"
                : "history.together.speedups"));
    chart.show(bars);
    height = bars.goodHeight();
    setHeights();
    ChartTable.fill(table, bars.table());
    chart.requestLayout();
  }

  private void setHeights() {
    chart.setMinHeight(height * scale);
    chart.setPrefHeight(height * scale);
    chart.setMaxHeight(height * scale);
  }

  void setLook(ChartTheme theme, double nextScale) {
    scale = nextScale;
    chart.setTheme(theme);
    chart.setTextScale(scale);
    setHeights();
  }
}
