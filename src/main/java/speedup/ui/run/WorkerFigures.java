package speedup.ui.run;

import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import speedup.ui.Messages;
import speedup.ui.form.Numbers;

/** The numbers of a worker, each in a column of its own width, so that nothing moves. */
final class WorkerFigures extends GridPane {
  /** Shares of the width, in percent; memory takes the longest text. */
  private static final int[] WIDTHS = {24, 19, 31, 26};

  private static final String NONE = "\u2013";

  private final Label items = value(0, "worker.items");
  private final Label cpu = value(1, "worker.cpu");
  private final Label memory = value(2, "worker.memory");
  private final Label heap = value(3, "worker.heap");

  WorkerFigures() {
    getStyleClass().add("figures");
    for (var share : WIDTHS) {
      var width = new ColumnConstraints();
      width.setPercentWidth(share);
      width.setHgrow(Priority.ALWAYS);
      getColumnConstraints().add(width);
    }
  }

  private Label value(int column, String key) {
    var caption = new Label(Messages.get(key));
    caption.getStyleClass().addAll("muted", "small");
    caption.setMaxWidth(Double.MAX_VALUE);
    var value = new Label();
    value.getStyleClass().add("figure");
    value.setMaxWidth(Double.MAX_VALUE);
    caption.setLabelFor(value);
    add(caption, column, 0);
    add(value, column, 1);
    return value;
  }

  void show(WorkerCardState now) {
    var known = now.pid() != 0;
    put(
        items,
        known && !Double.isNaN(now.itemsPerSecond())
            ? Numbers.compact(now.itemsPerSecond())
            : NONE);
    put(
        cpu,
        known && !Double.isNaN(now.cpuPercent())
            ? Messages.get("worker.percent", Math.round(now.cpuPercent()))
            : NONE);
    put(memory, now.rssBytes() > 0 ? Numbers.bytes(now.rssBytes()) : NONE);
    put(heap, now.heapBytes() > 0 ? Numbers.bytes(now.heapBytes()) : NONE);
  }

  private static void put(Label label, String text) {
    if (!text.equals(label.getText())) {
      label.setText(text);
    }
  }
}
