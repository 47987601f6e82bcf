package speedup.ui.chart;

import java.util.List;
import java.util.Optional;
import speedup.measure.Breakdown;
import speedup.plot.BreakdownChart;
import speedup.plot.Pen;
import speedup.scaling.Verdict.Part;

/** Where the time of all workers went, as one stacked bar. FX thread only. */
public final class BreakdownBar extends CanvasPane {
  private BreakdownChart chart = new BreakdownChart(Optional.empty(), Optional.empty());

  /** A bar without parts. */
  public BreakdownBar() {
    super(640, 72);
  }

  /** Shows a breakdown, or an empty outline. */
  public void show(Optional<Breakdown> breakdown) {
    chart = new BreakdownChart(breakdown, chart.highlight());
    changed();
  }

  /** Frames the part that a verdict speaks of, or none. */
  public void highlight(Optional<Part> part) {
    chart = new BreakdownChart(chart.breakdown(), part);
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
