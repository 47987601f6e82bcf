package speedup.ui.chart;

import java.util.List;
import java.util.Objects;
import java.util.function.LongConsumer;
import speedup.plot.Chart;
import speedup.plot.Pen;
import speedup.plot.Pickable;

/** Shows a chart that is made anew whenever its numbers change. FX thread only. */
public final class ChartPane extends CanvasPane {
  private Chart chart = new Empty();

  /** Nothing to show yet. */
  private record Empty() implements Chart {
    @Override
    public void draw(Pen pen, double width, double height) {}

    @Override
    public String spoken() {
      return "";
    }

    @Override
    public List<List<String>> table() {
      return List.of();
    }
  }

  /** An empty pane. */
  public ChartPane() {
    super(640, 360);
  }

  /** Is told the point that was clicked, where the chart has points to choose from. */
  public void setOnPicked(LongConsumer action) {
    setOnMouseClicked(click -> {
      if (chart instanceof Pickable pickable) {
        pickable.pick(pen(), getWidth(), getHeight(), click.getX(), click.getY()).ifPresent(action);
      }
    });
  }

  /** Shows a chart from the next pulse on. */
  public void show(Chart next) {
    chart = Objects.requireNonNull(next);
    changed();
  }

  @Override
  void draw(Pen pen, double width, double height) {
    chart.draw(pen, width, height);
  }

  @Override
  String spoken() {
    return chart.spoken();
  }

  @Override
  public List<List<String>> table() {
    return chart.table();
  }
}
