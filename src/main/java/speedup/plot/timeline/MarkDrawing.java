package speedup.plot.timeline;

import speedup.measure.Wait;
import speedup.plot.Align;
import speedup.plot.Pen;
import speedup.plot.Texts;

/** Draws what is looked at, what ended the wait before it, and what is measured. */
final class MarkDrawing {
  private final Pen pen;
  private final TimelineLayout layout;
  private final TimelineState state;

  MarkDrawing(Pen pen, TimelineLayout layout, TimelineState state) {
    this.pen = pen;
    this.layout = layout;
    this.state = state;
  }

  /** The measured stretch: a veil, its edges, and how long it is. */
  void ruler() {
    state
        .ruler()
        .ifPresent(ruler -> {
          double left = layout.inside(ruler.from());
          double right = layout.inside(ruler.to());
          pen.fill(left, 2, right - left, layout.bottom() - 2, pen.theme.accent().faded(0.14));
          for (long edge : new long[] {ruler.from(), ruler.to()}) {
            if (edge >= layout.window().from() && edge <= layout.window().to()) {
              double x = Pen.crisp(layout.x(edge));
              pen.line(x, 2, x, layout.bottom(), 1.5 * pen.scale, pen.theme.accent());
            }
          }
          label(Texts.seconds(ruler.span() / 1e9), (left + right) / 2, 2);
        });
  }

  /** A text on a ground of its own, around a middle but within the lanes. */
  private void label(String text, double middle, double top) {
    double width = pen.strong.width(text) + 10 * pen.scale;
    double left = Math.clamp(middle - width / 2, layout.left(), layout.right() - width);
    double height = pen.strong.lineHeight();
    pen.fill(left, top, width, height, pen.theme.background());
    pen.outline(left, top, width, height, pen.theme.accent());
    pen.text(pen.strong, text, left + 5 * pen.scale, top, Align.LEFT, pen.theme.foreground());
  }

  /** A frame around the chunk, a bracket over the wait before it, and an arrow from its cause. */
  void selection() {
    state
        .selection()
        .ifPresent(selection -> {
          var run = state.runs().get(selection.run());
          var profile = run.profile(selection.lane());
          layout
              .row(selection.run(), selection.lane())
              .ifPresent(row -> {
                run.wait(selection.lane(), selection.chunk())
                    .ifPresent(wait -> wait(selection.run(), wait, row));
                if (!selection.isTail(profile)) {
                  frame(profile.started(selection.chunk()), profile.ended(selection.chunk()), row);
                }
              });
        });
  }

  private void frame(long from, long to, TimelineLayout.Row row) {
    if (to < layout.window().from() || from > layout.window().to()) {
      return;
    }
    double left = layout.inside(from);
    double width = Math.max(2, layout.inside(to) - left);
    double stroke = 2 * pen.scale;
    pen.frame(
        left - 1, row.top() - 1, width + 2, row.height() + 2, stroke + 2, pen.theme.background());
    pen.frame(left - 1, row.top() - 1, width + 2, row.height() + 2, stroke, pen.theme.accent());
  }

  private void wait(int run, Wait wait, TimelineLayout.Row row) {
    double left = layout.inside(wait.from());
    double right = layout.inside(wait.to());
    double y = row.middle();
    if (right - left >= 1) {
      double reach = Math.min(row.height() / 2, 5 * pen.scale);
      pen.line(left, y, right, y, 2 * pen.scale, pen.theme.accent());
      pen.line(left, y - reach, left, y + reach, 2 * pen.scale, pen.theme.accent());
      waitLabel(wait, left, right, row);
    }
    if (wait.to() < layout.window().from() || wait.releasedAt() > layout.window().to()) {
      return;
    }
    layout
        .row(run, wait.lane())
        .ifPresent(source -> arrow(layout.inside(wait.releasedAt()), source, right, row));
  }

  private void waitLabel(Wait wait, double left, double right, TimelineLayout.Row row) {
    String text = Texts.seconds(wait.nanos() / 1e9);
    double width = pen.small.width(text) + 6;
    double line = pen.small.lineHeight();
    if (width + 12 * pen.scale <= right - left && row.height() >= line) {
      double middle = (left + right) / 2;
      double top = row.middle() - line / 2;
      pen.fill(middle - width / 2, top, width, line, pen.theme.background());
      pen.text(pen.small, text, middle, top, Align.CENTER, pen.theme.foreground());
    }
  }

  private void arrow(
      double fromX, TimelineLayout.Row source, double toX, TimelineLayout.Row target) {
    double fromY = source.middle();
    // to the near edge of the lane, or along it
    double toY =
        source.equals(target)
            ? target.middle()
            : source.top() < target.top() ? target.top() : target.top() + target.height();
    double length = Math.hypot(toX - fromX, toY - fromY);
    double head = 8 * pen.scale;
    if (length < head) {
      return;
    }
    double dx = (toX - fromX) / length;
    double dy = (toY - fromY) / length;
    double neckX = toX - dx * head;
    double neckY = toY - dy * head;
    pen.line(fromX, fromY, neckX, neckY, 4 * pen.scale, pen.theme.background());
    pen.line(fromX, fromY, neckX, neckY, 2 * pen.scale, pen.theme.accent());
    pen.dot(fromX, fromY, 4 * pen.scale, pen.theme.background());
    pen.dot(fromX, fromY, 3 * pen.scale, pen.theme.accent());
    double wing = head / 2;
    pen.area(
        new double[] {toX, neckX - dy * wing, neckX + dy * wing},
        new double[] {toY, neckY + dx * wing, neckY - dx * wing},
        3,
        pen.theme.accent());
  }
}
